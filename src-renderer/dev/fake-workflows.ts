import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { WorkflowCalls } from '../../src-shared/contract/workflows.ts'

/** The made-up desk has no workflows. */
const none = (): never => { throw new Error('no workflow here') }
export const fakeWorkflows: { [C in keyof WorkflowCalls]: (params: CallParams<C>) => CallResult<C> } = {
  'workflow.list': () => ({ workflows: [] }), 'workflow.get': () => ({ workflow: null, level: 'off', versions: [] }), 'workflow.check': () => ({ problems: [] }),
  'workflow.save': none, 'workflow.read': () => ({ workflow: null, problems: [] }), 'workflow.restore': none, 'workflow.setLevel': () => ({}),
  'workflow.run': () => ({ run: null }), 'workflow.control': () => ({}),
  'workflow.parts': () => ({ actions: [], topics: [], collects: [], lookUps: [] }), 'workflow.known': () => ({ known: {} }), 'workflow.refusals': () => ({ refused: [] }),
}
