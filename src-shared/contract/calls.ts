import { z } from 'zod'
import { Attachment, ATTACHMENT_MAX_BYTES } from '../domain/attachment.ts'
import { ConversationStatus } from '../domain/conversation.ts'
import { DemoAction } from '../domain/demo-play.ts'
import { Disposition } from '../domain/disposition.ts'
import { Draft } from '../domain/draft.ts'
import { Writing } from '../domain/learning.ts'
import { Id, MESSAGE_MAX_LENGTH, Quote } from '../domain/message.ts'
import { MEMO_MAX_LENGTH, OrderFlag } from '../domain/order.ts'
import { Policy } from '../domain/policy.ts'
import { Budget } from '../domain/budget.ts'
import { Masking } from '../domain/masking.ts'
import { Millis } from '../domain/text.ts'
import { Density, DeskState, InboxRow, Notifications, Presence, SearchHit, Settings, Shortcuts, Sound, TextSize, Thread } from './desk.ts'
import { FoundArticle, FoundEnd, FoundGroup, FoundOrder, FoundPerson } from './found.ts'
import { StandsBy } from './stands-by.ts'
import { AUTONOMY_CALLS } from './autonomy.ts'
import { CASE_CALLS } from './cases.ts'
import { AUTOPILOT_CALLS } from './autopilot.ts'
import { LEARNING_CALLS } from './learning.ts'
import { COMMERCE_CALLS } from './commerce.ts'
import { COPILOT_CALLS } from './copilot.ts'
import { KNOWLEDGE_CALLS } from './knowledge.ts'
import { BACKTEST_CALLS } from './backtest.ts'
import { HISTORY_CALLS } from './history.ts'
import { INTEGRATION_WINDOW_CALLS } from './integrations.ts'
import { MOOD_CALLS } from './mood.ts'
import { PHRASE_CALLS } from './phrases.ts'
import { POLICY_CALLS } from './policies.ts'
import { RELATED_CALLS } from './related.ts'
import { MORNING_CALLS } from './morning.ts'
import { RESULT_CALLS } from './results.ts'
import { REVIEW_CALLS } from './reviews.ts'
import { SHOP_WINDOW_CALLS } from './shops.ts'
import { SIDE_CALLS, SideSettings } from './side.ts'
import { PROMISE_CALLS, PromiseAdjustment } from './promises.ts'
import { ROUTING_CALLS } from './routing.ts'
import { CHANNEL_CALLS } from './channels.ts'
import { PEOPLE_WINDOW_CALLS } from './people.ts'
import { TEAM_CALLS } from './team.ts'
import { RATING_CALLS } from './ratings.ts'
import { SHIFT_CALLS } from './shifts.ts'
import { TICKET_CALLS } from './tickets.ts'
import { INCIDENT_CALLS } from './incidents.ts'
import { CAMPAIGN_CALLS } from './campaigns.ts'
import { TEACHING_CALLS } from './teaching.ts'
import { DRAFTING_CALLS } from './drafting.ts'
import { TRACE_CALLS } from './trace.ts'
import { UNDERSTANDING_CALLS } from './understanding.ts'
import { WORKFLOW_CALLS } from './workflows.ts'
import { OwnWords, WRITING_CALLS } from './writing.ts'

const Empty = z.object({})
const Nothing = z.object({})

/**
 * What the window may ask of the engine. Parameters are parsed at the engine's door; the engine's handler map does not
 * compile when a call is missing or extra.
 */
