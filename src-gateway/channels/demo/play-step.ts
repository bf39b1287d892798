import { v5 as uuidv5 } from 'uuid'
import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import { receiveCustomerMessage } from '../../append.ts'
import { appendCustomer, recogniseCustomer } from '../../identity.ts'
import type { DemoProgress, WriteTx } from '../../store/store.ts'
import type { Scene } from './cast.ts'
import { type DayClock, saveDayClock } from './day-clock.ts'

/** Namespace of the ids that the player derives, so that the same step has the same id whenever it is played. */
const NAMESPACE = '7f7c2a6e-9d0b-5c55-9f43-2f1d3a6b8e10'

export const conversationIdOf = (logId: string, demoId: string): string => uuidv5(`${logId}/${demoId}`, NAMESPACE)
const messageIdOf = (logId: string, demoId: string, step: number): string => uuidv5(`${logId}/${demoId}/${step}`, NAMESPACE)

/** Where a step is played: which log, which shop, whose scene. */
export interface Stage { logId: string; shopId: string; scene: Scene }

/**
 * Plays one step and moves the progress in the same transaction, so that no kill, restart or second player makes it
 * happen twice or not at all. Does nothing when `progress` is not what the store holds any more.
 */
export async function playStep(tx: WriteTx, now: number, stage: Stage, progress: DemoProgress, clock: DayClock, attachments: Attachment[]): Promise<void> {
  const { logId, scene: { demoId, script } } = stage
  const step = script.steps[progress.nextStep]
  if (step === undefined || !await isCurrent(tx, progress)) return
  const conversationId = conversationIdOf(logId, demoId)
  const id = messageIdOf(logId, demoId, progress.nextStep)
  await ensureConversation(tx, now, stage, conversationId)
  await recogniseCustomer(tx, now, conversationId, conversationId, step.text)
  const { seq } = await receiveCustomerMessage(tx, now, {
    id, conversationId, author: { kind: 'customer', id: demoId, name: script.displayName }, text: step.text, attachments,
  })
  await tx.putDemoProgress({
    ...progress, nextStep: progress.nextStep + 1, lastPlayed: { seq, at: clock.at }, replyAt: null, sentIds: [...progress.sentIds, id],
  })
  await saveDayClock(tx, clock)
}

/** Moves the progress without a message: a skipped step, or a reply that was noticed. */
export async function moveProgress(tx: WriteTx, from: DemoProgress, to: DemoProgress): Promise<void> {
  if (await isCurrent(tx, from)) await tx.putDemoProgress(to)
}

async function isCurrent(tx: WriteTx, progress: DemoProgress): Promise<boolean> {
  const stored = (await tx.demoProgress()).find((row) => row.demoId === progress.demoId)
  return (stored?.nextStep ?? 0) === progress.nextStep
}

async function ensureConversation(tx: WriteTx, now: number, { shopId, scene: { script } }: Stage, id: string): Promise<void> {
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
