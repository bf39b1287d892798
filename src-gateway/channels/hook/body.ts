import { z } from 'zod'
import type { Inbound } from '../connector.ts'

const Name = z.string().min(1).max(200)

/** What another system posts: one message. `attachments` carry their bytes as base64; all together fit into the body limit. */
export const HookMessage = z.object({
  id: Name, thread: Name,
  from: z.enum(['customer', 'elsewhere']).default('customer'),
  sender: z.object({ id: Name, name: z.string().max(200).default(''), language: z.string().max(20).optional(), email: z.string().max(200).optional(), phone: z.string().max(40).optional() }),
  /** The shop's customer id; believed only where the line's settings say so. */
  customerId: z.string().max(64).optional(),
  text: z.string().max(100_000).default(''),
  subject: z.string().max(500).optional(),
  at: z.number().int().nonnegative().optional(),
  attachments: z.array(z.object({ name: z.string().max(200), type: z.string().max(100), base64: z.base64() })).max(20).default([]),
})
export type HookMessage = z.infer<typeof HookMessage>

/** null: no message as it is described. */
export function readHookMessage(body: string): HookMessage | null {
  try {
    const parsed = HookMessage.safeParse(JSON.parse(body))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function toInbound({ id, thread, from, sender, customerId, text, subject, at, attachments }: HookMessage, now: number, trusted: boolean): Inbound {
  const { language, email, phone } = sender
  return {
    externalId: id, threadId: thread, from, text, at: at ?? now,
    sender: { externalId: sender.id, name: sender.name, ...(language === undefined ? {} : { language }), ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) },
    attachments: attachments.map(({ name, type, base64 }) => ({ name, type, bytes: Buffer.from(base64, 'base64') })),
    ...(subject === undefined ? {} : { subject }), ...(trusted && customerId !== undefined ? { customerId } : {}),
  }
}
