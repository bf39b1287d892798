import type { AfterSaleCase } from '../../src-shared/domain/case.ts'
import type { Attachment } from '../../src-shared/domain/attachment.ts'
import type { Conversation } from '../../src-shared/domain/conversation.ts'
import type { Customer } from '../../src-shared/domain/customer.ts'
import type { AuthorKind, Message } from '../../src-shared/domain/message.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Review } from '../../src-shared/domain/review.ts'
import type { Change, LogEvent } from '../../src-shared/wire/protocol.ts'
import type { ChannelReads, ChannelWrites } from './channel-store.ts'
import type { IntegrationReads, IntegrationWrites } from './integrations.ts'
import type { OutcomeReads, OutcomeWrites } from './outcomes.ts'
import type { PeopleReads, PeopleWrites } from './people.ts'
import type { ShopReads, ShopWrites } from './shops.ts'

/**
 * The gateway's memory. Asynchronous, because the next implementation talks to PostgreSQL; every implementation passes
 * `store-contract.ts`. All times are milliseconds of the gateway's clock, given by the caller.
 */
export interface Store {
  /** A consistent view; nothing but the transaction may be awaited inside. */
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>
  /**
   * All or nothing, one after the other over all nodes. When it resolves the change is on disk. Whatever `work` throws
   * undoes everything and is thrown again. Nothing but the transaction may be awaited inside.
   */
  write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T>
  /** Called after each commit with what it appended, in order of `n`. The answer unsubscribes. Listeners must not throw. */
  onAppended(listener: (events: readonly LogEvent[]) => void): () => void
  close(): Promise<void>
}

/** A change other than conversations and messages, of which the snapshot keeps the last of each kind and key. */
export interface StateRow { kind: string; key: string; change: Change }

/** A conversation with the sequence numbers that decide whether a reply still fits (0 = none yet). */
export interface ConversationRow { conversation: Conversation; lastSeq: number; lastCustomerSeq: number; lastDeskSeq: number }
export interface MessageRow { message: Message; n: number }
export interface Lease { conversationId: string; seatId: string; expiresAt: number }

/** One scripted conversation's progress. Times are seconds of the recording, not of a clock. */
export interface DemoProgress {
  demoId: string
  /** Index of the next step that is neither played nor skipped. */
  nextStep: number
  /** Sequence number and time of the last step that was played; null before the first. */
  lastPlayed: { seq: number; at: number } | null
  /** When the first reply after `lastPlayed` was noticed. */
  replyAt: number | null
  sentIds: string[]
  /** In which round of the day the customer came: it goes up when the day is set back. */
  round: number
  /** Seconds by which this conversation's times of day are moved: by jumps, or because the customer was called before the time. */
  shift: number
}

