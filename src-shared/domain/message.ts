import { z } from 'zod'
import { AttachedFile, FILES_MAX } from './attached-file.ts'
import { Attachment } from './attachment.ts'
import { QUOTE_LENGTH } from './quote-of.ts'
import { Millis } from './text.ts'

/** Longest text of one message, in UTF-16 code units. */
export const MESSAGE_MAX_LENGTH = 4000

/** A UUIDv7 made by whoever creates the thing; the same id sent twice is one message. */
export const Id = z.uuid()

export const AuthorKind = z.enum(['customer', 'agent', 'autopilot', 'system'])
export type AuthorKind = z.infer<typeof AuthorKind>

/** An earlier message of the same conversation that a message answers. Without text and pictures it was recalled meanwhile. */
export const Quote = z.object({
  id: Id,
  seq: z.number().int().positive(),
  kind: AuthorKind,
  /** The beginning of its text on one line, at most QUOTE_LENGTH code points. */
  text: z.string().max(2 * QUOTE_LENGTH),
  /** How many pictures it has. */
  pictures: z.number().int().min(0).max(9),
})
export type Quote = z.infer<typeof Quote>

/** One message as the gateway's log holds it. `seq` counts from 1 within its conversation, without gaps. */
export const Message = z.object({
  id: Id,
  conversationId: Id,
  seq: z.number().int().positive(),
  author: z.object({ kind: AuthorKind, id: z.string(), name: z.string() }),
  text: z.string().max(MESSAGE_MAX_LENGTH),
  attachments: z.array(Attachment).max(9),
  /** What came with it and is no picture; its text names them too. Absent: nothing. */
  files: z.array(AttachedFile).max(FILES_MAX).optional(),
  at: Millis,
  /** Since 1.5. It goes to the customer as several messages, one for each of its bubbles (bubbles.ts); absent: as one. */
  apart: z.boolean().optional(),
  quote: Quote.optional(),
  /** When it was taken back from the customer, who sees no more of it; the desks keep its words as a record. */
  recalledAt: Millis.optional(),
})
export type Message = z.infer<typeof Message>
