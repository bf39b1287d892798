import { v7 as newId } from 'uuid'
import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { ThreadNote } from '../../src-shared/contract/desk.ts'
import type { Disposition } from '../../src-shared/domain/disposition.ts'
import type { OrderFlag } from '../../src-shared/domain/order.ts'
import { paintRow } from './actions.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import type { ThreadView } from './patches.ts'

/** What the person does beside answering. The engine's patches follow and are the truth. */

/** @param until gateway time in milliseconds; null brings the conversation back, whose place the engine then tells */
export async function snooze(desk: Desk, conversationId: string, until: number | null): Promise<void> {
  const back = until === null ? () => undefined : paintRow(desk, conversationId, { section: 'snoozed', snooze: { until, woke: null } })
  try {
    await desk.client.call('conversation.snooze', { conversationId, until })
  } catch (error) {
    back()
    throw error
  }
}

export async function handBack(desk: Desk, conversationId: string): Promise<void> {
  await desk.client.call('conversation.handBack', { conversationId })
}

export const readSnoozeTimes = (desk: Desk, typed: string): Promise<CallResult<'snooze.times'>> => desk.client.call('snooze.times', { typed })

export async function setDisposition(desk: Desk, conversationId: string, disposition: Disposition): Promise<void> {
  await desk.client.call('conversation.setDisposition', { conversationId, disposition })
}

/** Writes a new note, changes one (`id`), or brings a deleted one back. */
export async function saveNote(desk: Desk, conversationId: string, text: string, id: string = newId()): Promise<void> {
  await desk.client.call('note.save', { id, conversationId, text })
}

export async function deleteNote(desk: Desk, note: ThreadNote): Promise<void> {
  await desk.client.call('note.delete', { id: note.id })
}

export async function markOrder(desk: Desk, conversationId: string, orderNo: string, mark: { flag?: OrderFlag | null; memo?: string }): Promise<void> {
  await desk.client.call('order.mark', { id: newId(), conversationId, orderNo, ...mark })
}

/** So that the editor shows these words when it is drawn again. */
export function rememberUnsentNote(desk: Desk, conversationId: string, unsentNote: string): void {
  desk.cache.setQueryData<ThreadView>(keys.thread(conversationId), (view) => view && { ...view, unsentNote })
}
