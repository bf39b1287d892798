import { BEFORE, AFTER } from './currencies.ts'
import { NUM } from './numerals.ts'
import { currencyIn } from './source-keys.ts'
import { isRecord } from './whose.ts'

const WRITTEN = new RegExp(`${BEFORE}\\s?\\d|${NUM}\\s?${AFTER}`, 'i')

/** Where parcels go, for shops that name no currency at all. */
const COUNTRIES: ReadonlyArray<[RegExp, string]> = [[/^(?:USA?|United States(?: of America)?)$/, 'USD'], [/^(?:UK|GB|United Kingdom|England|Scotland|Wales)$/, 'GBP'], [/^(?:DE|FR|IT|ES|NL|IE|AT|BE|Germany|France|Italy|Spain|Netherlands|Ireland|Austria|Belgium)$/, 'EUR']]

function holds(value: unknown, name: RegExp): boolean {
  if (typeof value === 'string') return name.test(value)
  return Array.isArray(value) ? value.some((item) => holds(item, name)) : isRecord(value) && Object.values(value).some((item) => holds(item, name))
}

/**
 * The currency of amounts that name none: where records and passages name none at all, yuan in a
 * Chinese draft, else that of the country the records name, else unknown (''). A shop with other money says so in a field, in a passage or in its policy.
 */
export function currencyOf({ draft, facts, passages }: { draft: string; facts: readonly unknown[]; passages: ReadonlyArray<{ text: string }> }): string {
  if (!/\p{Script=Han}/u.test(draft)) return facts.some(namesOne) || passages.some(({ text }) => WRITTEN.test(text)) ? '' : COUNTRIES.find(([name]) => facts.some((fact) => holds(fact, name)))?.[1] ?? ''
  return facts.some(namesOne) || passages.some(({ text }) => WRITTEN.test(text)) ? '' : 'CNY'
}

function namesOne(value: unknown): boolean {
  if (typeof value === 'string') return WRITTEN.test(value)
  if (Array.isArray(value)) return value.some(namesOne)
  return isRecord(value) && (currencyIn(value) !== null || Object.values(value).some(namesOne))
}
