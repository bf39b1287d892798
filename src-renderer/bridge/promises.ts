import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { OutsidePromise, SeenPromise, ThreadPromise } from '../../src-shared/contract/promises.ts'
import type { FollowUpChange, Owner } from '../../src-shared/domain/follow-up.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import type { ThreadView } from './patches.ts'

/** What was promised. The engine's patches follow and are the truth. */

export const seePromises = async (desk: Desk, text: string): Promise<SeenPromise[]> => (await desk.client.call('promises.read', { text })).promises

export const readOutside = async (desk: Desk): Promise<OutsidePromise[]> => (await desk.client.call('promises.outside', {})).promises

export const readOwners = (desk: Desk, conversationId: string): Promise<CallResult<'promise.owners'>['owners']> =>
  desk.client.call('promise.owners', { conversationId }).then(({ owners }: { owners: Owner[] }) => owners)

/** Shows the change until the engine's own word comes; puts it back where the engine refused. */
export async function changePromise(desk: Desk, promise: ThreadPromise, change: FollowUpChange): Promise<void> {
  const paint = (shown: ThreadPromise) => desk.cache.setQueryData<ThreadView>(keys.thread(promise.conversationId), (view) => (
    view && { ...view, promises: view.promises?.map((one) => (one.id === promise.id ? shown : one)) }
  ))
  const { state = promise.state, dueAt = promise.dueAt, owner = promise.owner } = change
  paint({ ...promise, state, dueAt, owner })
  try {
    await desk.client.call('promise.change', { id: promise.id, ...change })
  } catch (error) {
    paint(promise)
    throw error
  }
}

/** Promises of a conversation that are open, as far as this window knows. */
export const openPromises = (desk: Desk, conversationId: string): ThreadPromise[] =>
  (desk.cache.getQueryData<ThreadView>(keys.thread(conversationId))?.promises ?? []).filter(({ state }) => state === 'open')
