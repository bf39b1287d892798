import { z } from 'zod'
import { AppErrorShape } from '../errors.ts'
import { Role } from '../domain/account.ts'
import { Channel, Verification } from '../domain/conversation.ts'
import { Customer } from '../domain/customer.ts'
import { DemoState } from '../domain/demo-play.ts'
import { Draft } from '../domain/draft.ts'
import { Attachment } from '../domain/attachment.ts'
import { ReplyDelivery } from '../domain/channel-line.ts'
import { Conversation } from '../domain/conversation.ts'
import { Resolution } from '../domain/disposition.ts'
import { Id, Message, Quote } from '../domain/message.ts'
import { Note } from '../domain/note.ts'
import { Order, OrderFlag } from '../domain/order.ts'
import { AutonomyLevel } from '../domain/policy.ts'
import { Rating } from '../domain/rating.ts'
import { ResponseClock } from '../domain/response-clock.ts'
import { ThreadEffect } from './commerce.ts'
import { RowPromise, ThreadPromise } from './promises.ts'
import { AutopilotRun } from '../domain/run.ts'
import { Budget, NO_BUDGET } from '../domain/budget.ts'
import { Masking } from '../domain/masking.ts'
import { ThreadReview } from './reviews.ts'
import { TicketView } from './tickets.ts'
import { PeakMode } from './campaigns.ts'
import { ThreadIncident } from './incidents.ts'
import { OwnWords } from './writing.ts'
import { LocalText, Millis, Money } from '../domain/text.ts'
import { Evidence, Verdict } from '../domain/triage.ts'
import { SideSettings } from './side.ts'

/** Faults that the person plays on this desk to see how it goes on: marked as drills, so that nobody takes them for real ones. */
export const Drill = z.object({
  /** The line to the gateway is cut, until then by the gateway's clock or (null) until it is put back; null: it is not. */
  network: z.object({ until: Millis.nullable() }).nullable(),
  /** The model is out of reach. */
  model: z.boolean(),
})
export type Drill = z.infer<typeof Drill>

/** The one line of truth at the top of the window. */
export const DeskState = z.object({
  shop: LocalText,
  /** IANA zone of the shop: the times of orders and parcels are told in it, on the screen as in drafts. */
  timeZone: z.string(),
  link: z.discriminatedUnion('state', [
    z.object({ state: z.literal('live') }),
    z.object({ state: z.literal('connecting') }),
    z.object({ state: z.literal('catching-up'), done: z.number().int(), total: z.number().int() }),
    z.object({ state: z.literal('offline'), since: Millis }),
  ]),
  /** Replies that wait to be sent, and replies held for a person. */
  waiting: z.number().int().nonnegative(),
  held: z.number().int().nonnegative(),
  model: z.object({ name: z.string().nullable(), /** untried: set, but no draft has come from it yet */ health: z.enum(['none', 'untried', 'ok', 'failing']), problem: z.string().nullable() }),
  autopilot: z.object({ paused: z.boolean(), /** The furthest that any intent may go. */ level: AutonomyLevel.default('off') }),
  /** Codes of standing warnings, such as `key-file` (the database key lies in a file, no keyring was found). */
  warnings: z.array(z.string()),
  /** The clock's offset: gateway time minus local time, in milliseconds. */
  clockOffset: z.number(),
  /** The recorded day that the gateway plays, as last heard of; null where none is played. */
  demo: DemoState.nullable().default(null),
  drill: Drill.default({ network: null, model: false }),
  /** Who sits here; `signedIn` false: whoever set this gateway up. */
  me: z.object({ accountId: z.string(), signedIn: z.boolean(), name: z.string(), role: Role }).default({ accountId: 'local', signedIn: false, name: '', role: 'admin' }),
  /** Why the gateway lets this desk in no longer; null: it does, or it was not reached. */
  refused: AppErrorShape.nullable().default(null),
  /** The campaign that runs. */
  peak: PeakMode.nullable().default(null),
})
export type DeskState = z.infer<typeof DeskState>

