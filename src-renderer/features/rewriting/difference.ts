/** A stretch of two texts laid over each other. */
export interface Stretch { kind: 'same' | 'added' | 'removed'; text: string }

/** Chinese by the sign, other scripts by the word. */
const PIECE = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}’'.-])+|\s+|[^]/gu
/** More pieces than this are told as one change: a person would not read the difference. */
const MOST = 800
/** Below this share of what is the same, two texts stand better one under the other. */
const READABLE = 0.4

const pieces = (text: string): string[] => [...text.matchAll(PIECE)].map(([piece]) => piece)

/** What has to be taken out of the first text and put in to get the second; the longest common parts stay. */
export function difference(before: string, after: string): Stretch[] {
  const [a, b] = [pieces(before), pieces(after)]
  if (a.length > MOST || b.length > MOST) return joined([{ kind: 'removed', text: before }, { kind: 'added', text: after }])
  // Lengths of the longest common parts of what follows each pair of places.
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const row = common[i]
    for (let j = b.length - 1; row && j >= 0; j--) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const found: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ kind: 'same', text: a[i] ?? '' })
      i++
      j++
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) found.push({ kind: 'removed', text: a[i++] ?? '' })
    else found.push({ kind: 'added', text: b[j++] ?? '' })
  }
  return joined(found)
}

/** Neighbours of one kind are one stretch; of a change what goes stands before what comes. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = []
  for (const stretch of stretches) {
    if (stretch.text === '') continue
    const last = out.at(-1)
    const before = out.at(-2)
    if (last?.kind === stretch.kind) last.text += stretch.text
    else if (stretch.kind === 'removed' && last?.kind === 'added' && before?.kind === 'removed') before.text += stretch.text
    else if (stretch.kind === 'removed' && last?.kind === 'added') out.splice(-1, 0, { ...stretch })
    else out.push({ ...stretch })
  }
  return out
}

/** Is so much the same that the changes show? */
export function isReadable(stretches: readonly Stretch[]): boolean {
  const length = (kind: Stretch['kind']): number => stretches.filter((one) => one.kind === kind).reduce((sum, { text }) => sum + text.length, 0)
  const same = length('same')
  return same > 0 && same / (same + Math.max(length('added'), length('removed'))) >= READABLE
}

/** Where a stretch begins in the second text, in code points. */
export const startOf = (stretches: readonly Stretch[], index: number): number =>
  stretches.slice(0, index).reduce((sum, { kind, text }) => sum + (kind === 'removed' ? 0 : [...text].length), 0)
