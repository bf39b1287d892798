import type { Bubble, Line } from '../types.ts'
import type { Need } from './needs.ts'

/** The template that asks for something, by its key or the beginning of it. */
const ASKS: ReadonlyArray<[RegExp, Need]> = [
  [/^photo\.(?!got)/, 'photo'], [/^return\.reason$/, 'reason'], [/^goods\.wish$|^lost\.next$|^returned\.next$/, 'wish'], [/^(?:exchange|modify)\.ask$/, 'variant'],
  [/^address\.ask$/, 'address'], [/^schedule\.(?:paid|shipped)$|^service\.wish$/, 'time'],
]
const needOf = (line: Line): Need | null => ('key' in line ? (ASKS.find(([key]) => key.test(line.key))?.[1] ?? null) : null)

/**
 * Takes out the questions whose answer is known; in place of one stands that it was heard and what we do with it. A photo
 * that we have needs no word.
 */
export function withoutKnown(bubbles: readonly Bubble[], known: ReadonlySet<Need>): Bubble[] {
  return bubbles.map((bubble) => bubble.flatMap((line): Line[] => {
    const need = needOf(line)
    if ('key' in line && line.key === 'product.variants' && known.has('variant')) return []
    if (need === null || !known.has(need)) return [line]
    return need === 'photo' ? [] : [{ key: `noted.${need}` }]
  })).filter((bubble) => bubble.length > 0)
}
