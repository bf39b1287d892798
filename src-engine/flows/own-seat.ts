import { Account, LOCAL_ACCOUNT_ID, permits } from '../../src-shared/domain/account.ts'
import type { Owner } from '../../src-shared/domain/follow-up.ts'
import type { Engine } from './context.ts'
import { readSettings } from './settings.ts'

/** This seat, with the name of who sits at it. */
export const ownSeat = (engine: Engine): Owner => ({ id: engine.seatId, name: readSettings(engine, null).agentName })

/** The account that is signed in here; null: this desk has not been told, or the gateway knows nobody. */
export const ownAccountId = ({ store }: Pick<Engine, 'store'>): string | null => store.settings.read<{ accountId: string } | null>('me', null)?.accountId ?? null

/** May whoever sits here decide for others? Whoever holds the gateway's own token may. */
export function mayLead(engine: Pick<Engine, 'store'>): boolean {
  const id = ownAccountId(engine)
  if (id === null || id === LOCAL_ACCOUNT_ID) return true
  const account = engine.store.shared.get('account', id, Account)
  return account !== null && !account.disabled && permits(account.role, 'lead')
}
