import { permits } from '../../src-shared/domain/roles.ts'
import type { ReadTx } from '../store/store.ts'
import { allAccounts } from './change-account.ts'

const inUse = async (tx: ReadTx) => (await allAccounts(tx)).filter(({ disabled }) => !disabled)

/** Has this shop more than one person? */
export const isShared = async (tx: ReadTx): Promise<boolean> => (await inUse(tx)).length > 1

/** Is there another person who may lead? */
export const otherLeaders = async (tx: ReadTx, accountId: string): Promise<boolean> =>
  (await inUse(tx)).some(({ id, role }) => id !== accountId && permits(role, 'lead'))
