import type { Order } from '../../src-shared/domain/order.ts'
import type { DraftInput } from '../domain/drafting/types.ts'
import type { Vector } from '../domain/knowledge/embedding/vector.ts'
import type { ConversationState } from '../domain/quality/mood.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { StoredMessage } from '../store/messages.ts'
import type { Engine } from './context.ts'
import { stateOf } from './inbox.ts'
import { SHOP_HOURS, SHOP_TIME_ZONE } from './shop-place.ts'
import { shopVoice } from './shop-voice.ts'
import { deskLanguage } from './settings.ts'

/** Turns that a draft looks back on. */
const TURNS = 60
const PASSAGES = 4

/** Where the customer's parcels go; null when nothing is known. Numbers of other countries are written with their code. */
const buyerOf = (orders: readonly Order[]): 'mainland' | 'overseas' | null => {
  const [newest] = [...orders].sort((a, b) => b.placedAt - a.placedAt)
  return newest ? (newest.address.phone.startsWith('+') ? 'overseas' : 'mainland') : null
}

/** What is to be answered. */
export interface Question {
  record: ConversationRecord
  state: ConversationState
  /** The last turns, oldest first. */
  page: StoredMessage[]
  /** What triage said of the last message of the customer. */
  verdict: DraftInput['verdict']
  /** All that the customer wrote since our last reply. */
  text: string
}

/** Reads what waits for an answer; null without a customer message that was understood. */
export function readQuestion(engine: Engine, conversationId: string): Question | null {
  const { store } = engine
  const record = store.conversations.get(conversationId)
  if (!record) return null
  const page = store.messages.page(conversationId, null, TURNS).filter((m) => m.message.author.kind !== 'system' && m.message.recalledAt === undefined)
  const last = page.findLast((m) => m.message.author.kind === 'customer')
  if (!last?.verdict) return null
  // The customer may write several bubbles before anybody answers; all of them are the question.
  const text = page.slice(page.findLastIndex((m) => m.message.author.kind !== 'customer') + 1).map((m) => m.message.text).join('\n')
  return { record, state: stateOf(record), page, verdict: last.verdict, text }
}

/** Who writes and what they bought, as far as the conversation is verified. */
export function knownTo({ store }: Pick<Engine, 'store'>, { conversation: { customerId, verification } }: ConversationRecord): Pick<DraftInput, 'customer' | 'orders'> {
  const known = customerId !== null && verification !== 'none' ? customerId : null
  return { customer: known ? store.shop.customer(known) : null, orders: known ? store.shop.orders(known) : [] }
}

/** Everything a drafter may know of a conversation; orders only when the customer is verified. Null without a customer message. @param vector what the question means, where that was asked */
export function draftInput(engine: Engine, conversationId: string, question = readQuestion(engine, conversationId), vector: Vector | null = null): DraftInput | null {
  if (!question) return null
  const { store } = engine
  const { record, state, page, verdict } = question
  const language = verdict.language.code === 'zh' ? 'zh' : 'en'
  const topics = state.topics.length > 0 ? state.topics : state.openTopic ? [state.openTopic] : []
  const { customer, orders } = knownTo(engine, record)
  return {
    conversation: record.conversation,
    history: page.map((m) => ({ id: m.message.id, role: m.message.author.kind as 'customer' | 'agent' | 'autopilot', text: m.message.text, at: m.message.at, verdict: m.verdict ?? undefined })),
    verdict, openTopic: state.openTopic,
    customer, orders, products: store.shop.products(),
    hits: engine.knowledge().search(question.text, { language, audience: 'customer', topics, productIds: orders.flatMap((o) => o.items.map((i) => i.productId)), buyer: buyerOf(orders), at: engine.clock.now(), channel: record.conversation.channel, vector, k: PASSAGES }),
    answers: store.learned.all(),
    templates: engine.templates, deskLanguage: deskLanguage(engine),
    shopName: store.settings.read('shop', { name: { zh: '', en: '' } }).name,
    now: engine.clock.now(), timeZone: SHOP_TIME_ZONE, hours: SHOP_HOURS, voice: shopVoice(engine),
  }
}
