import type { WorkflowUse, WorkflowVersion } from '../../../src-shared/domain/workflow.ts'
import type { Engine } from '../context.ts'

/** A version that somebody of the shop saved; runs that have begun go on with theirs. */
export function receiveWorkflow(engine: Engine, { workflow, name, at }: WorkflowVersion): () => void {
  engine.store.workflows.save(workflow, at, name)
  return () => engine.publish({ kind: 'workflows' })
}

/** How far a workflow may go, from the next conversation on. */
export function receiveWorkflowUse(engine: Engine, { id, level }: WorkflowUse): () => void {
  engine.store.workflows.setLevel(id, level)
  return () => {
    engine.publish({ kind: 'workflows' })
    engine.wake('routine')
  }
}
