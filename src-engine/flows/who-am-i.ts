import { z } from 'zod'
import type { DeskState } from '../../src-shared/contract/desk.ts'
import { Account } from '../../src-shared/domain/account.ts'
import { LOCAL_ACCOUNT_ID } from '../../src-shared/domain/roles.ts'
import type { Engine } from './context.ts'
import { changeSettings, storedSettings } from './settings.ts'

const NAME = 'me'
const AGENT_NAME_MAX = 40
const Stored = z.object({ accountId: z.string(), signedIn: z.boolean() })

const stored = ({ store }: Pick<Engine, 'store'>): z.infer<typeof Stored> =>
  Stored.catch({ accountId: LOCAL_ACCOUNT_ID, signedIn: false }).parse(store.settings.read<unknown>(NAME, null))

/** Who sits at this desk, as the gateway said last; whoever holds the gateway's own token may everything. */
export function whoAmI(engine: Pick<Engine, 'store'>): NonNullable<DeskState['me']> {
  const { accountId, signedIn } = stored(engine)
  const account = engine.store.shared.get('account', accountId, Account)
  return { accountId, signedIn, name: account?.name ?? '', role: account?.role ?? (signedIn ? 'reader' : 'admin') }
}

/** The gateway greeted this desk as somebody. Before 1.3 it knew nobody. */
export function greetedAs({ store }: Engine, me: z.infer<typeof Stored> | undefined): void {
  store.settings.write(NAME, me ?? null)
}

/** Whoever is signed in writes under the name of their account, here as at the gateway. @returns did it change? */
export function takeOwnName(engine: Engine): boolean {
  const { signedIn, name } = whoAmI(engine)
  const agentName = name.slice(0, AGENT_NAME_MAX)
  if (!signedIn || agentName === '' || storedSettings(engine).agentName === agentName) return false
  changeSettings(engine, { agentName })
  return true
}
