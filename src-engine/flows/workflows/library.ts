import type { Workflow } from '../../../src-shared/domain/workflow.ts'
import type { Engine } from '../context.ts'

/** The workflow in use under this id: what the shop saved last, else as it shipped. */
export function currentWorkflow({ store, workflows }: Engine, id: string): Workflow | null {
  return store.workflows.latest(id) ?? workflows.shipped.find((one) => one.id === id) ?? null
}

/** All of them, the shipped ones first. */
export function allWorkflows(engine: Engine): Workflow[] {
  const ids = new Set([...engine.workflows.shipped.map((one) => one.id), ...engine.store.workflows.ids()])
  return [...ids].flatMap((id) => currentWorkflow(engine, id) ?? [])
}
