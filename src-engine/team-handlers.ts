import type { TeamCalls } from '../src-shared/contract/team.ts'
import { Account } from '../src-shared/domain/account.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'

/** What the window may ask about the people of the shop. */
export function teamHandlers({ store }: Engine): Pick<Handlers, keyof TeamCalls> {
  return {
    'team.people': () => ({ accounts: store.shared.all('account', Account) }),
  }
}
