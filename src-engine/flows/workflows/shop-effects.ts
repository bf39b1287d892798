import { AppError } from '../../../src-shared/errors.ts'
import type { Engine } from '../context.ts'
import { deskState } from '../inbox.ts'
import { performAction } from '../perform-action.ts'
import { permitAction } from './permit-action.ts'
import type { WorkflowParts } from './ports.ts'

/** The policy and the gateway as what workflows act by. @param of the engine, which has them among its own parts */
export function shopWays(of: () => Engine): Pick<WorkflowParts, 'effects' | 'permit'> {
  return {
    effects: {
      perform({ id, conversationId, runId, action, approvedBy }) {
        const engine = of()
        try {
          performAction(engine, { id, conversationId, caseId: null, runId, action, by: approvedBy === null ? { kind: 'autopilot', name: deskState(engine).shop.zh } : { kind: 'agent', name: approvedBy } })
        } catch (thrown) {
          // Not taken up now (the line, the switch): the run asks again when it goes on.
          if (!(thrown instanceof AppError && thrown.retryable)) throw thrown
        }
      },
      outcome: (id) => of().store.effects.get(id)?.outcome ?? null,
    },
    permit: (run, action) => permitAction(of(), run, action),
  }
}