export const InboxRow = z.object({
  id: Id,
  displayName: z.string(),
  channel: Channel,
  verification: Verification,
  /** The last line of the customer, one line, or of the desk when the customer wrote none. */
  lastLine: z.string(),
  /** Whose line it is. */
  lastBy: z.enum(['customer', 'desk']),
  lastAt: Millis,
  lastSeq: z.number().int().nonnegative(),
  /** When the first unanswered customer message came; null when nothing waits. */
  waitingSince: Millis.nullable(),
  /** Until when the customer must be answered; null when no rule asks for it. */
  clock: ResponseClock.nullable(),
  /** Put away until then; `woke`: it came back, and why. Null when that has been dealt with. */
  snooze: z.object({ until: Millis, woke: z.enum(['time', 'customer']).nullable() }).nullable(),
  /** `done`: today; `past`: earlier, which the queue does not show. */
  section: z.enum(['needs-you', 'autopilot', 'waiting-for-customer', 'snoozed', 'done', 'past']),
  /** It is offered to this desk until then (gateway time); absent: it is not. */
  offer: z.object({ until: Millis }).nullable().optional(),
  /** What the customer was promised next; absent: nothing. */
  promise: RowPromise.nullable().optional(),
  /** At most one, the one that matters most. */
  chip: z.enum(['angry', 'held', 'review', 'queued', 'autopilot', 'incident']).nullable(),
  /** 0 calm .. 3 angry, of the conversation's present state. */
  emotionLevel: z.number().int().min(0).max(3),
  /** 0..1; orders the queue together with the wait. */
  escalation: z.number().min(0).max(1),
  /** A topic of the shop's own is `own:` and its name. */
  topics: z.array(z.string()),
  marks: z.array(z.string()),
  language: z.string(),
  draft: z.enum(['none', 'streaming', 'ready']),
  /** A flag is up and nobody dismissed it: stands above everything that only waits, whatever the chip says. */
  flagged: z.boolean(),
  /** A person corrected or dismissed the flag. */
  flagDismissed: z.boolean(),
  /** Who answers, once a person has in this matter; absent: none has. When the customer was asked to go back to autopilot, and when they agreed. */
  answers: z.object({ by: z.enum(['person', 'autopilot']), askedAt: Millis.nullable(), agreedAt: Millis.nullable() }).optional(),
})
export type InboxRow = z.infer<typeof InboxRow>

/** A message in the thread: what the log holds, or what still waits on this desk (`seq` null). */
export const ThreadMessage = Message.extend({
  seq: z.number().int().positive().nullable(),
  /** received: from the customer · queued: waits for the line · undo: autopilot, can still be stopped · sent · held: kept for a person, see `holdReason` */
  delivery: z.enum(['received', 'queued', 'undo', 'sent', 'held']),
  holdReason: z.enum(['newer-message', 'lease', 'closed', 'paused', 'too-old', 'refused', 'picture', 'review']).nullable(),
  /** What triage said; customer messages only. */
  verdict: Verdict.nullable(),
  /** A person said otherwise than triage. */
  corrected: z.boolean().optional(),
  /** Until when this desk may take it back from the customer (gateway time); absent: never. */
  recallUntil: Millis.optional(),
  /** What the agent of this desk wrote, where the text is its translation for the customer. */
  ownWords: OwnWords.optional(),
  /** How it stands on its way to a channel of others; absent: that channel has it, or it needs none. */
  outside: ReplyDelivery.pick({ state: true, why: true }).optional(),
})
export type ThreadMessage = z.infer<typeof ThreadMessage>

/** What is remembered of a customer over all conversations that this desk knows. */
export const CustomerHistory = z.object({
  conversations: z.number().int().nonnegative(),
  /** Orders that were paid and not taken back, and their sums by currency. */
  bought: z.number().int().nonnegative(),
  spent: z.array(Money),
  /** Emotion levels (0 calm .. 3 angry) of the newest messages, oldest first. */
  moods: z.array(z.number().int().min(0).max(3)),
  /** The last sentence of ours that commits us to a time, with the words of that time. */
  promise: z.object({ text: z.string(), when: z.string(), at: Millis }).nullable(),
})
export type CustomerHistory = z.infer<typeof CustomerHistory>

/** A note beside the thread. `own`: this desk wrote it and may change it. `waits`: for the line. */
export const ThreadNote = Note.extend({ own: z.boolean(), waits: z.boolean() })
export type ThreadNote = z.infer<typeof ThreadNote>

