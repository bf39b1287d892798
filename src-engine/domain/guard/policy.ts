import { CODES } from './currencies.ts'
import { isRecord } from './whose.ts'

/** What a shop allows. Every other field is a source like a field of a fact. */
export interface Policy {
  /** Most that may be given as goodwill, and as a refund, at once; major units. */
  compensationCap?: number
  refundCap?: number
  /** ISO 4217: of the caps, and of amounts in the facts that name none. */
  currency?: string
  /** Of the shop's goods: which rule packs of a category apply; without it all do. */
  categories?: string[]
}

const NAMES: ReadonlyArray<[RegExp, 'compensationCap' | 'refundCap']> = [
  [/^(?:max|cap)?_?(?:compensation|goodwill|补偿|赔付|赔偿)_?(?:cap|limit|max|amount|上限|限额)?$/i, 'compensationCap'], [/^(?:max|cap)?_?(?:refund|退款)_?(?:cap|limit|max|amount|上限|限额)?$/i, 'refundCap'],
]

/** Reads the caps under any of their names, on the first level or within `caps`; the rest stays as it is, to be a source. */
export function readPolicy(raw: Readonly<Record<string, unknown>>): { policy: Policy; rest: Record<string, unknown> } {
  const policy: Policy = {}
  const rest: Record<string, unknown> = {}
  const caps = isRecord(raw['caps']) ? raw['caps'] : {}
  for (const [key, value] of [...Object.entries(raw), ...Object.entries(caps)]) {
    const name = NAMES.find(([form]) => form.test(key))?.[1]
    const major = name === undefined ? null : majorOf(value)
    if (name !== undefined && major !== null) policy[name] = major
    else if (key === 'currency' && typeof value === 'string') policy.currency = value.toUpperCase()
    else if (key === 'categories' && Array.isArray(value)) policy.categories = value.map(String)
    else if (key !== 'caps') rest[key] = value
  }
  if (policy.currency !== undefined && !CODES.includes(policy.currency)) delete policy.currency
  return { policy, rest }
}

/** `20`, `"20 元"`, or minor units with their currency. */
function majorOf(value: unknown): number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return Number.parseFloat(value.replace(/[^\d.]/g, '')) || null
  return isRecord(value) && typeof value['amount'] === 'number' ? value['amount'] / 100 : null
}