export interface ReadTx {
  readonly channels: ChannelReads
  /** How people sign in, and the record of who did what. */
  readonly people: PeopleReads
  /** A single value by name, such as `logId`. */
  meta(name: string): Promise<string | null>
  /** All single values whose name begins so, ascending by name. */
  metas(prefix: string): Promise<{ name: string; value: string }[]>
  /** Number of the last event; 0 in an empty log. */
  head(): Promise<number>
  /** Events with `n` > after, ascending. */
  eventsAfter(after: number, limit: number): Promise<LogEvent[]>
  state(kind: string, key: string): Promise<Change | null>
  /** Ascending by (kind, key). */
  states(after: { kind: string; key: string } | null, limit: number): Promise<StateRow[]>
  /** Those of one kind whose key is greater than `after`, ascending by key. */
  statesOf<K extends Change['type']>(kind: K, limit: number, after?: string): Promise<Extract<Change, { type: K }>[]>
  /** Reviews that nobody has decided, the next to expire first. */
  openReviews(): Promise<Review[]>
  /** After-sale cases about an order. */
  casesOf(orderNo: string): Promise<AfterSaleCase[]>
  conversation(id: string): Promise<ConversationRow | null>
  /** Ascending by id. */
  conversations(afterId: string | null, limit: number): Promise<Conversation[]>
  /** Open conversations whose customer wrote after the desk's last word, ascending by id. */
  waitingConversations(limit: number): Promise<ConversationRow[]>
  message(id: string): Promise<MessageRow | null>
  /** Messages with afterSeq < `seq` <= uptoSeq, ascending; at most the newest `limit` of them. */
  messagesOf(conversationId: string, afterSeq: number, limit: number, uptoSeq?: number): Promise<Message[]>
  /** Numbers of the messages after `afterSeq` that were taken back, ascending. */
  recalledSeqs(conversationId: string, afterSeq: number): Promise<number[]>
  messageAt(conversationId: string, seq: number): Promise<Message | null>
  /** Messages by their number in the log: after < n <= upto, ascending. */
  messagesByNumber(after: number, upto: number, limit: number): Promise<MessageRow[]>
  messageIds(): Promise<{ id: string; kind: AuthorKind }[]>
  lease(conversationId: string): Promise<Lease | null>
  /** Leases with expiresAt <= now. */
  expiredLeases(now: number, limit: number): Promise<Lease[]>
  /** The number of the event that this request id made; null when it is new. */
  request(id: string): Promise<number | null>
  /** Conversation of a visitor, by the hash of the visitor's token. */
  visitorConversation(visitor: string): Promise<string | null>
  attachment(sha256: string): Promise<Attachment | null>
  /** May this reader (`visitor:<hash>`, `conversation:<id>` or `desks`) see the attachment? */
  attachmentGranted(sha256: string, reader: string): Promise<boolean>
  /** Attachments that only visitors uploaded, and that neither a conversation holds nor a desk brought. */
  unsentUploads(): Promise<string[]>
  customer(id: string): Promise<Customer | null>
  order(no: string): Promise<Order | null>
  /** Newest first. */
  ordersOf(customerId: string): Promise<Order[]>
  /** How often `key` was counted in the window that is open at `now` (see WriteTx.count); one opened after `now` is none. */
  counted(key: string, windowMs: number, now: number): Promise<number>
  /** What was paid out under a key after this time, in minor units, and how often (see WriteTx.addSpending). */
  spent(key: string, since: number): Promise<{ amount: number; count: number }>
  customerByPhone(phone: string): Promise<Customer | null>
  demoProgress(): Promise<DemoProgress[]>
  /** Shops behind HTTP. */
  readonly shops: ShopReads
  /** Other systems that read, write and are told. */
  readonly integrations: IntegrationReads
  /** What became of drafts, over the team. */
  readonly outcomes: OutcomeReads
}

export interface WriteTx extends ReadTx {
  readonly channels: ChannelWrites
  readonly people: PeopleWrites
  setMeta(name: string, value: string): Promise<void>
  dropMeta(name: string): Promise<void>
  /**
   * The only way into the log: gives the change the next `n` and brings the present state up to date with it.
   * A message must carry the next `seq` of its conversation and a new id, else this throws. `message-recalled` marks the
   * message, empties quotes of it, and closes its pictures to the conversation unless another message shows them.
   */
  append(at: number, change: Change): Promise<LogEvent>
  putLease(lease: Lease): Promise<void>
  dropLease(conversationId: string): Promise<void>
  putRequest(id: string, n: number): Promise<void>
  putVisitor(visitor: string, conversationId: string): Promise<void>
  putAttachment(attachment: Attachment): Promise<void>
  grantAttachment(sha256: string, reader: string): Promise<void>
  /** Forgets an attachment and who may see it. */
  forgetAttachment(sha256: string): Promise<void>
  putCustomer(customer: Customer): Promise<void>
  putOrder(order: Order): Promise<void>
  /** Adds one to `key` and answers the count in its window, which opens at the first count and lasts `windowMs`. */
  count(key: string, windowMs: number, now: number): Promise<number>
  /** Forgets counters whose window opened before `before`. */
  forgetCounters(before: number): Promise<void>
  /** Counts what an effect pays out under each of these keys, in minor units; once, however often it is said. */
  addSpending(keys: readonly string[], effectId: string, at: number, amount: number): Promise<void>
  putDemoProgress(progress: DemoProgress): Promise<void>
  readonly shops: ShopWrites
  readonly integrations: IntegrationWrites
  readonly outcomes: OutcomeWrites
}
