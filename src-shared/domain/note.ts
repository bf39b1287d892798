import { z } from 'zod'
import { Id, MESSAGE_MAX_LENGTH } from './message.ts'
import { Millis } from './text.ts'

/** Words among the agents beside a conversation. No message: it has no `seq` and no channel ever sees it. */
export const Note = z.object({
  id: Id,
  conversationId: Id,
  /** Seat and name of who wrote it; only that seat may change it. */
  author: z.object({ id: z.string(), name: z.string().max(80) }),
  /** Empty once deleted. */
  text: z.string().max(MESSAGE_MAX_LENGTH),
  at: Millis,
  editedAt: Millis.nullable(),
  deleted: z.boolean(),
  /** Since 1.3. Whispered: beside its author only this seat sees it. Absent: every desk does. */
  whisper: z.object({ id: z.string(), name: z.string().max(80) }).optional(),
})
export type Note = z.infer<typeof Note>
