import { z } from 'zod'
import { ROLES } from './roles.ts'
import { Millis } from './text.ts'

export const Role = z.enum(ROLES)

/** A person of the shop as every desk knows them; how they sign in is the gateway's alone. */
export const Account = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(80),
  role: Role,
  teams: z.array(z.string().min(1).max(40)).max(20),
  /** Words that routing compares with a conversation's topic groups, such as `refund`; the shop's own are allowed. */
  skills: z.array(z.string().min(1).max(40)).max(40),
  /** ISO 639-1. */
  languages: z.array(z.string().min(2).max(8)).max(20),
  /** Open conversations at once; 0: none are routed here. */
  capacity: z.number().int().min(0).max(100),
  /** Cannot sign in any more; what they wrote keeps their name. */
  disabled: z.boolean(),
  createdAt: Millis,
})
export type Account = z.infer<typeof Account>
