import { z } from 'zod'

/** Largest picture a customer or an agent may send, in bytes. */
export const ATTACHMENT_MAX_BYTES = 8 * 1024 * 1024

export const AttachmentType = z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
export type AttachmentType = z.infer<typeof AttachmentType>

/** A picture, named by the sha256 (hex) of its bytes. */
export const Attachment = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  type: AttachmentType,
  bytes: z.number().int().positive().max(ATTACHMENT_MAX_BYTES),
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
})
export type Attachment = z.infer<typeof Attachment>
