import type { Account } from '../../src-shared/domain/account.ts'
import { LOCAL_ACCOUNT_ID } from '../../src-shared/domain/roles.ts'
import type { ReadTx, Store } from '../store/store.ts'

/** Enough for a person who works alone. */
const LOCAL_CAPACITY = 20

export async function accountOf(tx: ReadTx, id: string): Promise<Account | null> {
  const state = await tx.state('account', id)
  return state?.type === 'account' ? state.account : null
}

/** The account of whoever set this gateway up: an admin without a password, for seats that hold the gateway's own token. Made once. */
export async function openLocalAccount(store: Store, now: number): Promise<void> {
  if (await store.read((tx) => accountOf(tx, LOCAL_ACCOUNT_ID)) !== null) return
  await store.write(async (tx) => {
    if (await accountOf(tx, LOCAL_ACCOUNT_ID) !== null) return
    const account: Account = { id: LOCAL_ACCOUNT_ID, name: '', role: 'admin', teams: [], skills: [], languages: ['zh', 'en'], capacity: LOCAL_CAPACITY, disabled: false, createdAt: now }
    await tx.append(now, { type: 'account', account })
  })
}
