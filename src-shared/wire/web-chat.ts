import { z } from 'zod'
import { Attachment } from '../domain/attachment.ts'
import { AuthorKind, Id, MESSAGE_MAX_LENGTH, Quote } from '../domain/message.ts'
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
  /** Support took it back: text and pictures are empty. */
  recalled: z.boolean().optional(),
})
export type ChatMessage = z.infer<typeof ChatMessage>

const Empty = z.object({})

/** Calls of the customer's browser. The visitor is known by an HttpOnly cookie; nothing here names a conversation. */
export const CHAT_CALLS = {
  /** The messages after `after` (0 = all); the browser calls it at each connection, and again while there is `more`. */
  hello: {
    params: z.object({ after: z.number().int().nonnegative(), language: z.string().max(16) }),
    result: z.object({ shop: LocalText, messages: z.array(ChatMessage), verified: z.boolean(), agentsOnline: z.boolean(), more: z.boolean().optional(),
      /** Numbers of the messages that support took back; those that the browser shows already may be among them. */
      recalled: z.array(z.number().int().positive()).optional(),
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
  typing: { params: Empty, result: Empty },
  /** Everything up to `seq` has been on a page in sight. */
  read: { params: z.object({ seq: z.number().int().positive() }), result: Empty },
} as const
export type ChatCalls = typeof CHAT_CALLS
export type ChatCall = keyof ChatCalls
export type ChatParams<C extends ChatCall> = z.infer<ChatCalls[C]['params']>
export type ChatResult<C extends ChatCall> = z.infer<ChatCalls[C]['result']>

export const CHAT_PUSHES = { message: z.object({ message: ChatMessage }), recalled: z.object({ id: Id, seq: z.number().int().positive() }), typing: Empty, verified: Empty, presence: z.object({ agentsOnline: z.boolean() }) } as const
