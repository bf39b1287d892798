import type { OutsidePromise, PromiseAdjustment } from '../../src-shared/contract/promises.ts'
import type { FollowUp, Outside } from '../../src-shared/domain/follow-up.ts'
import { alarmAt } from '../domain/promises/alarm.ts'
import type { LooseConversation } from '../store/loose.ts'
import { putChange, tellPromise } from './change-promise.ts'
import type { Engine } from './context.ts'
import { takeUpCopied } from './promise-reply.ts'
import { deskLanguage, storedSettings } from './settings.ts'

const NOBODY = { zh: '没有找到的客户', en: 'A customer not found' }

/** How the customer of copied words is called where a name must stand. */
export const outsideName = (engine: Engine, { customerName }: Outside): string => customerName || NOBODY[deskLanguage(engine)]

const openOnes = ({ store }: Engine): FollowUp[] => [...store.followUps.open().values()].flat()

/** Open promises of words that were copied elsewhere for customers without a conversation here, the next due first. */
export function outsidePromises(engine: Engine): OutsidePromise[] {
  const { store, promiseTerms, seatId } = engine
  const kept = store.loose.all()
  return openOnes(engine).flatMap(({ outside, ...one }): OutsidePromise[] => (outside && !store.conversations.get(one.conversationId)
    ? [{
      ...one, outside, alarmAt: alarmAt(one, promiseTerms), own: one.owner.id === seatId, waits: store.commands.aboutFollowUp(one.id), kept: null,
      looseId: kept.find(({ turns }) => turns.some(({ id }) => id === one.messageId))?.id ?? null,
    }]
    : [])).sort((a, b) => a.dueAt - b.dueAt)
}

/**
 * A reply was copied: what it promises is followed up, in the customer's own conversation where there is one. What the copy
 * before it promised, which it replaces, is promised no more. Must run inside a transaction. @returns what to tell after the commit
 */
export function followUpCopied(engine: Engine, loose: LooseConversation, copied: { id: string; text: string; at: number; orderNo: string | null; adjustments: readonly PromiseAdjustment[] }, replaces: string | null): () => void {
  const { store } = engine
  const replaced = replaces === null ? [] : openOnes(engine).filter(({ messageId }) => messageId === replaces)
  for (const one of replaced) putChange(engine, one, { state: 'dropped' })
  const conversationId = (loose.customerId === null ? undefined : store.conversations.ofCustomer(loose.customerId)[0]) ?? loose.id
  const customerName = (loose.customerId === null ? null : store.shop.customer(loose.customerId)?.name) ?? ''
  const { id: messageId, text, at, orderNo, adjustments } = copied
  const outside: Outside = { platform: storedSettings(engine).side.platform, customerName: customerName.slice(0, 120), orderNo, text, at }
  takeUpCopied(engine, { conversationId, messageId, outside }, adjustments)
  return () => {
    for (const id of new Set([conversationId, ...replaced.map((one) => one.conversationId)])) tellPromise(engine, id)
    engine.wake('outbox')
  }
}
