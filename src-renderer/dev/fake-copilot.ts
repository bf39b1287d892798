import type { CopilotCalls } from '../../src-shared/contract/copilot.ts'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'

/** The made-up desk has nothing to look up. */
export const fakeCopilot: { [C in keyof CopilotCalls]: (params: CallParams<C>) => CallResult<C> } = {
  'copilot.search': () => ({ question: false, articles: [], beside: [], cases: [], phrases: [], orders: [] }),
  'copilot.ask': () => ({}), 'copilot.stop': () => ({}), 'copilot.get': () => ({ turns: [] }), 'copilot.clear': () => ({}), 'copilot.article': () => ({ article: null }),
}
