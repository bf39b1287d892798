import { dayKeys, type Calendar } from './calendar.ts'
import type { Claim, ClaimKind } from './claim.ts'
import { claims } from './extract.ts'
import { fold } from './fold.ts'

/** One thing that a fact or passage says. `shown` is how to write it; `where` its path, such as `order.total`. */
export type Source = { kind: ClaimKind; keys: string[]; value: number | null; shown: string; where: string; /** Of a record of another customer. */ foreign: boolean }
/** A text leaf of a fact, for the check on other people's data. */
export type Words = { text: string; where: string; key: string; foreign: boolean }
export type Sources = { known: Source[]; words: Words[]; /** Long numbers, for tails. */ numbers: string[] }

/** 2001 to 2096 in milliseconds. */
const isInstant = (value: number): boolean => Number.isInteger(value) && value > 978_307_200_000 && value < 4e12
const TIME_KEY = /(?:At|By|Time|Date|_at|_by|_time|_date|time|date|since|timestamp)$/
const COUNT_KEY = /(?:quantity|qty|count|seq|version|index|level|width|height|bytes|score|stock)$/i
const SPAN_KEY: ReadonlyArray<[RegExp, (value: number) => string]> = [
  [/months?$/i, (value) => `mo${value}`], [/years?$/i, (value) => `mo${value * 12}`], [/days?$/i, (value) => `h${value * 24}`],
  [/hours?$/i, (value) => `h${value}`], [/weeks?$/i, (value) => `h${value * 168}`], [/minutes?$/i, (value) => `min${value}`],
]

/** Every field at any depth of the facts, and every customer passage, as possible sources. */
export function sourcesOf(facts: readonly unknown[], passages: ReadonlyArray<{ id: string; text: string }>, place: Calendar): Sources {
  const sources: Sources = { known: [], words: [], numbers: [] }
  const self = customerId(facts)
  facts.forEach((fact, index) => {
    const name = isRecord(fact) && typeof fact['type'] === 'string' ? fact['type'] : `facts[${index}]`
    walk(fact, { path: name, key: name, foreign: isForeign(fact, self) }, sources, place)
  })
  for (const passage of passages) addText(passage.text, { path: passage.id, key: 'passage', foreign: false }, sources, place)
  return sources
}

type At = { path: string; key: string; foreign: boolean }
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function walk(value: unknown, at: At, sources: Sources, place: Calendar): void {
  if (typeof value === 'string') addText(value, at, sources, place)
  else if (typeof value === 'number' && Number.isFinite(value)) addNumber(value, at, sources, place)
  else if (Array.isArray(value)) value.forEach((item, index) => walk(item, { ...at, path: `${at.path}[${index}]` }, sources, place))
  else if (isRecord(value)) {
    if (isMoney(value)) return addMoney(value, at, sources)
    for (const [key, child] of Object.entries(value)) walk(child, { path: `${at.path}.${key}`, key, foreign: at.foreign }, sources, place)
  }
}

/** Our own money record: exactly these two fields, in minor units. */
type MoneyRecord = { amount: number; currency: string }
function isMoney(value: Record<string, unknown>): value is MoneyRecord {
  return Object.keys(value).length === 2 && typeof value['amount'] === 'number' && typeof value['currency'] === 'string'
}

function addMoney(money: MoneyRecord, at: At, sources: Sources): void {
  const minor = Number.isInteger(money.amount) ? money.amount : Math.round(money.amount * 100)
  sources.known.push({ kind: 'amount', keys: amountKeys(money.currency, minor), value: minor, shown: plainAmount(minor), where: at.path, foreign: at.foreign })
}

/** An amount without currency in the draft may be any currency, and the other way round. */
const amountKeys = (currency: string, minor: number): string[] => (currency === '' ? ['CNY', 'USD', 'EUR', 'GBP', ''] : [currency, '']).map((code) => `${code}:${minor}`)
export const plainAmount = (minor: number): string => (minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2))

