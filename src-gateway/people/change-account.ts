import type { Account } from '../../src-shared/domain/account.ts'
import { LOCAL_ACCOUNT_ID } from '../../src-shared/domain/roles.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { refuse } from '../refusals.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { accountOf } from './accounts.ts'
import { fold } from './names.ts'

const PAGE = 200

/** Everybody who has an account. */
export async function allAccounts(tx: ReadTx): Promise<Account[]> {
  const all: Account[] = []
  for (;;) {
    const page = (await tx.statesOf('account', PAGE, all.at(-1)?.id ?? '')).map(({ account }) => account)
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

/**
 * Changes a person, once per request id. A disabled one is signed out everywhere.
 * @throws AppError `no-account`, `name-taken`, `last-admin`
 */
export async function changeAccount(tx: WriteTx, now: number, { id, accountId, change }: SeatParams<'people.put'>): Promise<SeatResult<'people.put'>> {
  const before = await accountOf(tx, accountId)
  if (before === null) throw refuse('no-account')
  const done = await tx.request(id)
  if (done !== null) return { n: done, account: before }
  const account: Account = { ...before, ...given(change) }
  await checkAdminLeft(tx, account)
  if (account.name !== before.name) await rename(tx, account)
  if (account.disabled) for (const session of await tx.people.sessions(accountId)) await tx.people.dropSession(session.id)
  const { n } = await tx.append(now, { type: 'account', account })
  await tx.putRequest(id, n)
  return { n, account }
}

/** What is absent stays. */
const given = (change: SeatParams<'people.put'>['change']): Partial<Account> => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))

/** The gateway's own account opens the door where everybody else is locked out, so it stays what it is. */
async function checkAdminLeft(tx: ReadTx, account: Account): Promise<void> {
  const isAdmin = (each: Account): boolean => !each.disabled && each.role === 'admin'
  if (isAdmin(account)) return
  const others = (await allAccounts(tx)).filter(({ id }) => id !== account.id)
  if (account.id === LOCAL_ACCOUNT_ID || !others.some(isAdmin)) throw refuse('last-admin')
}

/** Whoever signs in by name does so by the new one. */
async function rename(tx: WriteTx, account: Account): Promise<void> {
  const login = fold(account.name)
  const holder = await tx.people.credentialOf(login)
  if (holder !== null && holder.accountId !== account.id) throw refuse('name-taken')
  const credential = await tx.people.credential(account.id)
  if (credential !== null) await tx.people.putCredential({ ...credential, login })
}
