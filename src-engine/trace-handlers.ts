import type { TraceCalls } from '../src-shared/contract/trace.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { draftTraces } from './flows/draft-account.ts'
import { readUsage } from './flows/model-budget.ts'

/** How drafts came about, and what they cost. */
export function traceHandlers(engine: Engine): Pick<Handlers, keyof TraceCalls> {
  return {
    'draft.traces': ({ conversationId }) => ({ traces: draftTraces(engine, conversationId) }),
    'asked.trace': ({ id }) => ({ trace: engine.store.traces.asked(id) }),
    'model.usage': () => readUsage(engine),
  }
}
