import type { Finding } from '../../../src-shared/domain/draft.ts'
import type { Checked, Placed } from '../composer/guard/place.ts'

/** A stretch of a text in UTF-16 code units, and what takes its place. */
export interface Replaced { text: string; from: number; to: number; words: string }

const points = (text: string): number => [...text].length

/** What is known of a text after a part of it was replaced: what stood outside the part stays marked, the new words have their own findings. */
export function afterReplacing({ text, from, to, words }: Replaced, placed: readonly Placed[], findings: readonly Finding[], id: string): Checked {
  const [start, end] = [points(text.slice(0, from)), points(text.slice(0, to))]
  const shift = points(words) - (end - start)
  const kept = placed.flatMap(({ finding, start: at, end: until }) => {
    if (until <= start) return [{ ...finding, start: at, end: until }]
    return at >= end ? [{ ...finding, start: at + shift, end: until + shift }] : []
  })
  const own = findings.map((finding) => ({ ...finding, start: finding.start + start, end: finding.end + start }))
  return { id, text: text.slice(0, from) + words + text.slice(to), findings: [...kept, ...own].sort((a, b) => a.start - b.start) }
}
