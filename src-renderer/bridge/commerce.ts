import { v7 as newId } from 'uuid'
import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { ActionPreview } from '../../src-shared/contract/commerce.ts'
import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { Desk } from './desk.ts'

/** What is done to orders. The engine's patches follow and are the truth. */

export const readChoices = (desk: Desk, conversationId: string, orderNo: string): Promise<CallResult<'action.choices'>> => desk.client.call('action.choices', { conversationId, orderNo })

export const previewAction = (desk: Desk, conversationId: string, action: CommerceAction): Promise<ActionPreview> => desk.client.call('action.preview', { conversationId, action })

/** @param id made once for each wish of the person, so that a second press is no second refund */
export async function performAction(desk: Desk, conversationId: string, id: string, action: CommerceAction): Promise<void> {
  await desk.client.call('action.perform', { id, conversationId, action })
}

export async function undoEffect(desk: Desk, conversationId: string, effectId: string): Promise<void> {
  await desk.client.call('action.undo', { id: newId(), conversationId, effectId })
}
