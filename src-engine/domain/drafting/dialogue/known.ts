import type { Bubble, Line } from '../types.ts'
import type { Needs } from './memory.ts'
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
export function withoutKnown(bubbles: readonly Bubble[], { given, asked }: Needs): Bubble[] {
  return bubbles.map((bubble) => bubble.flatMap((line): Line[] => {
    const need = needOf(line)
    if ('key' in line && line.key === 'product.variants' && given.has('variant')) return []
    // A photo that was asked for will come or not; asked for again it only sounds like a form.
    if (need === 'photo' && (given.has(need) || asked.has(need))) return []
    return need === null || !given.has(need) ? [line] : [{ key: `noted.${need}` }]
  })).filter((bubble) => bubble.length > 0)
}
