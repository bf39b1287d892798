import type { Entity } from '../../../src-shared/domain/triage.ts'
import type { PhraseVariable } from '../../../src-shared/domain/phrase-gaps.ts'
import { findEntities } from '../triage/entities.ts'
import { normalize } from '../triage/normalize.ts'
import { isUnspaced } from './distance.ts'

/** What is one customer's or one order's, by kind of entity. Products, colours, sizes of goods and durations say what holds for everybody. */
const GAP_OF: Partial<Record<Entity['type'], PhraseVariable>> = {
  order_no: 'order', after_sale_no: 'order', tracking_no: 'tracking', carrier: 'carrier', amount: 'amount', date: 'date', name: 'customer',
  phone: 'contact', phone_last4: 'contact', email: 'contact', contact: 'contact', address: 'address',
  sensitive: 'detail', body_size: 'detail', tax_id: 'detail', invoice_title: 'detail', serial_no: 'detail', imei: 'detail', batch_no: 'detail',
  production_date: 'detail', pickup_code: 'detail', coupon_code: 'detail',
}

/** What is known of the customer and the order, to be looked for by its very letters. */
export interface KnownFacts {
  /** Names shown and registered, and who answers. */
  customers: readonly string[]
  agents: readonly string[]
  orders: readonly string[]
  tracking: readonly string[]
  contacts: readonly string[]
  addresses: readonly string[]
}

/** Rounds until nothing more is found; one gap can bring the next to light. */
const MOST_ROUNDS = 4
/** A name of one sign, or a nickname such as "a", stands in any text by chance. */
const SHORTEST_NAME = 2
const MAP = new Map<string, string>()

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
/** Whole words only where words have ends. */
const asWritten = (value: string): RegExp => new RegExp(/^[\p{L}\p{N}]/u.test(value) && !isUnspaced(value) ? `(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])` : escaped(value), 'giu')

/** Whom a reply addresses: a name before a title, or after a greeting. */
const TITLED_ZH = /(?:欧阳|司马|上官|诸葛|(?:(?![我你您他她它这那哪各两几]))\p{Script=Han})(?=先生|女士|小姐|太太)/gu
const GREETED_EN = /(?<=(?:^|[.!?]\s+|\n)(?:[Hh]i|[Hh]ello|[Dd]ear|[Hh]ey|[Ss]orry|[Tt]hanks|[Tt]hank you)(?: (?:Mr|Mrs|Ms|Miss|Dr)\.?)?,? )(?!(?:There|All|Everyone|Team|Sir|Madam|We|I|Your|The|It|This)(?!\p{L}))\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?/gu
const TITLED_EN = /(?<=(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Dr)\.? )\p{Lu}[\p{L}'-]+/gu
const APART_EN = /(?<=, )\p{Lu}\p{Ll}+(?=[.!,]? (?:I|We|Your|The|It)(?![a-z]))/gu
/** A door, a flat or a long number that no finder called anything. */
const NUMBERS = /(?<![\p{L}\p{N}{])(?=[A-Z\d-]*\d[A-Z\d-]*\d[A-Z\d-]*\d[A-Z\d-]*\d[A-Z\d-]*\d)[A-Z\d][A-Z\d-]{5,}(?![\p{L}\p{N}}])/giu

function known(text: string, facts: KnownFacts): string {
  const pairs: [readonly string[], PhraseVariable][] = [
    [facts.orders, 'order'], [facts.tracking, 'tracking'], [facts.contacts, 'contact'], [facts.addresses, 'address'], [facts.customers, 'customer'], [facts.agents, 'agent'],
  ]
  let out = text
  for (const [values, gap] of pairs) {
    // The longest first: a street with its number before the street.
    for (const value of [...values].map((one) => one.trim()).filter((one) => [...one].length >= SHORTEST_NAME).sort((a, b) => b.length - a.length)) out = out.replace(asWritten(value), `{${gap}}`)
  }
  return out
}

/** Entities outside the gaps that are there already. */
function entitiesOf(text: string, at: number): Entity[] {
  const language = isUnspaced(text) ? 'zh' : 'en'
  const gaps = [...text.matchAll(/\{[a-z]+\}/gu)].map((gap) => [[...text.slice(0, gap.index)].length, [...text.slice(0, gap.index + gap[0].length)].length] as const)
  return findEntities(normalize(text, MAP), [...text], at, language).filter((one) => GAP_OF[one.type] !== undefined && !gaps.some(([start, end]) => one.start < end && one.end > start))
}

function withGaps(text: string, entities: readonly Entity[]): string {
  const signs = [...text]
  for (const one of [...entities].sort((a, b) => b.start - a.start)) signs.splice(one.start, one.end - one.start, `{${GAP_OF[one.type] ?? 'detail'}}`)
  return signs.join('')
}

/** Gaps of one kind beside each other, as a date with its weekday, are one. */
const joined = (text: string): string => text.replace(/(\{[a-z]+\})(?:[\s,，、-]*\1)+/gu, '$1')

/**
 * A text without what belongs to one customer or one order: each such place becomes a gap that a phrase can have (`{order}`).
 * Secrets and whatever looks like a number of a person become `{detail}`.
 * @param at when it was written, for relative dates
 * @returns null where something personal would be left after several rounds: such a text is not learned
 */
export function generalise(text: string, facts: KnownFacts, at: number): string | null {
  let out = known(text.normalize('NFC'), facts)
    .replace(TITLED_ZH, '{customer}').replace(GREETED_EN, '{customer}').replace(TITLED_EN, '{customer}').replace(APART_EN, '{customer}')
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = entitiesOf(out, at)
    if (found.length === 0) {
      const bare = out.replace(NUMBERS, '{detail}')
      if (bare === out) return joined(out)
      out = bare
      continue
    }
    out = withGaps(out, found)
  }
  return null
}
