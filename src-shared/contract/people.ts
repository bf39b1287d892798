import { z } from 'zod'
import { AuditEntry, AuditState } from '../domain/audit.ts'
import { AccountChange, InvitationInfo, Password, PEOPLE_CALLS, Reach, SessionInfo } from '../wire/seat-people.ts'

const Nothing = z.object({})
const Place = {
  /** The gateway's address, as the invitation tells it. */
  address: z.string().trim().min(1).max(300),
}
const Name = z.string().trim().min(1).max(80)

/** What the window asks about people: who may sign in, who is signed in, and as whom this desk works. All but `people.place` need the line. */
export const PEOPLE_WINDOW_CALLS = {
  'people.list': { params: Nothing, result: z.object({ sessions: z.array(SessionInfo), invitations: z.array(InvitationInfo) }) },
  'people.put': { params: z.object({ accountId: z.string().min(1).max(64), change: AccountChange }), result: Nothing },
  'people.invite': { params: PEOPLE_CALLS['people.invite'].params, result: PEOPLE_CALLS['people.invite'].result },
  'people.uninvite': { params: PEOPLE_CALLS['people.uninvite'].params, result: Nothing },
  'people.endSession': { params: PEOPLE_CALLS['people.endSession'].params, result: Nothing },
  'people.password': { params: PEOPLE_CALLS['people.password'].params, result: Nothing },
  'people.reach': { params: PEOPLE_CALLS['people.reach'].params, result: Reach },
  'people.record': { params: PEOPLE_CALLS['audit.page'].params, result: z.object({ entries: z.array(AuditEntry) }) },
  'people.verify': { params: Nothing, result: AuditState },
  /** Which team's gateway this desk works with. `joined`: one that it was signed in at; `fixed`: the environment names it, so it cannot be changed here. */
  'people.place': { params: Nothing, result: z.object({ joined: z.object({ address: z.string(), name: z.string() }).nullable(), fixed: z.boolean() }) },
  /** From then on this desk works with that gateway. Nothing of what waits here is sent there. */
  'people.join': { params: z.object({ ...Place, code: z.string().trim().min(1).max(80), name: Name, password: Password }), result: Nothing },
  'people.signIn': { params: z.object({ ...Place, name: Name, password: Password.min(1) }), result: Nothing },
  /** Back to the gateway of this computer. */
  'people.signOut': { params: Nothing, result: Nothing },
} as const
export type PeopleWindowCalls = typeof PEOPLE_WINDOW_CALLS