function addNumber(value: number, at: At, sources: Sources, place: Calendar): void {
  const add = (kind: ClaimKind, keys: string[], shown: string, size: number | null): void => {
    sources.known.push({ kind, keys, value: size, shown, where: at.path, foreign: at.foreign })
  }
  const instant = isInstant(value) ? value : TIME_KEY.test(at.key) && isInstant(value * 1000) ? value * 1000 : null
  if (instant !== null) return addInstant(instant, at, sources, place)
  const digits = String(value)
  if (Number.isInteger(value) && digits.length >= 5) addDigits(digits, at, sources)
  const span = SPAN_KEY.find(([key]) => key.test(at.key))
  if (span) return add('duration', [span[1](value)], digits, null)
  if (/rate|percent|ratio|discount/i.test(at.key)) add('percentage', [digits, String(Math.round(value * 10_000) / 100)], digits, value)
  if (!COUNT_KEY.test(at.key)) add('amount', amountKeys('', Math.round(value * 100)), plainAmount(Math.round(value * 100)), Math.round(value * 100))
}

function addInstant(instant: number, at: At, sources: Sources, place: Calendar): void {
  const day = place.dateOf(instant)
  const time = place.timeOf(instant)
  sources.known.push({ kind: 'date', keys: dayKeys(day), value: instant, shown: day, where: at.path, foreign: at.foreign })
  sources.known.push({ kind: 'time', keys: [time], value: null, shown: time, where: at.path, foreign: at.foreign })
}

function addDigits(value: string, at: At, sources: Sources): void {
  sources.numbers.push(value.toUpperCase())
  for (const kind of ['order_no', 'tracking_no', 'phone'] as const) {
    sources.known.push({ kind, keys: [value.toUpperCase()], value: null, shown: value, where: at.path, foreign: at.foreign })
  }
}

function addText(text: string, at: At, sources: Sources, place: Calendar): void {
  if (text === '') return
  sources.words.push({ text, where: at.path, key: at.key, foreign: at.foreign })
  const folded = fold(text)
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))) addInstant(Date.parse(text), at, sources, place)
  if (/^[\d,]+(?:\.\d+)?$/.test(folded) && folded.length < 10) addNumber(Number(folded.replace(/,/g, '')), at, sources, place)
  if (/^[A-Za-z]{0,5}[\d-]*\d{4,}[A-Za-z]{0,3}$/.test(folded)) addDigits(folded.replace(/-/g, ''), at, sources)
  for (const claim of claims(folded, place)) addClaim(claim, at, sources)
}

function addClaim(claim: Claim, at: At, sources: Sources): void {
  if (claim.kind === 'order_no' || claim.kind === 'tracking_no' || claim.kind === 'phone') return addDigits(claim.keys[0] ?? '', at, sources)
  const keys = claim.kind === 'amount' ? widened(claim.keys) : claim.kind === 'date' ? claim.keys.flatMap((key) => (/^\d{4}-/.test(key) ? dayKeys(key) : [key])) : claim.keys
  sources.known.push({ kind: claim.kind, keys, value: claim.value, shown: claim.kind === 'amount' ? plainAmount(claim.value ?? 0) : claim.text, where: at.path, foreign: at.foreign })
}

const widened = (keys: readonly string[]): string[] => keys.flatMap((key) => {
  const [currency = '', minor = ''] = key.split(':')
  return amountKeys(currency, Number(minor))
})

/** Id of the customer whom the facts are about: the first customer record's, else the first order's. */
function customerId(facts: readonly unknown[]): string | null {
  const records = facts.filter(isRecord)
  const customer = records.find((record) => record['type'] === 'customer' || record['type'] === 'user') ?? records.find((record) => 'phone' in record && 'name' in record && 'id' in record)
  const own = customer?.['id'] ?? customer?.['customerId'] ?? customer?.['user_id'] ?? customer?.['customer_id']
  return typeof own === 'string' || typeof own === 'number' ? String(own) : null
}

function isForeign(fact: unknown, self: string | null): boolean {
  if (!isRecord(fact) || self === null) return false
  const isPerson = fact['type'] === 'customer' || fact['type'] === 'user'
  const owner = fact['customerId'] ?? fact['customer_id'] ?? fact['user_id'] ?? (isPerson ? fact['id'] : undefined)
  return (typeof owner === 'string' || typeof owner === 'number') && String(owner) !== self
}
