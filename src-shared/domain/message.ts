import { z } from 'zod'
import { Attachment } from './attachment.ts'
import { Millis } from './text.ts'

/** Longest text of one message, in UTF-16 code units. */
export const MESSAGE_MAX_LENGTH = 4000

/** A UUIDv7 made by whoever creates the thing; the same id sent twice is one message. */
export const Id = z.uuid()

export const AuthorKind = z.enum(['customer', 'agent', 'autopilot', 'system'])
export type AuthorKind = z.infer<typeof AuthorKind>

/** One message as the gateway's log holds it. `seq` counts from 1 within its conversation, without gaps. */
export const Message = z.object({
  id: Id,
  conversationId: Id,
  seq: z.number().int().positive(),
  author: z.object({ kind: AuthorKind, id: z.string(), name: z.string() }),
  text: z.string().max(MESSAGE_MAX_LENGTH),
  attachments: z.array(Attachment).max(9),
  at: Millis,
})
export type Message = z.infer<typeof Message>
