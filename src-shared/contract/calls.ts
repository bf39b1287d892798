import { z } from 'zod'
import { Attachment } from '../domain/attachment.ts'
import { ConversationStatus } from '../domain/conversation.ts'
import { Draft } from '../domain/draft.ts'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { DeskState, InboxRow, SearchHit, Settings, Thread } from './desk.ts'

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
  'conversation.setStatus': { params: z.object({ conversationId: Id, status: ConversationStatus }), result: Nothing },
  /** The agent says: this flag is wrong (dismissed: true), or takes that back. */
  'conversation.dismissFlag': { params: z.object({ conversationId: Id, dismissed: z.boolean() }), result: Nothing },
  /** Queues a reply. `basedOnSeq`: last customer message on the screen. `id` made by the window: sent twice it is one reply. */
  'reply.send': {
    params: z.object({
      id: Id, conversationId: Id, text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH), attachments: z.array(Attachment).max(9),
      basedOnSeq: z.number().int().nonnegative(), draftId: Id.nullable(),
    }),
    result: Nothing,
  },
  /** A held or queued reply: send it after all (it then answers what is on the screen), or take it back into the composer. */
  'reply.release': { params: z.object({ id: Id, basedOnSeq: z.number().int().nonnegative() }), result: Nothing },
  'reply.takeBack': { params: z.object({ id: Id }), result: z.object({ text: z.string() }) },
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
  /** Two characters of Chinese or a word of English are enough; newest first. */
  'search.messages': { params: z.object({ query: z.string().max(200), limit: z.number().int().min(1).max(100) }), result: z.object({ hits: z.array(SearchHit) }) },
  /** Only the fields given change. `model.key` is write-only; '' forgets it. */
  'settings.set': {
    params: z.object({
      language: Settings.shape.language.optional(), theme: Settings.shape.theme.optional(), agentName: Settings.shape.agentName.optional(),
      sendWith: Settings.shape.sendWith.optional(),
      model: z.object({ baseUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]), name: z.string().max(200), key: z.string().max(500).optional() }).optional(),
    }),
    result: Settings,
  },
  /** The agent types: the customer's browser shows it. Lost when offline, on purpose. */
  typing: { params: z.object({ conversationId: Id }), result: Nothing },
} as const
export type Calls = typeof CALLS
export type Call = keyof Calls
export type CallParams<C extends Call> = z.infer<Calls[C]['params']>
export type CallResult<C extends Call> = z.infer<Calls[C]['result']>
