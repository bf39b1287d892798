import { z } from 'zod'
import { Account } from '../domain/account.ts'

/** What the window may ask about the people of the shop. */
export const TEAM_CALLS = {
  'team.people': { params: z.object({}), result: z.object({ accounts: z.array(Account) }) },
} as const
export type TeamCalls = typeof TEAM_CALLS
