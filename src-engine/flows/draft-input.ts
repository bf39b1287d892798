import type { DraftInput, Remembered, Turn } from '../domain/drafting/types.ts'
import type { Vector } from '../domain/knowledge/embedding/vector.ts'
import { circumstancesOf } from '../domain/knowledge/applies.ts'
import type { ConversationState } from '../domain/quality/mood.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { StoredMessage } from '../store/messages.ts'
import { isGreeting } from '../../src-shared/domain/greeting-id.ts'
import type { Engine } from './context.ts'
import { draftNeighbour } from './draft-neighbour.ts'
import { noticesFor } from './incidents/notices.ts'
import { knownTo } from './known-to.ts'
import { allowedFor, remembered } from './remembered.ts'
import { stateOf } from './inbox.ts'
import { shopHours } from './shop-hours.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'
import { shopVoice } from './shop-voice.ts'
import { deskLanguage } from './settings.ts'

/** Turns that a draft looks back on. */
const TURNS = 60
const PASSAGES = 4

/** What is to be answered. */
export interface Question {
  record: ConversationRecord
  /** Whose rules and articles hold; undefined: not known, then all of them. */
  channel: string | undefined
  state: ConversationState
  /** The last turns of the matter that is open, oldest first. */
  page: StoredMessage[]
  /** Turns of the matters before it, which have ended, oldest first. */
  earlier: StoredMessage[]
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
  const all = store.messages.page(conversationId, null, TURNS).filter((m) => m.message.author.kind !== 'system' && m.message.recalledAt === undefined && !isGreeting(m.message.id, conversationId))
  const [earlier, page] = [all.filter(({ message }) => message.seq < record.sinceSeq), all.filter(({ message }) => message.seq >= record.sinceSeq)]
  const last = page.findLast((m) => m.message.author.kind === 'customer')
  if (!last?.verdict) return null
  // The customer may write several bubbles before anybody answers; all of them are the question.
  const text = page.slice(page.findLastIndex((m) => m.message.author.kind !== 'customer') + 1).map((m) => m.message.text).join('\n')
  return { record, channel: record.conversation.channel, state: stateOf(record), page, earlier, verdict: last.verdict, text }
}

const toTurn = ({ message: { id, author, text, at }, verdict }: StoredMessage): Turn => ({ id, role: author.kind as Turn['role'], text, at, verdict: verdict ?? undefined })

/** What is known of a customer, with the earlier matter of this conversation where that is what they were here for last. */
function withEarlier(known: Remembered | undefined, earlier: readonly StoredMessage[]): Remembered | undefined {
  const theirs = earlier.filter(({ message }) => message.author.kind === 'customer')
  const spoken = theirs.findLast(({ verdict }) => (verdict?.topics.length ?? 0) > 0) ?? theirs.at(-1)
  const at = earlier.at(-1)?.message.at ?? 0
  if (!known || !spoken || (known.last && known.last.at >= at)) return known
  return { ...known, last: { at, topics: (spoken.verdict?.topics ?? []).map(({ label }) => label).slice(0, 2), words: spoken.message.text } }
}

/** Everything a drafter may know of a conversation; orders only when the customer is verified. Null without a customer message. @param vector what the question means, where that was asked */
export function draftInput(engine: Engine, conversationId: string, question = readQuestion(engine, conversationId), vector: Vector | null = null): DraftInput | null {
  if (!question) return null
  const { store } = engine
  const { record, channel, state, page, verdict } = question
  const language = verdict.language.code === 'zh' ? 'zh' : 'en'
  const topics = state.topics.length > 0 ? state.topics : state.openTopic ? [state.openTopic] : []
  const { customer, orders } = knownTo(engine, record)
  const circumstances = circumstancesOf({ orders, now: engine.clock.now(), channel })
  const productIds = orders.flatMap((o) => o.items.map((i) => i.productId))
  const input: DraftInput = {
    conversation: { ...record.conversation, channel },
    history: page.map(toTurn), earlier: question.earlier.map(toTurn),
    verdict, openTopic: state.openTopic,
    customer, orders, products: store.shop.products(),
    hits: engine.knowledge().search(question.text, { ...circumstances, language, audience: 'customer', topics, productIds, vector, k: PASSAGES }),
    notices: noticesFor(engine, record, language),
    answers: store.learned.all(),
    remembered: withEarlier(remembered(engine, record), question.earlier), allowed: allowedFor(engine, topics[0]),
    templates: engine.templates, deskLanguage: deskLanguage(engine),
    shopName: store.settings.read('shop', { name: { zh: '', en: '' } }).name,
    now: engine.clock.now(), timeZone: SHOP_TIME_ZONE, hours: shopHours(engine), voice: shopVoice(engine),
  }
  return { ...input, neighbour: draftNeighbour(engine, input.hits, { ...circumstances, audience: 'customer', question: question.text, language, productIds }) }
}
