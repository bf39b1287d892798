import { ReplyDelivery } from '../../src-shared/domain/channel-line.ts'
import type { Thread, ThreadMessage } from '../../src-shared/contract/desk.ts'
import { CHANNEL_ABILITIES } from '../../src-shared/domain/channel-abilities.ts'
import { isWatched, type Customer } from '../../src-shared/domain/customer.ts'
import type { Draft } from '../../src-shared/domain/draft.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import { quoteOf } from '../../src-shared/domain/quote-of.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { StoredMessage } from '../store/messages.ts'
import { gravest, type NewReply } from '../store/outbox.ts'
import type { Engine } from './context.ts'
import { stateOf, toRow } from './inbox.ts'
import { toldHere } from './told-here.ts'
import { readWork } from './thread-work.ts'

/** On the watch list only as long as that holds. */
const withWatch = (customer: Customer | null, now: number): Customer | null => (customer?.watch && !isWatched({ watch: customer.watch }, now) ? { ...customer, watch: null } : customer)

/** Until when this desk may take the message back; undefined: not its own, taken back already, or over. */
function recallUntil(engine: Engine, message: Message): number | undefined {
  const { author, recalledAt, at } = message
  if (recalledAt !== undefined || author.id !== engine.seatId || (author.kind !== 'agent' && author.kind !== 'autopilot')) return undefined
  const channel = engine.store.conversations.get(message.conversationId)?.conversation.channel
  const recallMs = channel ? CHANNEL_ABILITIES[channel].recallMs : null
  return recallMs !== null && at + recallMs > engine.clock.now() ? at + recallMs : undefined
}

export function fromLog(engine: Engine, { message, verdict }: StoredMessage): ThreadMessage {
  const corrected = verdict !== null && engine.store.corrections.of(message.id).length > 0
  return withOwnWords(engine, { ...message, delivery: message.author.kind === 'customer' ? 'received' : 'sent', holdReason: null, verdict, recallUntil: recallUntil(engine, message), ...(corrected ? { corrected } : {}), ...outsideOf(engine, message) })
}

/** What the gateway said of its way to a channel of others; one that has arrived needs no word. */
function outsideOf({ store }: Engine, { id, author }: StoredMessage['message']): Pick<ThreadMessage, 'outside'> {
  if (author.kind !== 'agent' && author.kind !== 'autopilot') return {}
  const delivery = store.shared.get('delivery', id, ReplyDelivery)
  return delivery === null || delivery.state === 'sent' ? {} : { outside: { state: delivery.state, why: delivery.why } }
}

export function fromOutbox(item: NewReply): ThreadMessage {
  return {
    id: item.id, conversationId: item.conversationId, seq: null, text: item.text, attachments: item.attachments, at: item.createdAt,
    author: { kind: item.authorKind, id: 'this-desk', name: item.authorName },
    delivery: item.state, holdReason: item.holdReason, verdict: null, ...(item.quote ? { quote: item.quote } : {}), ...(item.apart ? { apart: true } : {}),
  }
}

/** With what the agent wrote, where the text is its translation. */
export function withOwnWords(engine: Engine, message: ThreadMessage): ThreadMessage {
  const ownWords = message.author.kind === 'agent' ? engine.store.translations.ownWords(message.id) : null
  return ownWords ? { ...message, ownWords } : message
}

export function unknownConversation(): AppError {
  return new AppError({ code: 'not-found', retryable: false, say: { zh: '这台电脑上没有这个会话。', en: 'This desk does not have that conversation.' } })
}

/** The draft that a window should show: the one being written, else the last finished one if it still fits. */
export function currentDraft(engine: Engine, conversationId: string): Draft | null {
  const streaming = engine.live.streaming.get(conversationId)
  if (streaming) return streaming.draft
  const draft = engine.store.drafts.latest(conversationId)
  const record = draft && engine.store.conversations.get(conversationId)
  if (!record) return null
  const answered = record.lastDeskSeq > draft.basedOnSeq || engine.store.outbox.of(conversationId).some((o) => o.authorKind === 'agent' && o.basedOnSeq >= draft.basedOnSeq)
  return draft.basedOnSeq < record.lastCustomerSeq || answered ? null : draft
}

function flagOf(engine: Engine, conversationId: string): Thread['flag'] {
  const record = engine.store.conversations.get(conversationId)
  const state = record ? stateOf(record) : null
  if (!state?.flag || state.flagDismissed) return null
  const text = [...(engine.store.messages.get(state.flag.messageId)?.message.text ?? '')]
  const reasons = state.flag.evidence.filter((e) => !/^(?:topic|need)\./u.test(e.why))
  // The same words may speak for two reasons; one quote is enough.
  const distinct = [...new Map(reasons.toReversed().map((e) => [`${e.start} ${e.end}`, e])).values()].toReversed()
  const quotes = distinct.map((e) => ({ text: text.slice(e.start, e.end).join(''), why: e.why }))
  return { level: state.flag.level, messageId: state.flag.messageId, evidence: state.flag.evidence, marks: state.flag.marks, quotes }
}

function unsentPartsOf(engine: Engine, conversationId: string): Thread['unsentParts'] {
  const { attachments, quoteId } = engine.store.unsentParts.get(conversationId)
  const quoted = quoteId === null ? null : engine.store.messages.get(quoteId)
  return { attachments, quote: quoted ? quoteOf(quoted.message) : null }
}

/** Everything about one conversation that the window shows. */
export function readThread(engine: Engine, conversationId: string, before: number | null, limit: number): Thread {
  const record = engine.store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  const page = engine.store.messages.page(conversationId, before, limit)
  const outbox = engine.store.outbox.of(conversationId)
  const { customerId, verification } = record.conversation
  const verified = customerId !== null && verification !== 'none'
  const draft = currentDraft(engine, conversationId)
  return {
    conversation: record.conversation,
    row: toRow(engine, record, gravest(outbox), draft?.state === 'ready' ? draft.basedOnSeq : null),
    messages: [...page.map((stored) => fromLog(engine, stored)), ...(before === null ? outbox.map((item) => withOwnWords(engine, fromOutbox(item))) : [])],
    more: (page[0]?.message.seq ?? 1) > 1,
    draft, unsent: engine.store.unsent.get(conversationId), unsentParts: unsentPartsOf(engine, conversationId), readSeq: engine.store.readMarks.get(conversationId),
    customer: verified ? withWatch(engine.store.shop.customer(customerId), engine.clock.now()) : null,
    run: engine.store.runs.latest(conversationId),
    flag: flagOf(engine, conversationId),
    articles: relatedArticles(engine, record, page),
    ...readWork(engine, record),
  }
}

function relatedArticles(engine: Engine, record: ConversationRecord, page: StoredMessage[]): Thread['articles'] {
  const { openTopic } = stateOf(record)
  const last = page.findLast((m) => m.message.author.kind === 'customer')
  if (!last) return []
  const hits = engine.knowledge().search(last.message.text, { ...toldHere(engine, record), language: last.verdict?.language.code === 'zh' ? 'zh' : 'en', audience: 'any', topics: openTopic ? [openTopic] : [], k: 3 })
  return [...new Map(hits.map((hit) => [hit.article.id, hit.article])).values()].map(({ id, title, body, audience }) => ({ id, title, body, audience }))
}
