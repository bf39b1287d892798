import type { EvidenceKind } from '../evidence/kinds.ts'
import type { ActedEntity } from '../evidence/marks.ts'

/** A marked stretch of a text. Offsets are Unicode code points, end exclusive. */
export interface Mark {
  start: number
  end: number
  kind: 'evidence' | 'entity' | 'hit' | 'link' | 'finding' | 'mention'
  /** Shown on hover; for a link the address. */
  note: string
  /** A finding that must not go out unseen. */
  grave?: boolean
  /** What evidence speaks for. */
  evidence?: EvidenceKind
  /** What an entity is. */
  entity?: ActedEntity
}

export interface Segment {
  text: string
  marks: readonly Mark[]
}

/** Web addresses in a text, as marks. Closing punctuation, also Chinese, is not part of the address. */
export function linksIn(text: string): Mark[] {
  const links: Mark[] = []
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'“”‘’，。；！？、（）【】《》]+/giu)) {
    const address = match[0].replace(/[.,;:!?)\]}]+$/u, '')
    if (!URL.canParse(address)) continue
    const start = [...text.slice(0, match.index)].length
    links.push({ start, end: start + [...address].length, kind: 'link', note: address })
  }
  return links
}

/** Where a query's words stand in a text, letter case aside. */
export function hitsIn(text: string, query: string): Mark[] {
  const points = [...text].map((p) => p.toLowerCase())
  const marks: Mark[] = []
  for (const word of new Set(query.toLowerCase().split(/\s+/u).filter(Boolean))) {
    const needle = [...word]
    for (let at = 0; at + needle.length <= points.length; at++) {
      if (!needle.every((p, i) => points[at + i] === p)) continue
      marks.push({ start: at, end: at + needle.length, kind: 'hit', note: '' })
      at += needle.length - 1
    }
  }
  return marks
}

/**
 * Cuts a text at the borders of its marks, so that each piece carries all marks that cover it. Marks may overlap; those
 * outside the text or empty are left out. The pieces joined are the text again.
 */
export function segments(text: string, marks: readonly Mark[]): Segment[] {
  const points = [...text]
  const valid = marks.filter((m) => m.start < m.end && m.start >= 0 && m.start < points.length)
  if (valid.length === 0) return text === '' ? [] : [{ text, marks: [] }]
  const borders = new Set([0, points.length])
  for (const mark of valid) borders.add(mark.start).add(Math.min(mark.end, points.length))
  const cuts = [...borders].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? points.length
    return { text: points.slice(start, end).join(''), marks: valid.filter((m) => m.start <= start && m.end >= end) }
  })
}
