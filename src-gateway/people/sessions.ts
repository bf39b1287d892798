import { v7 } from 'uuid'
import type { Account } from '../../src-shared/domain/account.ts'
import { LOCAL_ACCOUNT_ID } from '../../src-shared/domain/roles.ts'
import { tokenMatches } from '../http/token.ts'
import { refuse } from '../refusals.ts'
import type { Session } from '../store/people.ts'
import type { ReadTx, Store, WriteTx } from '../store/store.ts'
import { accountOf } from './accounts.ts'
import { audit } from './audit.ts'
import { hashOfSecret, isSessionToken, newSessionToken } from './tokens.ts'

/** A session that nobody used for so long ends; each use moves the end, written down at most once an hour. */
export const SESSION_MS = 14 * 24 * 3_600_000
const NOTE_EVERY_MS = 3_600_000

/** Who holds a token: an account, and the session that it is of (null: the gateway's own token). */
export interface Bearer { accountId: string; sessionId: string | null }

/** Never earlier than the session was last seen: a clock that was set back makes no session last longer. */
const isOver = (session: Session, now: number): boolean => Math.max(now, session.seenAt) >= session.expiresAt

/** Opens a session; one of the same person at the same seat is replaced. @returns the token, which is kept nowhere */
export async function openSession(tx: WriteTx, now: number, accountId: string, { seatId, label }: { seatId: string; label: string }): Promise<{ token: string; session: Session }> {
  for (const old of await tx.people.sessions(accountId)) if (old.seatId === seatId) await tx.people.dropSession(old.id)
  const token = newSessionToken()
  const session: Session = { id: v7(), hash: hashOfSecret(token), accountId, seatId, label, createdAt: now, seenAt: now, expiresAt: now + SESSION_MS }
  await tx.people.putSession(session)
  return { token, session }
}

/**
 * Whose token it is. A session's token works only at the seat that it was given to: shown elsewhere it was stolen, and ends.
 * @param seatId null: not told (a picture is fetched)
 * @throws AppError `unauthorized`, `session-ended`
 */
export async function bearerOf(store: Store, now: number, seatToken: string, token: string, seatId: string | null): Promise<Bearer> {
  if (!isSessionToken(token)) {
    if (tokenMatches(token, seatToken)) return { accountId: LOCAL_ACCOUNT_ID, sessionId: null }
    throw refuse('unauthorized')
  }
  const session = await store.read((tx) => tx.people.sessionByHash(hashOfSecret(token)))
  if (session === null) throw refuse('session-ended')
  const isStolen = seatId !== null && seatId !== session.seatId
  if (!isStolen && !isOver(session, now)) return { accountId: session.accountId, sessionId: session.id }
  // Once it was seen to be over it stays so, whatever the clock says next.
  await store.write(async (tx) => {
    await tx.people.dropSession(session.id)
    if (isStolen) await audit(tx, now, null, 'token-elsewhere', { sessionId: session.id, accountId: session.accountId }, 'session-ended')
  })
  throw refuse('session-ended')
}

/** The person as they are now. @throws AppError `session-ended`, `account-disabled` */
export async function accountOfBearer(tx: ReadTx, now: number, { accountId, sessionId }: Bearer): Promise<Account> {
  if (sessionId !== null) {
    const session = await tx.people.session(sessionId)
    if (session === null || isOver(session, now)) throw refuse('session-ended')
  }
  const account = await accountOf(tx, accountId)
  if (account === null) throw refuse('session-ended')
  if (account.disabled) throw refuse('account-disabled')
  return account
}

/** The session is used: its end moves. */
export async function noteSession(store: Store, now: number, sessionId: string | null): Promise<void> {
  if (sessionId === null) return
  const isDue = (session: Session | null): session is Session => session !== null && now - session.seenAt >= NOTE_EVERY_MS
  if (!isDue(await store.read((tx) => tx.people.session(sessionId)))) return
  await store.write(async (tx) => {
    const session = await tx.people.session(sessionId)
    if (isDue(session)) await tx.people.putSession({ ...session, seenAt: now, expiresAt: now + SESSION_MS })
  })
}
