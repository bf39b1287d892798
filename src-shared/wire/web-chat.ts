import { z } from 'zod'
import { Attachment } from '../domain/attachment.ts'
import { AuthorKind, Id, MESSAGE_MAX_LENGTH, Quote } from '../domain/message.ts'
import { RATING_WORDS_MAX, Score } from '../domain/rating.ts'
import { LocalText, Millis } from '../domain/text.ts'

/** A message as the customer's browser sees it: no internal ids of people, only their kind and public name. */
export const ChatMessage = z.object({
  id: Id,
  seq: z.number().int().positive(),
  author: z.object({ kind: AuthorKind, name: z.string() }),
  text: z.string(),
  attachments: z.array(Attachment),
  at: Millis,
  quote: Quote.optional(),
  /** Since 1.5. Each of its bubbles (bubbles.ts) is shown as a message. */
  apart: z.boolean().optional(),
  /** Support took it back: text and pictures are empty. */
  recalled: z.boolean().optional(),
})
export type ChatMessage = z.infer<typeof ChatMessage>

const Empty = z.object({})
/** Digits and what people write between them. */
const PHONE = /^\+?[\d\s()-]{5,24}$/

/** The invitation to rate, with what the customer said so far. */
export const AskedRating = z.object({ score: Score.nullable(), words: z.string(), until: Millis })
export type AskedRating = z.infer<typeof AskedRating>

/** Calls of the customer's browser. The visitor is known by an HttpOnly cookie; nothing here names a conversation. */
export const CHAT_CALLS = {
  /** The messages after `after` (0 = all); the browser calls it at each connection, and again while there is `more`. */
  hello: {
    params: z.object({ after: z.number().int().nonnegative(), language: z.string().max(16) }),
    result: z.object({ shop: LocalText, messages: z.array(ChatMessage), verified: z.boolean(), agentsOnline: z.boolean(), more: z.boolean().optional(),
      /** Numbers of the messages that support took back; those that the browser shows already may be among them. */
      recalled: z.array(z.number().int().positive()).optional(),
      /** Up to where the conversation was read (1.3). */
      read: z.number().int().nonnegative().optional(),
      /** Whether an address that is left here is answered by mail (1.3). */
      mail: z.boolean().optional(),
      /** Since 1.4. Absent or null: the customer is not asked to rate. */
      rating: AskedRating.nullable().optional(),
      /** Since 1.4. Outside the shop's hours: when people are back; null: not known. Absent: within them, or it has none. */
      backAt: Millis.nullable().optional(),
    }),
  },
  /** `id` is a UUIDv7 made by the browser and kept until acknowledged; sent twice it is one message. */
  send: {
    params: z.object({ id: Id, text: z.string().max(MESSAGE_MAX_LENGTH), attachments: z.array(Attachment).max(9) }),
    result: z.object({ seq: z.number().int().positive(), at: Millis, duplicate: z.boolean() }),
  },
  /** Order number and the last four digits of the phone of the account that ordered. Five tries a visitor and hour. */
  verify: {
    params: z.object({ orderNo: z.string().max(40), phoneLast4: z.string().regex(/^\d{4}$/) }),
    result: z.object({ verified: z.boolean(), triesLeft: z.number().int().nonnegative() }),
  },
  /**
   * Since 1.3. Words left while nobody is there, with an address for the answer; `id` as in `send`. `answer`: it goes out by
   * mail and stands in this chat, or only in this chat.
   */
  leave: {
    params: z.object({ id: Id, name: z.string().trim().min(1).max(80), email: z.email().max(200).nullable(), phone: z.string().regex(PHONE).nullable(), text: z.string().trim().min(1).max(MESSAGE_MAX_LENGTH) })
      .refine(({ email, phone }) => email !== null || phone !== null),
    result: z.object({ seq: z.number().int().positive(), at: Millis, duplicate: z.boolean(), answer: z.enum(['mail', 'here']) }),
  },
  /**
   * Since 1.3. A token in which the shop says who this is (docs/web-chat.md). `other`: the conversation of this browser is
   * another customer's, so that it wants a visit of its own (`POST /visit`).
   */
  identify: { params: z.object({ token: z.string().max(4096) }), result: z.object({ state: z.enum(['known', 'other', 'refused']), why: z.enum(['off', 'malformed', 'forged', 'expired', 'too-long', 'not-yet', 'unknown']).optional() }) },
  /** Since 1.4. Once asked, for seven days; said again it replaces what was said. The visitor's cookie says whose it is. */
  rate: { params: z.object({ score: Score, words: z.string().max(RATING_WORDS_MAX) }), result: z.object({ rating: AskedRating }) },
  typing: { params: Empty, result: Empty },
  /** Everything up to `seq` has been on a page in sight. */
  read: { params: z.object({ seq: z.number().int().positive() }), result: Empty },
} as const
export type ChatCalls = typeof CHAT_CALLS
export type ChatCall = keyof ChatCalls
export type ChatParams<C extends ChatCall> = z.infer<ChatCalls[C]['params']>
export type ChatResult<C extends ChatCall> = z.infer<ChatCalls[C]['result']>

export const CHAT_PUSHES = { message: z.object({ message: ChatMessage }), recalled: z.object({ id: Id, seq: z.number().int().positive() }), typing: Empty, verified: Empty, rating: z.object({ rating: AskedRating }), presence: z.object({ agentsOnline: z.boolean() }) } as const
