import type { Citation } from '../../../src-shared/domain/draft.ts'
import type { Conversation } from '../../../src-shared/domain/conversation.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import type { LearnedAnswer } from '../../../src-shared/domain/learning.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import type { KnowledgeHit } from '../knowledge/index.ts'
import type { Manner } from './manner.ts'
import type { WorkingHours } from './reply-by.ts'
import type { Templates } from './templates.ts'
import type { Voice } from './voice.ts'

/** A turn of the conversation, oldest first; the last customer turn is the one to answer. */
export type Turn = { /** Of the message, where one lies behind it. */ id?: string | undefined; role: 'customer' | 'agent' | 'autopilot'; text: string; at: number; /** What triage said of it; of the customer's turns only. */ verdict?: Verdict | undefined }

export type DraftInput = {
  conversation: Pick<Conversation, 'verification' | 'displayName'> & { /** Whose rules hold; undefined: all. */ channel: string | undefined }
  history: readonly Turn[]
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
  /** Approved replies of the shop's own. */
  answers?: readonly LearnedAnswer[]
  templates: Templates
  deskLanguage: 'zh' | 'en'
  shopName: LocalText
  /** When the shop answers; absent: nothing is promised by the hour. */
  hours?: WorkingHours | undefined
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
