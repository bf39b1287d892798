import type { Order } from '../../src-shared/domain/order.ts'
import { answersNothing } from '../domain/night/answers-nothing.ts'
import { casesIn, type Case, type CaseThread } from '../domain/outcome-of-case/case.ts'
import { outcomeOf } from '../domain/outcome-of-case/outcome.ts'
import type { CaseOutcomeRow } from '../store/case-outcomes.ts'
import type { Engine } from './context.ts'

/** Conversations that are taken up in one turn of the event loop: some ten milliseconds. */
const BATCH = 20

/** One after the other with those of the same customer, who may have come back in another. */
function together({ store }: Engine, conversationId: string): { ids: string[]; orders: Order[] } {
  const customerId = store.conversations.get(conversationId)?.conversation.customerId ?? null
  if (customerId === null) return { ids: [conversationId], orders: [] }
  return { ids: [...new Set([conversationId, ...store.conversations.ofCustomer(customerId)])], orders: store.shop.orders(customerId) }
}

function threadOf({ store }: Engine, conversationId: string): CaseThread {
  return {
    conversationId,
    // The night's reply says when somebody answers, and is no answer.
    turns: store.caseOutcomes.messages(conversationId).filter(({ id }) => !answersNothing(id, conversationId)),
    ends: store.resolutions.of(conversationId).filter(({ disposition }) => disposition !== 'spam').map(({ at }) => at),
  }
}

function count(engine: Engine, conversationId: string, now: number): string[] {
  const { ids, orders } = together(engine, conversationId)
  const cases = ids.flatMap((id) => casesIn(threadOf(engine, id), orders))
  const isClosed = (one: Case): one is Case & { closedAt: number } => one.closedAt !== null
  const outcomes = cases.filter(isClosed).map((one): CaseOutcomeRow => ({
    conversationId: one.conversationId, closedAt: one.closedAt, automatic: one.automatic, intent: one.topics[0] ?? null,
    ...outcomeOf(one, cases, engine.store.followUps.of(one.conversationId), orders, now),
  }))
  engine.store.transaction(() => engine.store.caseOutcomes.replace(ids, outcomes))
  return ids
}

/**
 * Counts what has changed, a few conversations a turn so that customers who write are heard meanwhile, for `forMs` at most.
 * @returns how many conversations are left
 */
export async function countCases(engine: Engine, forMs: number): Promise<number> {
  const { store, clock } = engine
  const now = clock.now()
  const began = performance.now()
  // Else whoever asks until none is left would ask for ever.
  if (store.caseOutcomes.howManyToCount(now) === 0) store.caseOutcomes.lookAgain()
  for (;;) {
    const counted = new Set<string>()
    for (const id of store.caseOutcomes.toCount(now, BATCH)) if (!counted.has(id)) for (const one of count(engine, id, now)) counted.add(one)
    if (counted.size === 0) return 0
    if (performance.now() - began >= forMs) return store.caseOutcomes.howManyToCount(now)
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}
