import type { FollowUp } from '../../src-shared/domain/follow-up.ts'
import type { Memory } from '../domain/drafting/dialogue/memory.ts'
import { promiseIn, type PromiseMade } from '../domain/quality/promise.ts'
import type { Engine } from './context.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

/** Replies of one conversation that are looked through where nothing is followed up. */
const REPLIES = 10

/** `isOpen`: nobody has said that it was kept. */
export interface MadePromise extends PromiseMade { at: number; conversationId: string; messageId: string; isOpen: boolean }

const isFollowedUp = ({ store, clock }: Engine, conversationId: string): boolean => store.followUps.standing(conversationId, clock.now()) !== 'none'

/**
 * What customers were told that we would do, newest first: what is followed up, as a person left it, without what was none. In a
 * conversation where nothing ever was, what the replies say with a time.
 */
export function madePromises(engine: Engine, conversationIds: readonly string[]): MadePromise[] {
  return conversationIds.flatMap((id) => (isFollowedUp(engine, id) ? followedUp(engine, id) : readIn(engine, id))).sort((a, b) => b.at - a.at)
}

function followedUp({ store }: Engine, conversationId: string): MadePromise[] {
  return store.followUps.of(conversationId).map(({ words, promisedAt, messageId, state }) => (
    { text: words, when: promiseIn(words, promisedAt, SHOP_TIME_ZONE)?.when ?? '', at: promisedAt, conversationId, messageId, isOpen: state === 'open' }
  ))
}

function readIn({ store }: Engine, conversationId: string): MadePromise[] {
  return store.messages.byPersons(conversationId, REPLIES).flatMap(({ id: messageId, text, at }) => {
    const promise = promiseIn(text, at, SHOP_TIME_ZONE)
    return promise ? [{ ...promise, at, conversationId, messageId, isOpen: true }] : []
  })
}

/**
 * The memory of the matter that is open with the promises that are, in place of those that its words name: whichever matter they were
 * made in, here or copied elsewhere. `before`: those of replies that are not among the turns; the place of the first in memory is -1, of the next -2.
 * @param turns those of the memory, oldest first
 */
export function withOpenPromises(engine: Engine, conversationId: string, turns: readonly { id?: string }[], memory: Memory): { memory: Memory; before: FollowUp[] } {
  if (!isFollowedUp(engine, conversationId)) return { memory, before: [] }
  const open = engine.store.followUps.openOf(conversationId).toSorted((a, b) => a.promisedAt - b.promisedAt)
  const placed = open.map((one) => ({ one, turn: turns.findIndex(({ id }) => id === one.messageId) }))
  const before = placed.flatMap(({ one, turn }) => (turn < 0 ? [one] : [])).toReversed()
  return { memory: { ...memory, promised: placed.map(({ one, turn }) => ({ turn: turn < 0 ? -1 - before.indexOf(one) : turn, text: one.words, when: '' })) }, before }
}
