import { BEFORE, AFTER } from './currencies.ts'
import { NUM } from './numerals.ts'
import { currencyIn } from './source-keys.ts'
import { isRecord } from './whose.ts'

const WRITTEN = new RegExp(`${BEFORE}\\s?\\d|${NUM}\\s?${AFTER}`, 'i')

/**
 * The currency of amounts that name none: yuan in a Chinese draft whose records and passages name no currency at all,
 * else unknown (''). A shop with other money says so in a field, in a passage or in its policy.
 */
export function currencyOf({ draft, facts, passages }: { draft: string; facts: readonly unknown[]; passages: ReadonlyArray<{ text: string }> }): string {
  if (!/\p{Script=Han}/u.test(draft)) return ''
  return facts.some(namesOne) || passages.some(({ text }) => WRITTEN.test(text)) ? '' : 'CNY'
}

function namesOne(value: unknown): boolean {
  if (typeof value === 'string') return WRITTEN.test(value)
  if (Array.isArray(value)) return value.some(namesOne)
  return isRecord(value) && (currencyIn(value) !== null || Object.values(value).some(namesOne))
}
