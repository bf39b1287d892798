import type { Article } from '../../../src-shared/domain/article.ts'
import type { Association } from '../../../src-shared/domain/association.ts'
import type { Citation } from '../../../src-shared/domain/draft.ts'
import type { Conversation } from '../../../src-shared/domain/conversation.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Manner } from '../../../src-shared/domain/manner.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import type { LearnedAnswer } from '../../../src-shared/domain/learning.ts'
import type { LocalText, Money } from '../../../src-shared/domain/text.ts'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import type { ShopHours } from '../../../src-shared/domain/shop-hours.ts'
import type { Voice } from '../../../src-shared/domain/voice.ts'
import type { KnowledgeHit } from '../knowledge/index.ts'
import type { Templates } from './templates.ts'

/** A turn of the conversation, oldest first; the last customer turn is the one to answer. */
export type Turn = { /** Of the message, where one lies behind it. */ id?: string | undefined; role: 'customer' | 'agent' | 'autopilot'; text: string; at: number; /** What triage said of it; of the customer's turns only. */ verdict?: Verdict | undefined }

/** An incident's words for one customer, in the language of the reply. */
export type Notice = { /** `incident:` and its id. */ id: string; title: string; text: string; /** What may be given, in words; '' where nothing may. */ allowed: string; /** The customer has heard it. */ told: boolean }

/** What the desk knows of a verified customer beyond this conversation. */
export type Remembered = {
  /** Other conversations of theirs. */
  conversations: number
  /** Sentences of ours in those, as `sentences` gives them; the newest last, at most 60. */
  said: readonly string[]
  /** When they were last here and what about: topics, and their last words. */
  last: { at: number; topics: readonly string[]; words: string } | null
  /** What we promised and have not kept yet, in any of their conversations. */
  promised: ReadonlyArray<{ words: string; dueAt: number }>
}

/** What the shop's policy lets be given, amounts in minor units. */
export type Allowed = {
  /** As goodwill at once; null: no policy says. */
  goodwill: Money | null
  /** The most that may be refunded at once; null: no policy says. */
  refund: Money | null
  /** What the policy knows for the first topic; `amount` a case, null without a limit in money. */
  actions: ReadonlyArray<{ kind: string; amount: Money | null }>
}

/** An article that was not found by the question, and belongs to the best of those that were. */
export type DraftNeighbour = { article: Article; language: 'zh' | 'en'; passage: string; /** The hit that it belongs to. */ of: { id: string; title: string }; reasons: readonly Association[] }

export type DraftInput = {
  conversation: Pick<Conversation, 'verification' | 'displayName'> & { /** Whose rules hold; undefined: all. */ channel: string | undefined }
  history: readonly Turn[]
  /** Turns of this conversation's earlier matters, which have ended: what was said in them is known, what was open in them is not asked now. */
  earlier?: readonly Turn[]
  /** What triage said of the last customer message. */
  verdict: Verdict
  /** Number of the order that the channel shows beside the conversation. */
  shownOrder?: string | undefined
  /** Topic still open from earlier messages; a nudge or a "yes" is about it. */
  openTopic: string | null
  customer: Customer | null
  orders: readonly Order[]
  products: readonly Product[]
  /** Best first. Internal articles are ignored. */
  hits: readonly KnowledgeHit[]
  /** May be quoted by an endpoint behind the hits; the desk's own drafter quotes hits alone. */
  neighbour?: DraftNeighbour | null
  /** Approved replies of the shop's own. */
  answers?: readonly LearnedAnswer[]
  /** What an incident that touches this customer says, newest first; absent: none does. */
  notices?: readonly Notice[]
  /** Absent: not verified, or nothing is known. */
  remembered?: Remembered | undefined
  /** Absent: no policy speaks. */
  allowed?: Allowed | undefined
  templates: Templates
  deskLanguage: 'zh' | 'en'
  shopName: LocalText
  /** When the shop answers; absent: nothing is promised by the hour. */
  hours?: ShopHours | undefined
  /** How the shop's people write; absent: plainly. */
  voice?: Voice | undefined
  /** Milliseconds since the epoch, by the gateway's clock. */
  now: number
  /** IANA name; times are written in it. Default Asia/Shanghai. */
  timeZone?: string
}

/** Why there is no text: `language` no template speaks it · `spam` · `no-source` · `nothing-new` all of it was said before. */
export type NoDraftReason = 'language' | 'spam' | 'no-source' | 'nothing-new'

export type LocalDraft = {
  /** Bubbles separated by an empty line; '' when nothing can be sourced. */
  text: string
  /** ISO 639-1; zh, en, or another language that has templates for this case. */
  language: string
  citations: Citation[]
  /** Paths of the facts that stand in the text, such as `order.logistics.trackingNo`. */
  factsUsed: string[]
  /** The order it speaks about. */
  orderNo: string | null
  /** Is it beyond doubt which order is meant? */
  orderCertain: boolean
  /** Rules about this customer that shaped it. */
  manners: Manner[]
  state: 'ready' | 'none'
  reason: NoDraftReason | null
}

/** A source of a line before it is numbered. */
export type Source = Omit<Citation, 'n'>

/** One sentence group to say: a template with its variables, or words of an article as they stand. */
export type Line =
  | { key: string; vars?: Readonly<Record<string, string>>; sources?: readonly Source[]; facts?: readonly string[] }
  | { verbatim: string; sources: readonly Source[] }

/** Lines that belong into one bubble. */
export type Bubble = readonly Line[]
