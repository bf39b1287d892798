import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { TeamCalls } from '../../src-shared/contract/team.ts'

type Fake = { [C in keyof TeamCalls]: (params: CallParams<C>) => CallResult<C> }

/** A shop of one. */
export const fakeTeam: Fake = {
  'team.people': () => ({ accounts: [{ id: 'local', name: '', role: 'admin', teams: [], skills: [], languages: ['zh', 'en'], capacity: 20, disabled: false, createdAt: 0 }] }),
}
