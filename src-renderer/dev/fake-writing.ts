import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { WritingCalls } from '../../src-shared/contract/writing.ts'

type Fake = { [C in keyof WritingCalls]: (params: CallParams<C>) => CallResult<C> }

/** A desk without a model that finds every reply good as it is. */
export const fakeWriting: Fake = {
  'writing.ask': () => ({ text: '', nothing: 'already', language: 'zh', by: 'local', findings: [], lost: [], unused: [], problem: null }),
  'writing.stop': () => ({}),
  'message.translate': () => ({ text: '我的包裹在哪里？', language: 'zh', by: 'qwen3', findings: [], lost: [] }),
  'reply.check': () => ({ findings: [] }),
}
