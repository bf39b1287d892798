import { z } from 'zod'
import { Account, Role } from '../domain/account.ts'
import { AuditEntry, AuditState } from '../domain/audit.ts'
import { Id } from '../domain/message.ts'
import { Millis } from '../domain/text.ts'

const seq = z.number().int().nonnegative()
const SessionId = z.string().min(1).max(64)

/** A desk at which somebody is signed in. */
export const SessionInfo = z.object({ id: SessionId, accountId: z.string(), /** What the desk calls itself, such as the computer's name. */ label: z.string(), createdAt: Millis, seenAt: Millis, expiresAt: Millis, /** The one that asks. */ own: z.boolean() })
export type SessionInfo = z.infer<typeof SessionInfo>

/** An invitation that nobody has used yet; its code is known only to whoever made it. */
export const InvitationInfo = z.object({ id: z.string(), name: z.string(), role: Role, teams: z.array(z.string()), createdAt: Millis, expiresAt: Millis })
export type InvitationInfo = z.infer<typeof InvitationInfo>

/** What an admin may change of a person; what is absent stays. */
export const AccountChange = z.object({
  name: z.string().trim().min(1).max(80), role: Role, teams: Account.shape.teams, skills: Account.shape.skills, languages: Account.shape.languages, capacity: Account.shape.capacity, disabled: z.boolean(),
}).partial()
export type AccountChange = z.infer<typeof AccountChange>

/** Whether desks on other machines can reach this gateway, and under which addresses. */
export const Reach = z.object({ open: z.boolean(), addresses: z.array(z.url()) })
export type Reach = z.infer<typeof Reach>

export const PASSWORD_MIN_LENGTH = 10
export const Password = z.string().max(200)

/** Calls about people; since 1.3. */
export const PEOPLE_CALLS = {
  /** Who is signed in where, and who is invited. Whoever may not administer is told of their own sessions alone. */
  'people.list': { params: z.object({}), result: z.object({ sessions: z.array(SessionInfo), invitations: z.array(InvitationInfo) }) },
  /** Changes a person; `id` makes it idempotent. `last-admin`: nobody would be left who may. */
  'people.put': { params: z.object({ id: Id, accountId: z.string().min(1).max(64), change: AccountChange }), result: z.object({ n: seq, account: Account }) },
  /** Invites somebody: `code` works once, for seven days, and is told this one time. */
  'people.invite': { params: z.object({ name: z.string().trim().min(1).max(80), role: Role, teams: Account.shape.teams }), result: z.object({ code: z.string(), invitation: InvitationInfo, reach: Reach }) },
  'people.uninvite': { params: z.object({ invitationId: z.string().min(1).max(64) }), result: z.object({}) },
  /** Signs a desk out, at once; others' sessions only for who may administer. */
  'people.endSession': { params: z.object({ sessionId: SessionId }), result: z.object({}) },
  /** One's own. All other sessions of the person end. */
  'people.password': { params: z.object({ old: Password, password: Password }), result: z.object({}) },
  /** Opens the seats' port to other machines of the network, or closes it; null only asks. */
  'people.reach': { params: z.object({ open: z.boolean().nullable() }), result: Reach },
  /** The record of who did what, newest first. */
  'audit.page': { params: z.object({ before: z.number().int().positive().nullable(), limit: z.number().int().min(1).max(500), accountId: z.string().max(64).nullable(), what: z.string().max(64).nullable() }), result: z.object({ entries: z.array(AuditEntry) }) },
  'audit.verify': { params: z.object({}), result: AuditState },
} as const

/** HTTP on the seat port. Errors carry `{error}` as everywhere. */
export const SESSION_PATH = '/session'
export const INVITATION_PATH = '/invitation'
const Desk = { seatId: z.string().min(1).max(64), label: z.string().max(80) }
export const SignIn = z.object({ name: z.string().min(1).max(80), password: Password.min(1), ...Desk })
export type SignIn = z.infer<typeof SignIn>
export const Join = z.object({ code: z.string().min(1).max(80), name: z.string().trim().min(1).max(80), password: Password, ...Desk })
export type Join = z.infer<typeof Join>
/** Answer to both. The token is shown in `auth` from then on. */
export const SignedIn = z.object({ token: z.string().min(32), expiresAt: Millis, account: Account })
export type SignedIn = z.infer<typeof SignedIn>
