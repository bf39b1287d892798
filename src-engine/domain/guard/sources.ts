import { dayKeys, type Calendar } from './calendar.ts'
import { CARRIER_CODES } from './carriers.ts'
import type { Claim, ClaimKind } from './claim.ts'
import { amountKeys, plainAmount } from './currencies.ts'
import { claimsIn } from './claims-memo.ts'
import { specKey, unitOfKey } from './extract-spec.ts'
import { fold } from './fold.ts'
import { isMajor, isMoney, type MoneyRecord } from './money-records.ts'
import { groupsOf } from './record-groups.ts'
import { roleOfPath, type Role } from './roles.ts'
import { COUNT_KEY, currencyIn, instantOf, isTimeKey, LIST_KEY, MINOR_KEY, QUANTITY_KEY, SHARE_KEY, SPAN_KEY } from './source-keys.ts'
import { isPriceName, kindOfName, kindOfRecord, type RecordKind } from './offers.ts'
import { customerId, isForeign, isRecord } from './whose.ts'

/** One thing that a fact or passage says. `shown` is how to write it; `where` its path, such as `order.total`. */
export interface Source {
  kind: ClaimKind
  keys: string[]
  value: number | null
  shown: string
  where: string
  /** Of a record of another customer. */
  foreign: boolean
  /** What the field is about; null when it does not say. */
  role: Role | null
  /** The price at which goods are offered, which nobody has paid yet. */
  isListed: boolean
  /** Number of the record it stands in; passages have none (-1). */
  record: number
}
/** A text leaf of a fact or a passage. */
export interface Words { text: string; where: string; key: string; foreign: boolean; record: number }
export interface Sources {
  known: Source[]
  words: Words[]
  /** Long numbers, for tails. */
  numbers: string[]
  /** How many of something there are. */
  counts: Array<{ value: number; where: string; isLength: boolean; record: number }>
  /** Paths of fields that are true. */
  flags: string[]
  /** Group of records that belong to one order, by number of record; null: belongs to none. */
  groupOf(record: number): number | null
}

interface At { path: string; key: string; foreign: boolean; currency: string; record: number; kind: RecordKind }
interface Walk { sources: Sources; place: Calendar; records: { next: number }; isMajor: boolean; currency: string }

/**
 * Every field at any depth of the facts, and every customer passage, as possible sources.
 * @param currency of amounts that name none; '' where that is not known either
 */
export function sourcesOf(facts: readonly unknown[], passages: ReadonlyArray<{ id: string; text: string }>, place: Calendar, currency = ''): Sources {
  const sources: Sources = { known: [], words: [], numbers: [], counts: [], flags: [], groupOf: () => null }
  const walking: Walk = { sources, place, records: { next: 0 }, isMajor: isMajor(facts), currency }
  const self = customerId(facts)
  facts.forEach((fact, index) => {
    const name = isRecord(fact) && typeof fact['type'] === 'string' ? fact['type'] : `facts[${index}]`
    walk(fact, { path: name, key: name, foreign: isForeign(fact, self), currency, record: walking.records.next++, kind: kindOfName(name) }, walking)
  })
  for (const passage of passages) addText(passage.text, { path: passage.id, key: 'passage', foreign: false, currency, record: -1, kind: null }, walking)
  const groups = groupsOf(sources.known)
  sources.groupOf = (record) => groups.get(record) ?? null
  return sources
}

function walk(value: unknown, at: At, walking: Walk): void {
  if (typeof value === 'string') addText(value, at, walking)
  else if (typeof value === 'number' && Number.isFinite(value)) addNumber(value, at, walking)
  else if (value === true && !at.foreign) walking.sources.flags.push(at.path)
  else if (Array.isArray(value)) walkList(value, at, walking)
  else if (isRecord(value)) walkRecord(value, at, walking)
}

function walkList(list: readonly unknown[], at: At, walking: Walk): void {
  if (LIST_KEY.test(at.key) && !at.foreign) walking.sources.counts.push({ value: list.length, where: at.path, isLength: true, record: at.record })
  // Several orders in a list are several records.
  const areOrders = /orders|订单/i.test(at.key)
  list.forEach((item, index) => walk(item, { ...at, path: `${at.path}[${index}]`, record: areOrders ? walking.records.next++ : at.record }, walking))
}

function walkRecord(record: Record<string, unknown>, at: At, walking: Walk): void {
  if (isMoney(record)) return addMoney(record, at, walking)
  const inner = { ...at, currency: currencyIn(record) ?? at.currency, kind: kindOfRecord(record, at) }
  const measured = typeof record['unit'] === 'string' && typeof record['value'] === 'number' ? specKey(record['value'], record['unit']) : null
  if (measured !== null) add(walking, { kind: 'spec', keys: [measured], value: null, shown: `${String(record['value'])} ${String(record['unit'])}` }, at)
  for (const [key, child] of Object.entries(record)) walk(child, { ...inner, path: `${at.path}.${key}`, key }, walking)
  addLineTotal(record, inner, walking)
}

type Said = Pick<Source, 'kind' | 'keys' | 'value' | 'shown'>
function add({ sources }: Walk, said: Said, at: At): void {
  const role = said.kind === 'date' || said.kind === 'amount' ? (at.record < 0 ? null : roleOfPath(said.kind, at.path)) : null
  sources.known.push({ ...said, where: at.path, foreign: at.foreign, role, isListed: said.kind === 'amount' && at.record >= 0 && at.kind === 'offer' && isPriceName(at.path), record: at.record })
}