export const Thread = z.object({
  conversation: Conversation,
  row: InboxRow,
  /** Oldest first. */
  messages: z.array(ThreadMessage),
  /** Are there older ones to load? */
  more: z.boolean(),
  draft: Draft.nullable(),
  /** Words the agent typed and did not send. */
  unsent: z.string(),
  /** Pictures and the quoted message that stand with those words. */
  unsentParts: z.object({ attachments: z.array(Attachment), quote: Quote.nullable() }),
  /** Number of the last message that the customer has had on the screen; 0: none, or the channel does not tell. */
  readSeq: z.number().int().nonnegative(),
  customer: Customer.nullable(),
  /** Internal notes, oldest first, and the words of one that is still being written. */
  notes: z.array(ThreadNote),
  unsentNote: z.string(),
  /** What was promised and not taken back: open ones by their time, and those that were kept. */
  promises: z.array(ThreadPromise).optional(),
  /** What was done to the customer's orders here, and what waits for the line, oldest first. */
  effects: z.array(ThreadEffect).optional(),
  /** Ends of this conversation that hold, oldest first. */
  resolutions: z.array(Resolution),
  history: CustomerHistory,
  /** The one that the conversation is about first, then the newest. */
  orders: z.array(Order),
  aboutOrder: z.string().nullable(),
  /** Flags and memos that wait for the line. */
  marksWaiting: z.array(z.object({ orderNo: z.string(), flag: OrderFlag.nullable().optional(), memo: z.string().optional() })),
  run: AutopilotRun.nullable(),
  /** What waits for a supervisor here, or came of it and was not read yet; absent: nothing. */
  review: ThreadReview.nullable().optional(),
  /** How the customer found it; null: nobody asked them. */
  rating: Rating.nullable().optional(),
  /** Tickets of this conversation, those that are not done first. */
  tickets: z.array(TicketView).optional(),
  /** Open incidents that touch it, newest first. */
  incidents: z.array(ThreadIncident).optional(),
  /** The conversation's flag with the customer's own words; null when calm. */
  flag: z.object({ level: z.number().int(), messageId: Id, quotes: z.array(z.object({ text: z.string(), why: z.string() })), evidence: z.array(Evidence), marks: z.array(z.string()) }).nullable(),
  articles: z.array(z.object({ id: z.string(), title: LocalText, body: LocalText, audience: z.enum(['customer', 'internal']) })),
})
export type Thread = z.infer<typeof Thread>

export const SearchHit = z.object({
  conversationId: Id, messageId: Id, displayName: z.string(), at: Millis,
  /** Whose words they are. */
  by: z.enum(['customer', 'desk', 'note']).optional(),
  /** The text around the hit, with the spans (code points) that matched. */
  text: z.string(), spans: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
})
export type SearchHit = z.infer<typeof SearchHit>

export const Density = z.enum(['comfortable', 'compact'])
/** Text size in percent of the usual one. */
export const TextSize = z.number().int().min(100).max(150)
/** `HH:MM`, by this machine's clock. */
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** The soft sound for a customer who begins to need a person. `volume` 0..100. Silent from `from` to `to` where `quiet`. */
export const Sound = z.object({ enabled: z.boolean(), volume: z.number().int().min(0).max(100), quiet: z.boolean(), from: ClockTime, to: ClockTime })
export const Notifications = z.object({ enabled: z.boolean(), /** Also while the desk's window has the focus. */ whenFocused: z.boolean(), /** Also of customers who are offered or handed on to this desk, or taken from it, and of hand-overs of a shift. */ handOvers: z.boolean().default(true) })
/** Keys that a person chose, by action; an action that is not named has its own. A key is `Alt+KeyE`, `Ctrl+Shift+KeyM` or a plain `j`. */
export const Shortcuts = z.record(z.string().max(40), z.array(z.string().min(1).max(40)).max(4))
/** `busy`: keeps what is theirs and gets no new customers. `away`: that, and no sounds and no notifications on this desk; customers notice nothing. */
export const Presence = z.enum(['available', 'busy', 'away'])

/** Settings of this desk; `model.hasKey` tells whether a key is stored, the key itself never comes back. */
export const Settings = z.object({
  language: z.enum(['zh', 'en', 'system']),
  theme: z.enum(['light', 'dark', 'system']),
  agentName: z.string().min(1).max(40),
  sendWith: z.enum(['enter', 'ctrl-enter']),
  /** Paragraphs go out as messages of their own, where the channel is a chat. */
  apart: z.boolean().default(true),
  density: Density.default('comfortable'),
  textSize: TextSize.default(100),
  sound: Sound.default({ enabled: true, volume: 40, quiet: true, from: '22:00', to: '08:00' }),
  notifications: Notifications.default({ enabled: true, whenFocused: false, handOvers: true }),
  shortcuts: Shortcuts.default({}),
  presence: Presence.default('available'),
  /** What drafts of a day may cost. */
  budget: Budget.default(NO_BUDGET),
  /** `masking`: what the endpoint may read. `embeddings`: its model for vectors; empty: none is asked for. */
  model: z.object({ baseUrl: z.string(), name: z.string(), hasKey: z.boolean(), fromEnvironment: z.boolean(), masking: Masking.default('all'), embeddings: z.string().default('') }),
  side: SideSettings.default({ shortcut: 'CommandOrControl+Alt+D', platform: 'other', hidden: false }),
})
export type Settings = z.infer<typeof Settings>
