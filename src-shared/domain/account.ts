import { z } from 'zod'
import { Millis } from './text.ts'

/** agent: answers customers · supervisor: also reviews, routes, sets policy · admin: also people, channels and keys · reader: sees, changes nothing */
export const Role = z.enum(['agent', 'supervisor', 'admin', 'reader'])
export type Role = z.infer<typeof Role>
export const ROLES = Role.options

/** What an action asks of whoever wants it. */
export const PERMISSIONS = ['see', 'answer', 'lead', 'administer'] as const
export type Permission = (typeof PERMISSIONS)[number]

const PERMITTED: Record<Role, readonly Permission[]> = {
  reader: ['see'],
  agent: ['see', 'answer'],
  supervisor: ['see', 'answer', 'lead'],
  admin: ['see', 'answer', 'lead', 'administer'],
}

/** see: read everything a desk shows · answer: reply, act on orders and cases · lead: reviews, routing, others' conversations, policy · administer: people, channels, shops, keys, audit */
export const permits = (role: Role, permission: Permission): boolean => PERMITTED[role].includes(permission)

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

/** Whoever opens the desk for the first time: an account that nobody has to make. */
export const LOCAL_ACCOUNT_ID = 'local'
