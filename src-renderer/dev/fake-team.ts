import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { Account } from '../../src-shared/domain/account.ts'
import type { TeamCalls } from '../../src-shared/contract/team.ts'

type Fake = { [C in keyof TeamCalls]: (params: CallParams<C>) => CallResult<C> }

const person = (id: string, name: string, role: Account['role'], changes: Partial<Account> = {}): Account => ({ id, name, role, teams: [], skills: [], languages: ['zh'], capacity: 8, disabled: false, createdAt: 0, ...changes })
const PEOPLE = [
  person('a1', '小雨', 'agent', { teams: ['晚班'], skills: ['refund', 'logistics'] }),
  person('a2', 'Alexandra Müller-Lüdenscheidt', 'supervisor', { teams: ['EU'], languages: ['de', 'en'] }),
  person('a3', '陈晓东', 'agent', { disabled: true }),
]

/** A shop of four. */
export const fakeTeam: Fake = {
  'team.people': () => ({ accounts: [{ id: 'local', name: '', role: 'admin', teams: [], skills: [], languages: ['zh', 'en'], capacity: 20, disabled: false, createdAt: 0 }, ...PEOPLE] }),
}
