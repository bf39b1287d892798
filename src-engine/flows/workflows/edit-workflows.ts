import type { CallResult } from '../../../src-shared/contract/calls.ts'
import { AppError, toAppError } from '../../../src-shared/errors.ts'
import { triggerOf, type Workflow, type WorkflowLevel } from '../../../src-shared/domain/workflow.ts'
import { readWorkflow } from '../../domain/workflow/read-workflow.ts'
import { stopsAt } from '../../domain/workflow/stops-at.ts'
import type { Engine } from '../context.ts'
import { policyInForce } from '../read-policy.ts'
import { allWorkflows, currentWorkflow } from './library.ts'

const unknownWorkflow = (): AppError => new AppError({ code: 'not-found', retryable: false, say: { zh: '没有这个流程，或者没有这个版本。', en: 'There is no such workflow, or no such version.' } })

export function listWorkflows(engine: Engine): CallResult<'workflow.list'> {
  const saved = new Set(engine.store.workflows.ids())
  return {
    workflows: allWorkflows(engine).map((one) => ({
      id: one.id, name: one.name, about: one.about, version: one.version, level: engine.store.workflows.level(one.id), topics: triggerOf(one)?.topics ?? [], own: saved.has(one.id), stops: stopsAt(one, policyInForce(engine)),
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

/** What may be a workflow, read and checked against the others of the shop. */
export const checkHere = (engine: Engine, raw: unknown): ReturnType<typeof readWorkflow> => readWorkflow(raw, (id) => currentWorkflow(engine, id))

/** @throws nothing: what is no JSON is no workflow */
export function readFile(engine: Engine, text: string): CallResult<'workflow.read'> {
  try {
    return checkHere(engine, JSON.parse(text))
  } catch {
    return checkHere(engine, null)
  }
}

/** Asks the gateway, which all desks share workflows through. @throws AppError `workflow-offline`, or as the gateway refuses it */
async function overTheLine<T>(engine: Engine, ask: () => Promise<T>): Promise<T> {
  const offline = (cause?: unknown): AppError => new AppError({
    code: 'workflow-offline', retryable: true,
    say: { zh: '流程由全店共用，现在连不上，没有保存。您改的都留着，连上后再保存。', en: 'The whole shop shares its workflows, and there is no connection: nothing was saved. Your changes are kept; save them once it is back.' },
  }, { cause })
  if (!engine.live.caughtUp) throw offline()
  return ask().catch((thrown: unknown) => { throw toAppError(thrown).code === 'offline' ? offline(thrown) : thrown })
}

function conflict(by: string, version: number): AppError {
  return new AppError({
    code: 'workflow-conflict', retryable: false,
    say: { zh: `${by || '同事'}刚保存了第 ${version} 版，您的还没有保存。再按一次保存，您的就成为最新一版，那一版也留着。`, en: `${by || 'A colleague'} has just saved version ${version}; yours is not saved yet. Save again and yours becomes the newest; theirs is kept.` },
  })
}

/**
 * Saves it as the next version for all desks; runs that have begun go on with theirs. The log brings it to this desk as to every other.
 * @param basedOn the version that it was made from; null: on top of whichever is there
 * @throws AppError `workflow-problems`, `workflow-conflict`, `workflow-offline`
 */
export async function saveWorkflow(engine: Engine, raw: unknown, by: string, basedOn: number | null): Promise<Workflow> {
  const { workflow, problems } = checkHere(engine, raw)
  if (!workflow || problems.length > 0) {
    throw new AppError({ code: 'workflow-problems', retryable: false, say: problems[0]?.say ?? { zh: '流程还有问题，没有保存。', en: 'The workflow still has problems; nothing was saved.' } })
  }
  const { store } = engine
  const current = currentWorkflow(engine, workflow.id)?.version ?? 0
  if (basedOn !== null && current > basedOn) throw conflict(store.workflows.versions(workflow.id)[0]?.savedBy ?? '', current)
  const answer = await overTheLine(engine, () => engine.link.call('workflow.put', { id: engine.newId(), basedOn: current, workflow, name: by }))
  if (answer.status === 'conflict') throw conflict(answer.use.name, answer.use.version)
  const { entry } = answer
  store.transaction(() => {
    store.workflows.save(entry.workflow, entry.at, entry.name)
    store.audit.add(engine.clock.now(), 'workflow-saved', entry.workflow.id, String(entry.workflow.version))
  })
  return entry.workflow
}

/** @throws AppError `not-found`, and as saving does */
export async function restoreWorkflow(engine: Engine, id: string, version: number, by: string): Promise<Workflow> {
  const before = engine.store.workflows.get(id, version) ?? engine.workflows.shipped.find((one) => one.id === id && one.version === version)
  if (!before) throw unknownWorkflow()
  return saveWorkflow(engine, before, by, null)
}

/** On all desks from the next conversation on; runs that have begun keep the level they began with. @throws AppError `not-found`, `workflow-offline` */
export async function setWorkflowLevel(engine: Engine, id: string, level: WorkflowLevel, by: string): Promise<void> {
  const current = currentWorkflow(engine, id)
  if (!current) throw unknownWorkflow()
  const { use } = await overTheLine(engine, () => engine.link.call('workflow.use', { id: engine.newId(), workflowId: id, version: current.version, level, name: by }))
  engine.store.transaction(() => {
    engine.store.workflows.setLevel(id, use.level)
    engine.store.audit.add(engine.clock.now(), 'workflow-level', id, use.level)
  })
  engine.wake('routine')
}