export const CALLS = {
  /** Everything the first paint needs; `n` is the number of the last patch that it includes. */
  'desk.open': { params: Empty, result: z.object({ n: z.number().int(), state: DeskState, settings: Settings, rows: z.array(InboxRow) }) },
  'thread.get': {
    params: z.object({ conversationId: Id, before: z.number().int().positive().nullable(), limit: z.number().int().min(1).max(200) }),
    result: Thread,
  },
  /** Tells the engine which conversation is on the screen: it asks for the lease and drafts this one first. null: none. */
  'conversation.focus': { params: z.object({ conversationId: Id.nullable() }), result: Nothing },
  /** `snoozeUntil`: a resolve is undone that ended this snooze; it holds again unless the customer has written since. */
  'conversation.setStatus': { params: z.object({ conversationId: Id, status: ConversationStatus, snoozeUntil: Millis.optional() }), result: z.object({ /** How a resolve is thought to have ended. */ disposition: Disposition.nullable() }) },
  /** Says otherwise how the conversation, which is resolved, ended. */
  'conversation.setDisposition': { params: z.object({ conversationId: Id, disposition: Disposition }), result: Nothing },
  /** Puts the conversation away until a time (gateway time), or brings it back (null). */
  /** Asks the customer, as a reply of this agent, whether autopilot may answer again. */
  'conversation.handBack': { params: z.object({ conversationId: Id }), result: Nothing },
  'conversation.snooze': { params: z.object({ conversationId: Id, until: Millis.nullable() }), result: Nothing },
  /** The usual times to put something away until, and what the words typed mean; null: not understood. */
  'snooze.times': {
    params: z.object({ typed: z.string().max(60) }),
    result: z.object({ choices: z.array(z.object({ kind: z.enum(['later', 'tomorrow', 'monday']), until: Millis })), typed: Millis.nullable() }),
  },
  /** A note for the desks: new, changed, or back again after it was deleted. `id` made by the window. */
  'note.save': { params: z.object({ id: Id, conversationId: Id, text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH) }), result: Nothing },
  'note.delete': { params: z.object({ id: Id }), result: Nothing },
  /** Words of a note that is still being written. */
  'note.keep': { params: z.object({ conversationId: Id, text: z.string().max(10 * MESSAGE_MAX_LENGTH) }), result: Nothing },
  /** Flags an order (null: no flag), or adds to its memo. `id` made by the window: sent twice it is one mark. */
  'order.mark': {
    params: z.object({ id: Id, conversationId: Id, orderNo: z.string(), flag: OrderFlag.nullable().optional(), memo: z.string().trim().min(1).max(MEMO_MAX_LENGTH).optional() }),
    result: Nothing,
  },
  /** The agent says: this flag is wrong (dismissed: true), or takes that back. */
  'conversation.dismissFlag': { params: z.object({ conversationId: Id, dismissed: z.boolean() }), result: Nothing },
  /** Queues a reply. `basedOnSeq`: last customer message on the screen. `id` made by the window: sent twice it is one reply. */
  'reply.send': {
    params: z.object({
      id: Id, conversationId: Id, text: z.string().trim().max(MESSAGE_MAX_LENGTH), attachments: z.array(Attachment).max(9),
      basedOnSeq: z.number().int().nonnegative(), draftId: Id.nullable(), quoteId: Id.nullable().optional(),
      /** What the person said of the promises that were read in it. */
      promises: z.array(PromiseAdjustment).max(20).optional(),
      /** How it was written; absent: this window cannot tell, and what became of the draft is not judged. */
      writing: Writing.optional(),
      /** What the agent wrote, where `text` is its translation. */
      ownWords: OwnWords.optional(),
      /** The guard stops these words, and whoever wrote them stands by them: a supervisor is asked, or whoever may decide sends them for a reason. Without it: `reply-stopped`. */
      standsBy: StandsBy.optional(),
    }).refine((reply) => reply.text !== '' || reply.attachments.length > 0),
    result: Nothing,
  },
  /** A held or queued reply: send it after all (it then answers what is on the screen), or take it back into the composer. */
  'reply.release': { params: z.object({ id: Id, basedOnSeq: z.number().int().nonnegative() }), result: Nothing },
  'reply.takeBack': { params: z.object({ id: Id }), result: z.object({ text: z.string(), attachments: z.array(Attachment), quote: Quote.nullable() }) },
  /** Takes a reply that the customer has already back from them; needs the line. The window gets the message's new state as a patch. */
  'reply.recall': { params: z.object({ id: Id }), result: Nothing },
  /** Keeps a picture on this desk, encrypted, before anything refers to it. Sizes in pixels, as the window drew it. */
  'picture.keep': {
    params: z.object({ bytes: z.instanceof(Uint8Array).refine((b) => b.length <= ATTACHMENT_MAX_BYTES), width: z.number().int().positive(), height: z.number().int().positive() }),
    result: Attachment,
  },
  /** What goes with the words that are not sent yet: pictures kept before, and the message that they answer. */
  'unsent.saveParts': { params: z.object({ conversationId: Id, attachments: z.array(Attachment).max(9), quoteId: Id.nullable() }), result: Nothing },
  /**
   * Longer than one message may be: words taken back stand before those typed meanwhile. `basedOn`: what was kept as far as
   * this window knows; `writer`: its name, so that it knows its own words in the patch. `newer`: another window saved
   * these meanwhile and nothing was changed; null: kept.
   */
  'unsent.save': {
    params: z.object({ conversationId: Id, text: z.string().max(10 * MESSAGE_MAX_LENGTH), basedOn: z.string().optional(), writer: z.string().max(64).optional() }),
    result: z.object({ newer: z.string().nullable() }),
  },
  /** Makes the draft anew (after a failure, or because the agent wants another). */
  'draft.again': { params: z.object({ conversationId: Id }), result: Nothing },
  'draft.get': { params: z.object({ conversationId: Id }), result: z.object({ draft: Draft.nullable() }) },
  'autopilot.undo': { params: z.object({ runId: Id }), result: Nothing },
  /** The kill switch: takes effect here at once, at the gateway as soon as it is reached. */
  'autopilot.pause': { params: z.object({ paused: z.boolean() }), result: Nothing },
  /**
   * All that the desk knows, for the command palette: each group best first, at most `limit` of it. Messages are newest first;
   * two characters of Chinese or a word of English are enough. `ends`: ways to end that the words name, for `ended`.
   */
  'search.everything': {
    params: z.object({ query: z.string().max(200), groups: z.array(FoundGroup).max(4), limit: z.number().int().min(1).max(50), ends: z.array(Disposition).max(7).optional() }),
    result: z.object({ people: z.array(FoundPerson), orders: z.array(FoundOrder), messages: z.array(SearchHit), articles: z.array(FoundArticle), ended: z.array(FoundEnd) }),
  },
  /** Where this desk stands: nothing of it can be changed from the window. `policies`: the limits of autopilot. */
  'desk.about': {
    params: Empty,
    result: z.object({
      appVersion: z.string(), dataDir: z.string(), seatId: z.string(), policies: z.array(Policy),
      /** null: no gateway was found yet. `embedded`: the shell started it itself. */
      gateway: z.object({ url: z.string(), embedded: z.boolean() }).nullable(),
    }),
  },
  /**
   * Tries an address and a model without storing them. Without `key` the stored one is used, if it was given for the same
   * host. `not-found`: something answers there, but neither a list of models nor this model. `models`: what is offered. `embeddings`: the model for meaning, tried with a word of ours.
   */
  'model.check': {
    params: z.object({ baseUrl: z.url({ protocol: /^https?$/ }), name: z.string().max(200), key: z.string().max(500).optional(), embeddings: z.string().max(200).optional() }),
    result: z.object({
      outcome: z.enum(['ok', 'no-name', 'unknown-model', 'not-found', 'unauthorised', 'unreachable', 'busy', 'failed']),
      ms: z.number().int().nonnegative(), models: z.array(z.string()),
      /** Does the model for meaning answer with vectors? null: none was given, or nobody is there to ask. */
      meaning: z.boolean().nullable().default(null),
    }),
  },
  /** Only the fields given change. `model.key` is write-only; '' forgets it. `model.masking`: absent, as before at the same host, elsewhere as the address asks for. `model.embeddings`: absent, as before at the same host, elsewhere none. */
  'settings.set': {
    params: z.object({
      language: Settings.shape.language.optional(), theme: Settings.shape.theme.optional(), agentName: Settings.shape.agentName.optional(),
      sendWith: Settings.shape.sendWith.optional(), apart: z.boolean().optional(),
      density: Density.optional(), textSize: TextSize.optional(), sound: Sound.optional(), notifications: Notifications.optional(),
      shortcuts: Shortcuts.optional(), presence: Presence.optional(), budget: Budget.optional(), side: SideSettings.optional(),
      model: z.object({ baseUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]), name: z.string().max(200), key: z.string().max(500).optional(), masking: Masking.optional(), embeddings: z.string().max(200).optional() }).optional(),
    }),
    result: Settings,
  },
  /** The agent types: the customer's browser shows it. Lost when offline, on purpose. */
  typing: { params: z.object({ conversationId: Id }), result: Nothing },
  /** Needs the line: a wish that took effect later would only surprise. Refused: `no-demo`, `demo-offline`. */
  'demo.control': { params: DemoAction, result: Nothing },
  /** Cuts this desk's own line, for so many seconds or (null) until it is put back; `down: false` puts it back. Refused: `no-demo`. */
  'drill.network': { params: z.object({ down: z.boolean(), seconds: z.number().min(1).max(3600).nullable() }), result: Nothing },
  /** Refused: `no-demo`, `no-model`. */
  'drill.model': { params: z.object({ down: z.boolean() }), result: Nothing },
  ...LEARNING_CALLS,
  ...AUTOPILOT_CALLS,
  ...AUTONOMY_CALLS,
  ...PEOPLE_WINDOW_CALLS,
  ...TEAM_CALLS,
  ...ROUTING_CALLS,
  ...CHANNEL_CALLS,
  ...REVIEW_CALLS,
  ...TICKET_CALLS,
  ...SHIFT_CALLS,
  ...RATING_CALLS,
  ...INCIDENT_CALLS,
  ...CAMPAIGN_CALLS,
  ...SHOP_WINDOW_CALLS,
  ...INTEGRATION_WINDOW_CALLS,
  ...CASE_CALLS,
  ...COMMERCE_CALLS,
  ...RESULT_CALLS,
  ...MORNING_CALLS,
  ...COPILOT_CALLS,
  ...KNOWLEDGE_CALLS,
  ...MOOD_CALLS,
  ...HISTORY_CALLS,
  ...BACKTEST_CALLS,
  ...PHRASE_CALLS,
  ...POLICY_CALLS,
  ...RELATED_CALLS,
  ...SIDE_CALLS,
  ...PROMISE_CALLS,
  ...TEACHING_CALLS,
  ...DRAFTING_CALLS,
  ...TRACE_CALLS,
  ...UNDERSTANDING_CALLS,
  ...WORKFLOW_CALLS,
  ...WRITING_CALLS,
} as const
export type Calls = typeof CALLS
export type Call = keyof Calls
export type CallParams<C extends Call> = z.infer<Calls[C]['params']>
export type CallResult<C extends Call> = z.infer<Calls[C]['result']>
