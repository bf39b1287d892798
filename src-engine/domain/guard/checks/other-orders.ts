import type { Finding } from '../../../../src-shared/domain/draft.ts'
import type { Claim } from '../claim.ts'
import { finding } from '../finding.ts'
import type { Source, Sources } from '../sources.ts'
import type { Looked } from './looked.ts'

const NUMBERS = new Set(['order_no', 'tracking_no'])
const BOUND = new Set(['amount', 'date', 'carrier', 'tracking_no'])

/** The orders that a claim may be about; none where a passage, the customer or goods say the same. */
function ordersOf(claim: Claim, sources: Sources): Set<number> {
  const same = sources.known.filter((source) => !source.foreign && isSame(claim, source))
  const groups = same.map((source) => sources.groupOf(source.record))
  return groups.includes(null) ? new Set() : new Set(groups.filter((group): group is number => group !== null))
}

function isSame(claim: Claim, source: Source): boolean {
  const fits = NUMBERS.has(claim.kind) ? source.kind === 'order_no' : source.kind === claim.kind
  return fits && claim.keys.some((key) => source.keys.includes(key))
}

/**
 * Right figures of the wrong one of the customer's orders: the draft names one order and says the amount, the day, the
 * carrier or the parcel of another. What most of the others speak for is believed; where it is one to one, both are marked.
 */
export function mixedOrders({ claims, sources }: Looked): Finding[] {
  const told = claims.map((claim) => ({ claim, orders: ordersOf(claim, sources) })).filter(({ claim, orders }) => orders.size > 0 && (NUMBERS.has(claim.kind) || BOUND.has(claim.kind)))
  const named = told.filter(({ claim }) => claim.kind === 'order_no')
  const [first] = named
  const rest = told.filter(({ claim }) => claim.kind !== 'order_no')
  // Two orders in one reply are told apart by the reader; the guard does not guess.
  if (first === undefined || rest.length === 0 || named.some(({ orders }) => [...orders].some((order) => !first.orders.has(order)))) return []
  const strangers = rest.filter(({ orders }) => ![...orders].some((order) => first.orders.has(order)))
  if (strangers.length === 0) return []
  const numberIsWrong = strangers.length * 2 >= rest.length
  const figuresAreWrong = strangers.length * 2 <= rest.length || rest.length === 1
  return [...(numberIsWrong ? named : []), ...(figuresAreWrong ? strangers : [])].map(({ claim }) => {
    const right = numberIsWrong && claim.kind === 'order_no' ? strangers[0] : first
    return finding(claim, 'other-order', 'warning', meant(claim, right?.orders ?? new Set(), sources))
  })
}

/** The same field of the order that was meant. */
function meant(claim: Claim, orders: ReadonlySet<number>, sources: Sources): { expected?: string; source?: string } {
  const source = sources.known.find((one) => one.kind === claim.kind && orders.has(sources.groupOf(one.record) ?? -1) && (claim.kind !== 'order_no' || /order|no$|订单/i.test(one.where)))
  return source ? { expected: source.shown, source: source.where } : {}
}
