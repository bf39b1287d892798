import { v5 as uuidv5 } from 'uuid'
import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import type { DemoConversation } from '../../../src-shared/domain/demo-shop.ts'
import { receiveCustomerMessage } from '../../append.ts'
import { appendCustomer, recogniseCustomer } from '../../identity.ts'
import type { DemoProgress, WriteTx } from '../../store/store.ts'

/** Namespace of the ids that the player derives, so that the same step has the same id whenever it is played. */
const NAMESPACE = '7f7c2a6e-9d0b-5c55-9f43-2f1d3a6b8e10'
export const ELAPSED = 'demoElapsed'

export const conversationIdOf = (logId: string, demoId: string): string => uuidv5(`${logId}/${demoId}`, NAMESPACE)
const messageIdOf = (logId: string, demoId: string, step: number): string => uuidv5(`${logId}/${demoId}/${step}`, NAMESPACE)

export interface DemoScene { logId: string; shopId: string; script: DemoConversation }

export function freshProgress(demoId: string): DemoProgress {
  return { demoId, nextStep: 0, lastPlayed: null, replyAt: null, sentIds: [] }
}

/**
 * Plays one step and moves the progress in the same transaction, so that no kill, restart or second player makes it
 * happen twice or not at all. Does nothing when `progress` is not what the store holds any more.
 */
export async function playStep(tx: WriteTx, now: number, scene: DemoScene, progress: DemoProgress, elapsed: number, attachments: Attachment[]): Promise<void> {
  const { logId, script } = scene
  const step = script.steps[progress.nextStep]
  if (step === undefined || !await isCurrent(tx, progress)) return
  const conversationId = conversationIdOf(logId, script.id)
  const id = messageIdOf(logId, script.id, progress.nextStep)
  await ensureConversation(tx, now, scene, conversationId)
  await recogniseCustomer(tx, now, conversationId, conversationId, step.text)
  const { seq } = await receiveCustomerMessage(tx, now, {
    id, conversationId, author: { kind: 'customer', id: script.id, name: script.displayName }, text: step.text, attachments,
  })
  await tx.putDemoProgress({
    ...progress, nextStep: progress.nextStep + 1, lastPlayed: { seq, at: elapsed }, replyAt: null, sentIds: [...progress.sentIds, id],
  })
  await tx.setMeta(ELAPSED, String(elapsed))
}

/** Moves the progress without a message: a skipped step, or a reply that was noticed. */
export async function moveProgress(tx: WriteTx, from: DemoProgress, to: DemoProgress): Promise<void> {
  if (await isCurrent(tx, from)) await tx.putDemoProgress(to)
}

async function isCurrent(tx: WriteTx, progress: DemoProgress): Promise<boolean> {
  const stored = (await tx.demoProgress()).find((row) => row.demoId === progress.demoId) ?? freshProgress(progress.demoId)
  return stored.nextStep === progress.nextStep
}

async function ensureConversation(tx: WriteTx, now: number, { shopId, script }: DemoScene, id: string): Promise<void> {
  if (await tx.conversation(id) !== null) return
  if (script.customerId !== null) await appendCustomer(tx, now, script.customerId)
  await tx.append(now, {
    type: 'conversation',
    conversation: {
      id, shopId, channel: 'demo', displayName: script.displayName, customerId: script.customerId,
      verification: script.customerId === null ? 'none' : 'channel', status: 'open', assignee: null, createdAt: now, updatedAt: now,
    },
  })
}
