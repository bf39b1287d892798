import { createHash } from 'node:crypto'

/** Any JSON value as read from a file. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** By code point, as Python sorts strings; JavaScript's own order is by UTF-16 unit. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** Two decimals at most, no trailing zero, never "-0". */
const number = (value: number): string => String(Number(value.toFixed(2)) + 0)

/** Keys sorted by code point, no spaces, non-ASCII as it is, numbers to two decimals. @param arrange order of an array's elements */
export function canonical(value: Json, arrange: (list: readonly Json[]) => readonly Json[] = (list) => list): string {
  if (typeof value === 'number') return number(value)
  if (Array.isArray(value)) return `[${arrange(value).map((one) => canonical(one, arrange)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.keys(value).sort(byCodePoint).map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null, arrange)}`)
  return `{${fields.join(',')}}`
}

/** SHA-256, hexadecimal, of the canonical JSON in UTF-8. */
export function canonicalHash(value: Json, arrange?: (list: readonly Json[]) => readonly Json[]): string {
  return createHash('sha256').update(canonical(value, arrange), 'utf8').digest('hex')
}

/** As Python's `json.dumps(value, sort_keys=True)`: separators ", " and ": ", everything beyond ASCII as \uXXXX. */
export function pythonDump(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(pythonDump).join(', ')}]`
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value === 'string') return JSON.stringify(value).replace(/[\u007f-\uffff]/gu, (c) => escaped(c))
  return `{${Object.keys(value).sort(byCodePoint).map((key) => `${pythonDump(key)}: ${pythonDump(value[key] ?? null)}`).join(', ')}}`
}

const escaped = (character: string): string => Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')

/** Arrays whose order says nothing: words and numbers by value, records by Python's text of them, mixed lists as they are. */
export function unordered(list: readonly Json[]): readonly Json[] {
  if (list.every((one) => typeof one === 'string')) return [...list].sort(byCodePoint)
  if (list.every((one) => typeof one === 'number')) return [...list].sort((a, b) => a - b)
  if (list.every((one) => one !== null && typeof one === 'object' && !Array.isArray(one))) {
    return list.map((one) => ({ one, text: pythonDump(one) })).sort((a, b) => byCodePoint(a.text, b.text)).map(({ one }) => one)
  }
  return list
}
