import type { CallResult } from '../../../src-shared/contract/calls.ts'
import { AppError } from '../../../src-shared/errors.ts'
import { triggerOf, type Workflow, type WorkflowLevel } from '../../../src-shared/domain/workflow.ts'
import { readWorkflow } from '../../domain/workflow/read-workflow.ts'
import type { Engine } from '../context.ts'
import { allWorkflows, currentWorkflow } from './library.ts'

const unknownWorkflow = (): AppError => new AppError({ code: 'not-found', retryable: false, say: { zh: '没有这个流程，或者没有这个版本。', en: 'There is no such workflow, or no such version.' } })

export function listWorkflows(engine: Engine): CallResult<'workflow.list'> {
  const saved = new Set(engine.store.workflows.ids())
  return {
    workflows: allWorkflows(engine).map((one) => ({
      id: one.id, name: one.name, about: one.about, version: one.version, level: engine.store.workflows.level(one.id), topics: triggerOf(one)?.topics ?? [], own: saved.has(one.id),
    })),
  }
}

export function getWorkflow(engine: Engine, id: string): CallResult<'workflow.get'> {
  const { store, workflows } = engine
  const shipped = workflows.shipped.find((one) => one.id === id)
  return {
    workflow: currentWorkflow(engine, id), level: store.workflows.level(id),
    versions: [...store.workflows.versions(id), ...(shipped ? [{ version: shipped.version, savedAt: null, savedBy: '' }] : [])],
  }
}

/** What may be a workflow, read and checked against the others of this desk. */
export const checkHere = (engine: Engine, raw: unknown): ReturnType<typeof readWorkflow> => readWorkflow(raw, (id) => currentWorkflow(engine, id))

/** @throws nothing: what is no JSON is no workflow */
export function readFile(engine: Engine, text: string): CallResult<'workflow.read'> {
  try {
    return checkHere(engine, JSON.parse(text))
  } catch {
    return checkHere(engine, null)
  }
}

/** Saves it as the next version; runs that have begun go on with theirs. @throws AppError `workflow-problems` */
export function saveWorkflow(engine: Engine, raw: unknown, by: string): Workflow {
  const { workflow, problems } = checkHere(engine, raw)
  if (!workflow || problems.length > 0) {
    throw new AppError({ code: 'workflow-problems', retryable: false, say: problems[0]?.say ?? { zh: '流程还有问题，没有保存。', en: 'The workflow still has problems; nothing was saved.' } })
  }
  const next = { ...workflow, version: (currentWorkflow(engine, workflow.id)?.version ?? 0) + 1 }
  const now = engine.clock.now()
  engine.store.transaction(() => {
    engine.store.workflows.save(next, now, by)
    engine.store.audit.add(now, 'workflow-saved', next.id, String(next.version))
  })
  return next
}

/** @throws AppError `not-found` */
export function restoreWorkflow(engine: Engine, id: string, version: number, by: string): Workflow {
  const before = engine.store.workflows.get(id, version) ?? engine.workflows.shipped.find((one) => one.id === id && one.version === version)
  if (!before) throw unknownWorkflow()
  return saveWorkflow(engine, before, by)
}

/** From the next conversation on; runs that have begun keep the level they began with. @throws AppError `not-found` */
export function setWorkflowLevel(engine: Engine, id: string, level: WorkflowLevel): void {
  if (!currentWorkflow(engine, id)) throw unknownWorkflow()
  engine.store.transaction(() => {
    engine.store.workflows.setLevel(id, level)
    engine.store.audit.add(engine.clock.now(), 'workflow-level', id, level)
  })
  engine.wake('routine')
}
