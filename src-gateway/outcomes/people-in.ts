import { LEAST_PEOPLE, LEAST_REPLIES, LEAST_REST } from '../../src-shared/domain/outcome-counts.ts'
import { LOCAL_ACCOUNT_ID } from '../../src-shared/domain/roles.ts'

/** Replies of somebody at a seat. */
export interface Share { seatId: string; accountId: string; replies: number }

/**
 * How many replies each person has. Whoever is signed in is their account at whatever desk; the local account counts by its
 * desk, and as somebody who signs in there where there is one, so that nobody counts twice.
 */
export function peopleIn(shares: readonly Share[]): Map<string, number> {
  const signedIn = new Map(shares.flatMap(({ seatId, accountId }) => (accountId === LOCAL_ACCOUNT_ID ? [] : [[seatId, accountId] as const])))
  const people = new Map<string, number>()
  for (const { seatId, accountId, replies } of shares) {
    const who = accountId === LOCAL_ACCOUNT_ID ? (signedIn.get(seatId) ?? `seat:${seatId}`) : accountId
    if (replies > 0) people.set(who, (people.get(who) ?? 0) + replies)
  }
  return people
}

/** Are there so many, and nobody with nearly all of it, that the sum tells of no one person? */
export function isShowable(shares: readonly Share[]): boolean {
  const [first = 0, second = 0, ...others] = [...peopleIn(shares).values()].sort((a, b) => b - a)
  const rest = others.reduce((sum, replies) => sum + replies, 0)
  return others.length >= LEAST_PEOPLE - 2 && first + second + rest >= LEAST_REPLIES && rest >= LEAST_REST * first
}
