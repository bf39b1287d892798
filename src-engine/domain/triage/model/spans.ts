import type { Hit } from '../scan.ts'

/** A character is shown when it carried at least this share of what the strongest one did. */
const SHOWN = 0.5
/** Two pieces so close are one to the eye. In UTF-16 units. */
const CLOSE = 2
/** More pieces than this are no evidence but a rash; the strongest are kept. */
const MOST = 2

const isWord = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 39
const isBreak = (unit: number): boolean => unit === 32 || unit === 44 || unit === 46 || unit === 33 || unit === 63

/** Pieces of a text that carried a label, from how much each of its units was worth: whole words, the nearest joined. */
export function runsOf(text: string, worth: Float64Array): Hit[] {
  const most = worth.reduce((a, b) => Math.max(a, b), 0)
  if (most <= 0) return []
  const shown = Uint8Array.from(worth, (one) => (one >= most * SHOWN ? 1 : 0))
  for (let at = 1; at < text.length; at++) if (shown[at - 1] === 1 && isWord(text.charCodeAt(at - 1)) && isWord(text.charCodeAt(at))) shown[at] = 1
  for (let at = text.length - 2; at >= 0; at--) if (shown[at + 1] === 1 && isWord(text.charCodeAt(at + 1)) && isWord(text.charCodeAt(at))) shown[at] = 1
  const hits: Hit[] = []
  for (let at = 0; at < text.length; at++) {
    if (shown[at] !== 1 || isBreak(text.charCodeAt(at))) continue
    const last = hits.at(-1)
    const weight = (worth[at] ?? 0) / most
    if (last !== undefined && at - last.to <= CLOSE) hits[hits.length - 1] = { from: last.from, to: at + 1, weight: Math.max(last.weight, weight) }
    else hits.push({ from: at, to: at + 1, weight })
  }
  return hits.sort((a, b) => b.weight - a.weight).slice(0, MOST).sort((a, b) => a.from - b.from)
}
