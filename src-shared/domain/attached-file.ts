import { z } from 'zod'

/** Files of one message that are kept; of further ones the name stands in its text. */
export const FILES_MAX = 30

/** Bytes of a file that a desk brings over; mails, the largest source, end at 30 MB. */
export const FILE_MAX_BYTES = 32 * 1024 * 1024

/** A file that is no picture: kept at the gateway, saved by a person where they want it, never opened here. `name` and `type` are the sender's word. */
export const AttachedFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(80),
  type: z.string().max(100),
  bytes: z.number().int().nonnegative(),
})
export type AttachedFile = z.infer<typeof AttachedFile>