const amount = (currency: string, minor: number): Said => ({ kind: 'amount', keys: amountKeys(currency, minor), value: minor, shown: plainAmount(minor) })

function addMoney(money: MoneyRecord, at: At, walking: Walk): void {
  const minor = Number.isInteger(money.amount) && !walking.isMajor ? money.amount : Math.round(money.amount * 100)
  add(walking, amount(money.currency, minor), at)
}

/** Two pieces at 64.50 are 129, though no field says so. */
function addLineTotal(record: Record<string, unknown>, at: At, walking: Walk): void {
  const count = Object.entries(record).find(([key, value]) => QUANTITY_KEY.test(key) && typeof value === 'number')?.[1]
  const price = record['price'] ?? record['unit_price'] ?? record['unitPrice'] ?? record['单价']
  const minor = isRecord(price) && isMoney(price) ? price.amount : Math.round(Number(typeof price === 'string' ? price.replace(/[^\d.]/g, '') : price) * 100)
  if (typeof count === 'number' && count > 1 && minor > 0) add(walking, amount(isRecord(price) && isMoney(price) ? price.currency : at.currency, minor * count), at)
}

function addNumber(value: number, at: At, walking: Walk): void {
  const digits = String(value)
  const instant = instantOf(value, at.key)
  if (Number.isInteger(value) && digits.length >= 5 && (instant === null || !isTimeKey(at.key))) addDigits(digits, at, walking)
  if (instant !== null) return addInstant(instant, at, walking)
  if (QUANTITY_KEY.test(at.key) && !at.foreign) walking.sources.counts.push({ value, where: at.path, isLength: false, record: at.record })
  const span = SPAN_KEY.find(([key]) => key.test(at.key))
  if (span) return add(walking, { kind: 'duration', keys: [span[1](value)], value: null, shown: digits }, at)
  const unit = unitOfKey(at.key)
  const measured = unit === null ? null : specKey(value, unit)
  if (measured !== null) return add(walking, { kind: 'spec', keys: [measured], value: null, shown: `${digits} ${unit ?? ''}` }, at)
  if (SHARE_KEY.test(at.key)) add(walking, { kind: 'percentage', keys: [digits, String(Math.round(value * 10_000) / 100)], value, shown: digits }, at)
  if (!COUNT_KEY.test(at.key)) add(walking, amount(at.currency, MINOR_KEY.test(at.key) ? value : Math.round(value * 100)), at)
}

function addInstant(instant: number, at: At, walking: Walk): void {
  addDay(walking.place.dateOf(instant), instant, at, walking)
  const time = walking.place.timeOf(instant)
  add(walking, { kind: 'time', keys: [time], value: null, shown: time }, at)
}

function addDay(day: string, value: number | null, at: At, walking: Walk): void {
  add(walking, { kind: 'date', keys: dayKeys(day), value, shown: day }, at)
}

function addDigits(value: string, at: At, walking: Walk): void {
  const plain = value.toUpperCase().replace(/[-#_ ]/g, '')
  if (!at.foreign) walking.sources.numbers.push(plain)
  for (const kind of ['order_no', 'tracking_no', 'phone'] as const) add(walking, { kind, keys: [plain], value: null, shown: value.replace(/^#/, '') }, at)
}

function addText(text: string, at: At, walking: Walk): void {
  if (text === '') return
  walking.sources.words.push({ text, where: at.path, key: at.key, foreign: at.foreign, record: at.record })
  const folded = fold(text)
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))) return addInstant(Date.parse(text), at, walking)
  if (/^-?[\d,]+(?:\.\d+)?$/.test(folded) && folded.length < 10) addNumber(Number(folded.replace(/,/g, '')), at, walking)
  if (folded.length <= 30 && /^#?[A-Za-z\d_-]+$/.test(folded) && (folded.match(/\d/g)?.length ?? 0) >= 4) addDigits(folded, at, walking)
  const code = CARRIER_CODES[folded.toLowerCase()]
  if (code !== undefined) add(walking, { kind: 'carrier', keys: [String(code)], value: null, shown: text }, at)
  for (const claim of claimsIn(folded, walking.place)) addClaim(claim, at, walking)
}

function addClaim(claim: Claim, at: At, walking: Walk): void {
  if (claim.kind === 'order_no' || claim.kind === 'tracking_no' || claim.kind === 'phone') return addDigits(claim.keys[0] ?? '', at, walking)
  if (claim.kind === 'date') return add(walking, { ...claim, keys: claim.keys.flatMap((key) => datedKeys(key, walking.place)), shown: claim.text }, at)
  if (claim.kind === 'amount') return add(walking, { ...claim, keys: claim.keys.flatMap(widened), shown: plainAmount(claim.value ?? 0) }, at)
  add(walking, { ...claim, shown: claim.text }, at)
}

/** A day without a year is of the year of the clock, so that it has a weekday. */
function datedKeys(key: string, place: Calendar): string[] {
  if (/^\d{4}-/.test(key)) return dayKeys(key)
  return /^--\d\d-\d\d$/.test(key) && place.now !== null ? dayKeys(`${place.dateOf(place.now).slice(0, 4)}${key.slice(1)}`) : [key]
}

function widened(key: string): string[] {
  const [currency = '', minor = ''] = key.split(':')
  return amountKeys(currency, Number(minor))
}
