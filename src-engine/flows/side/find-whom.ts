import { fold, plainNumber } from '../../../src-shared/domain/match.ts'
import type { Entity } from '../../../src-shared/domain/triage.ts'
import { numberClues, standsAlone } from '../../domain/side/clues.ts'
import type { Candidate } from '../../domain/side/place.ts'
import type { Engine } from '../context.ts'

/** Records that one clue may lead to, and longest wait for the shop's system, in milliseconds. */
const HITS = 6
const LOOKUP_MS = 1_500
/** Order numbers that the shop's system is asked for at once, and how short one may be. */
const ASKED = 3
const ASKED_DIGITS = 8
const KINDS = ['order', 'tracking', 'phone'] as const
const RANK = { order: 0, tracking: 1, phone: 2, tail: 3, name: 4, chosen: 5 } as const

/** Everybody on record to whom the words point, strongest clue first. */
export function candidatesIn(engine: Engine, text: string, entities: readonly Entity[]): Candidate[] {
  const { finder, shop } = engine.store
  const { whole, tails } = numberClues(text, entities)
  const orderOf = (kind: string, ref: string): string | null => (kind === 'phone' ? null : ref)
  const byWhole = whole.flatMap((number) => finder.byNumber(number, KINDS, HITS).flatMap(({ kind, ref, customerId }): Candidate[] => {
    const order = kind === 'phone' ? null : shop.order(ref)
    const full = kind === 'phone' ? shop.customer(customerId)?.phone : kind === 'order' ? ref : order?.logistics?.trackingNo
    return full !== undefined && plainNumber(full) === number ? [{ customerId, orderNo: orderOf(kind, ref), clue: { kind, text: number } }] : []
  }))
  const byTail = tails.flatMap((tail) => finder.byNumber(tail, ['order', 'phone'], HITS)
    .filter(({ kind, ref, customerId }) => (kind === 'phone' ? shop.customer(customerId)?.phone ?? '' : ref).endsWith(tail))
    .map(({ kind, ref, customerId }): Candidate => ({ customerId, orderNo: orderOf(kind, ref), clue: { kind: 'tail', text: tail } })))
  const folded = fold(text)
  const byName = finder.namedIn(folded, HITS * 2).filter(({ name }) => standsAlone(folded, name))
    .map(({ customerId, name }): Candidate => {
      const written = shop.customer(customerId)?.name ?? name
      return { customerId, orderNo: null, clue: { kind: 'name', text: fold(written) === name ? written : name } }
    })
  return [...byWhole, ...byTail, ...byName].sort((a, b) => RANK[a.clue.kind] - RANK[b.clue.kind])
}

/** Order numbers of the text that nobody on this desk has. */
function unknownNumbers(engine: Engine, text: string, entities: readonly Entity[]): string[] {
  const known = new Set(candidatesIn(engine, text, entities).map((one) => one.clue.text))
  return numberClues(text, entities).whole.filter((number) => number.length >= ASKED_DIGITS && number.length <= 40 && !known.has(number)).slice(0, ASKED)
}

/**
 * Asks the shop's system for order numbers that this desk does not know, and keeps what it answers like any customer's
 * records. @returns whether it could be asked
 */
export async function lookUp(engine: Engine, text: string, entities: readonly Entity[]): Promise<'not-needed' | 'asked' | 'offline'> {
  const orderNos = unknownNumbers(engine, text, entities)
  if (orderNos.length === 0) return 'not-needed'
  if (!engine.live.caughtUp) return 'offline'
  let stop: () => void = () => undefined
  const late = new Promise<null>((resolve) => { stop = engine.clock.after(LOOKUP_MS, () => resolve(null)) })
  // A gateway of before 1.1 refuses the call, which is the same as being out of reach.
  const answer = await Promise.race([engine.link.call('orders.find', { orderNos }).catch(() => null), late])
  stop()
  if (!answer) return 'offline'
  engine.store.transaction(() => {
    for (const { customer, orders } of answer.found) engine.store.shop.putCustomer(customer, orders)
  })
  return 'asked'
}
