import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { SideCalls, SideView } from '../../src-shared/contract/side.ts'

type Fake = { [C in keyof SideCalls]: (params: CallParams<C>) => CallResult<C> }

const NOTHING: SideView = { loose: null, options: [], settled: true, before: null, lookup: 'not-needed', history: [] }
const shown = (): { view: SideView } => ({ view: NOTHING })

/** The side panel belongs to the shell; in a browser it stays empty. */
export const fakeSide: Fake = {
  'side.get': shown, 'side.capture': shown, 'side.choose': shown, 'side.open': shown, 'side.again': () => ({}), 'side.check': () => ({ findings: [] }), 'side.override': () => ({}), 'side.copied': shown,
  'side.keepMemo': () => ({}), 'side.shareMemo': () => ({ where: 'conversation' }), 'side.phrases': () => ({ hits: [], total: 0 }), 'side.forget': shown,
}
