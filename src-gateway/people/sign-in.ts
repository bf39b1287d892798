import { v7 } from 'uuid'
import type { Account } from '../../src-shared/domain/account.ts'
import type { Join, SignedIn, SignIn } from '../../src-shared/wire/seat-people.ts'
import type { Context } from '../context.ts'
import { type RefusalCode, refuse } from '../refusals.ts'
import type { WriteTx } from '../store/store.ts'
import { accountOf } from './accounts.ts'
import { audit } from './audit.ts'
import { openInvitation } from './invitations.ts'
import { fold } from './names.ts'
import { checkPassword, passwordMatches, secretOf } from './passwords.ts'
import { openSession } from './sessions.ts'
import { hashOfSecret } from './tokens.ts'
import { countTry, forgiveTry, type TriedBy } from './tries.ts'

/** Of somebody who just joined. */
const FIRST_CAPACITY = 8
/** Lines an hour about people whom nobody knows: a flood of tries must not fill the record. */
const HOUR_MS = 3_600_000
const STRANGERS_AN_HOUR = 60

const byAddress = (address: string): TriedBy => ({ kind: 'address', key: `address:${address}` })
const byName = (name: string): TriedBy => ({ kind: 'name', key: `name:${hashOfSecret(fold(name))}` })

/**
 * A person signs in with name and password. Unknown names and wrong passwords are answered alike and take as long.
 * @throws AppError `try-later`, `sign-in`, `account-disabled` (to whoever knows the password)
 */
export async function signIn({ store, clock }: Context, { name, password, seatId, label }: SignIn, address: string): Promise<SignedIn> {
  const by = [byName(name), byAddress(address)]
  if (!(await store.write((tx) => countTry(tx, clock.now(), by)))) throw refuse('try-later')
  const known = await store.read(async (tx) => {
    const credential = await tx.people.credentialOf(fold(name))
    return credential && { credential, account: await accountOf(tx, credential.accountId) }
  })
  const isRight = await passwordMatches(password, known?.credential.secret ?? null)
  return settle(store, async (tx) => {
    // Read again: while the password was compared it may have been changed, and the person disabled.
    const account = known && await accountOf(tx, known.credential.accountId)
    const isSame = known && (await tx.people.credential(known.credential.accountId))?.changedAt === known.credential.changedAt
    if (!isRight || !account || !isSame) return fail(tx, clock.now(), known?.account ?? null, seatId, address, 'sign-in')
    await forgiveTry(tx, clock.now(), by)
    if (account.disabled) return fail(tx, clock.now(), account, seatId, address, 'account-disabled')
    return letIn(tx, clock.now(), account, { seatId, label }, 'sign-in', { address })
  })
}

/**
 * Whoever was invited joins: an account, a password and a session come of a code that worked once.
 * @throws AppError `try-later`, `invitation` (unknown, used or over), `name-taken`, `weak-password`
 */
export async function join({ store, clock }: Context, { code, name, password, seatId, label }: Join, address: string): Promise<SignedIn> {
  const by = [byAddress(address)]
  if (!(await store.write((tx) => countTry(tx, clock.now(), by)))) throw refuse('try-later')
  if ((await store.write((tx) => openInvitation(tx, clock.now(), code))) === null) throw refuse('invitation')
  checkPassword(password, name)
  const secret = await secretOf(password)
  return settle(store, async (tx) => {
    const now = clock.now()
    const invitation = await openInvitation(tx, now, code)
    if (invitation === null) return 'invitation'
    if (await tx.people.credentialOf(fold(name)) !== null) return 'name-taken'
    await forgiveTry(tx, now, by)
    const account: Account = { id: v7(), name, role: invitation.role, teams: invitation.teams, skills: [], languages: ['zh', 'en'], capacity: FIRST_CAPACITY, disabled: false, createdAt: now }
    await tx.append(now, { type: 'account', account })
    await tx.people.putCredential({ accountId: account.id, login: fold(name), secret, changedAt: now })
    await tx.people.dropInvitation(invitation.id)
    return letIn(tx, now, account, { seatId, label }, 'join', { invitationId: invitation.id, role: account.role, address })
  })
}

async function letIn(tx: WriteTx, now: number, account: Account, desk: { seatId: string; label: string }, what: string, ref: Record<string, string>): Promise<SignedIn> {
  const { token, session } = await openSession(tx, now, account.id, desk)
  await audit(tx, now, { account, seatId: desk.seatId }, what, { ...ref, sessionId: session.id })
  return { token, expiresAt: session.expiresAt, account }
}

async function fail(tx: WriteTx, now: number, account: Account | null, seatId: string, address: string, code: RefusalCode): Promise<RefusalCode> {
  if (account === null && await tx.count('sign-in-strangers', HOUR_MS, now) > STRANGERS_AN_HOUR) return code
  await audit(tx, now, account && { account, seatId }, 'sign-in', { address }, code)
  return code
}

/** A refusal is thrown after the commit: what was counted and put on record must last. */
async function settle(store: Context['store'], work: (tx: WriteTx) => Promise<SignedIn | RefusalCode>): Promise<SignedIn> {
  const done = await store.write(work)
  if (typeof done === 'string') throw refuse(done)
  return done
}
