import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { SideOption } from '../../../src-shared/contract/side.ts'
import { place, type Candidate } from '../../domain/side/place.ts'
import { keptText } from '../../domain/triage/kept.ts'
import type { LooseConversation } from '../../store/loose.ts'
import type { Engine } from '../context.ts'
import { candidatesIn, lookUp } from './find-whom.ts'
import { forgetOld } from './keep.ts'
import { understand } from './loose-question.ts'
import { looseOf, newLoose, NOBODY, putTurn } from './put-turn.ts'
import { noWords, ownWords } from './refusals.ts'
import { nameOf, wordsOf } from './view.ts'

/** People offered at once: a digit each, with room for "nobody". */
const OFFERED = 5

/** Control characters and invisible ones, which chat programs put between their bubbles. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/g
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim()

const isCaptured = (all: readonly LooseConversation[], id: string): boolean => all.some(({ turns }) => turns.some((turn) => turn.id === id))
/** The reply that the agent copied last still lies on the clipboard. */
const isOwn = (all: readonly LooseConversation[], text: string): boolean => all.some(({ turns }) => turns.some((turn) => turn.role === 'agent' && turn.text === text))

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

/**
 * Takes words from another program: finds whom they are from, puts them into that customer's loose conversation and
 * drafts. Where that is not certain nothing is drafted until the agent has said who it is; a capture without any clue
 * never goes to the customer before by itself.
 * @throws AppError `side-no-words`, `side-own-words`
 */
export async function capture(engine: Engine, { id, text }: CallParams<'side.capture'>): Promise<void> {
  const { store } = engine
  const said = clean(text)
  if (said === '') throw noWords()
  const all = store.loose.all()
  if (isCaptured(all, id)) return
  if (isOwn(all, said)) throw ownWords()
  const at = engine.clock.now()
  const { entities } = understand(engine, said, at, [], [])
  const kept = keptText(said, entities)
  const lookup = await lookUp(engine, kept, entities)
  store.transaction(() => {
    forgetOld(engine)
    const shown = store.loose.newest()
    // Whom nobody confirmed is nobody to go on with; whoever was before is still to be asked about.
    const current = store.loose.all().find(({ settled }) => settled) ?? null
    const candidates = candidatesIn(engine, kept, entities)
    const where = place(candidates, current ? current.customerId : undefined)
    const nobody: SideOption = { kind: 'nobody' }
    const last = current ? [goOn(engine, current)] : []
    const turn = { id, role: 'customer' as const, text: kept, at }
    if (where.kind === 'customer') {
      const { customerId, clue } = where.candidate
      const target = looseOf(engine, customerId) ?? newLoose(engine, NOBODY)
      const options = current && current.customerId !== customerId ? [...last, nobody] : [nobody]
      putTurn(engine, { ...target, customerId, clue, proven: where.proven || target.proven }, turn, { options, settled: true, lookup }, shown)
      return
    }
    const people = offered(engine, candidates)
    const isOffered = people.some((one) => one.kind === 'customer' && one.customerId === current?.customerId)
    const options = where.kind === 'new' ? last : [...people, ...(isOffered ? [] : last), nobody]
    putTurn(engine, newLoose(engine, NOBODY), turn, { options, settled: where.kind === 'new', lookup }, shown)
  })
  engine.wake('side')
}
