import type { SideLoose, SideView } from '../../../src-shared/contract/side.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { responseClock } from '../../domain/clocks/response-clock.ts'
import { orderMeant } from '../../domain/phrases/values.ts'
import type { LooseConversation } from '../../store/loose.ts'
import type { Engine } from '../context.ts'
import { storedSettings } from '../settings.ts'
import { looseInput, stateOfLoose } from './loose-question.ts'

/** Shown of the short history, and how many code points of what somebody wrote. */
const SHOWN = 12
const WORDS = 40

/** The beginning of what the customer wrote last, on one line. */
export function wordsOf({ turns }: Pick<LooseConversation, 'turns'>): string {
  const text = turns.findLast(({ role }) => role === 'customer')?.text ?? ''
  const points = [...text.replace(/\s+/g, ' ').trim()]
  return points.length > WORDS ? `${points.slice(0, WORDS).join('')}…` : points.join('')
}

export const nameOf = (engine: Engine, customerId: string | null): string | null =>
  (customerId === null ? null : engine.store.shop.customer(customerId)?.name ?? null)

/** When the customer began to wait for the reply that is missing; null: the last word is ours. */
function waitingSince({ turns }: LooseConversation): number | null {
  return turns[turns.findLastIndex(({ role }) => role === 'agent') + 1]?.at ?? null
}

export function orderOf(engine: Engine, loose: LooseConversation): Order | null {
  const input = looseInput(engine, loose)
  return input && orderMeant(input)
}

/** Where a memo of this customer could be put for the colleagues to see. Both need a conversation of the customer here. */
export function memoPlace(engine: Engine, loose: LooseConversation): { where: 'order' | 'conversation'; conversationId: string; orderNo: string | null } | null {
  const conversationId = loose.customerId === null ? undefined : engine.store.conversations.ofCustomer(loose.customerId)[0]
  if (conversationId === undefined) return null
  const verified = engine.store.conversations.get(conversationId)?.conversation.verification !== 'none'
  const orderNo = verified ? orderOf(engine, loose)?.no ?? null : null
  return { where: orderNo === null ? 'conversation' : 'order', conversationId, orderNo }
}

export const memoOf = (engine: Engine, { customerId, memo }: LooseConversation): string => (customerId === null ? memo : engine.store.loose.memo(customerId))

/** The newest feeling that accounts for the level: one calmer message does not make an angry customer calm. */
function feelingOf({ turns }: LooseConversation, level: number): string | undefined {
  return turns.findLast(({ verdict }) => verdict !== null && verdict.emotion.level >= level)?.verdict?.emotion.label
}

function shown(engine: Engine, loose: LooseConversation): SideLoose {
  const { store, live, clocks } = engine
  const since = waitingSince(loose)
  const answered = loose.turns.some(({ role }) => role === 'agent')
  const verdict = loose.turns.findLast((turn) => turn.verdict)?.verdict ?? null
  const state = stateOfLoose(loose)
  const streaming = live.streaming.get(loose.id)?.draft
  return {
    id: loose.id, hue: loose.hue, customer: loose.customerId === null ? null : store.shop.customer(loose.customerId), clue: loose.clue, proven: loose.proven,
    order: loose.settled ? orderOf(engine, loose) : null, turns: loose.turns.map(({ id, role, text, at }) => ({ id, role, text, at })),
    reading: verdict && {
      language: verdict.language.code, topics: [...verdict.topics.map(({ label }) => label), ...(verdict.own ?? []).map(({ label }) => `own:${label}`)],
      marks: state.marks, emotion: feelingOf(loose, state.emotionLevel) ?? verdict.emotion.label, level: state.emotionLevel, escalation: verdict.escalation,
    },
    draft: streaming ? { ...streaming } : loose.draft,
    clock: responseClock(clocks, { channel: storedSettings(engine).side.platform, waitingSince: since, personWaitingSince: since, answered, personInvolved: answered }),
    waitingSince: since,
    memo: { text: memoOf(engine, loose), shareable: memoPlace(engine, loose)?.where ?? null },
  }
}

/** What the side panel shows now. */
export function sideView(engine: Engine): SideView {
  const recent = engine.store.loose.recent(SHOWN)
  const [loose] = recent
  return {
    loose: loose ? shown(engine, loose) : null,
    options: loose?.options ?? [], settled: loose?.settled ?? true, before: loose?.before ?? null, lookup: loose?.lookup ?? 'not-needed',
    history: recent.map((one) => ({ id: one.id, hue: one.hue, name: nameOf(engine, one.customerId), words: wordsOf(one), at: one.touchedAt })),
  }
}

export function publishSide(engine: Engine): void {
  engine.publish({ kind: 'side', view: sideView(engine) })
}
