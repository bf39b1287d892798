import type { SideOption } from '../../../src-shared/contract/side.ts'
import type { Entity } from '../../../src-shared/domain/triage.ts'
import { place, type Candidate } from '../../domain/side/place.ts'
import type { LooseConversation, LooseTurn } from '../../store/loose.ts'
import type { Engine } from '../context.ts'
import { candidatesIn } from './find-whom.ts'
import { leaveTurn } from './leave-turn.ts'
import { looseOf, newLoose, NOBODY, putTurn } from './put-turn.ts'
import { nameOf, wordsOf } from './view.ts'

/** People offered at once: a digit each, with room for "nobody". */
const OFFERED = 5

/** The candidates as they are offered, each person once. */
function offered(engine: Engine, candidates: readonly Candidate[]): SideOption[] {
  const people = [...new Map(candidates.toReversed().map((one) => [one.customerId, one])).values()].toReversed()
  return people.slice(0, OFFERED).flatMap(({ customerId, orderNo, clue }): SideOption[] => {
    const customer = engine.store.shop.customer(customerId)
    const order = orderNo === null ? null : engine.store.shop.order(orderNo)
    const title = order?.items[0]?.title
    return customer ? [{ kind: 'customer', customerId, name: customer.name, phoneTail: customer.phone.slice(-4), order: order && title ? { no: order.no, title } : null, clue }] : []
  })
}

const goOn = (engine: Engine, loose: LooseConversation): SideOption => ({ kind: 'continue', looseId: loose.id, name: nameOf(engine, loose.customerId), words: wordsOf(loose) })

/** A capture with what it names, and whether the shop's system could be asked for that. */
export interface Captured {
  turn: Omit<LooseTurn, 'verdict'>
  entities: readonly Entity[]
  lookup: LooseConversation['lookup']
}

/**
 * Puts a capture where it belongs: into the conversation of the customer to whom it points, else into one of its own, with
 * the question whose it is. Must run inside a transaction.
 * @param from where it lies already, while nobody was found for it; null: it is new
 */
export function placeCapture(engine: Engine, { turn, entities, lookup }: Captured, from: LooseConversation | null): LooseConversation {
  const { store } = engine
  const shown = store.loose.newest()
  // Whom nobody confirmed is nobody to go on with; whoever was before is still to be asked about.
  const current = store.loose.all().find(({ id, settled }) => settled && id !== from?.id) ?? null
  const candidates = candidatesIn(engine, turn.text, entities)
  const where = place(candidates, current ? current.customerId : undefined)
  const nobody: SideOption = { kind: 'nobody' }
  const last = current ? [goOn(engine, current)] : []
  if (where.kind === 'customer') {
    const { customerId, clue } = where.candidate
    const target = looseOf(engine, customerId) ?? from ?? newLoose(engine, NOBODY)
    if (from && target.id !== from.id) leaveTurn(engine, from)
    const options = current && current.customerId !== customerId ? [...last, nobody] : [nobody]
    return putTurn(engine, { ...target, customerId, clue, proven: where.proven || target.proven }, turn, { options, settled: true, lookup }, shown)
  }
  const people = offered(engine, candidates)
  const isOffered = people.some((one) => one.kind === 'customer' && one.customerId === current?.customerId)
  const options = where.kind === 'new' ? last : [...people, ...(isOffered ? [] : last), nobody]
  return putTurn(engine, from ?? newLoose(engine, NOBODY), turn, { options, settled: where.kind === 'new', lookup }, shown)
}
