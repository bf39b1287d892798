import type { WorkflowUse } from '../../src-shared/domain/workflow.ts'
import type { Change } from '../../src-shared/wire/protocol.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'

/** The gateway's workflows in memory: the next version only on top of the one in use. */
export class MemoryWorkflows {
  readonly #uses = new Map<string, WorkflowUse>()

  constructor(private readonly publish: (change: Change) => number) {}

  put({ basedOn, workflow, name }: SeatParams<'workflow.put'>, by: string, at: number): SeatResult<'workflow.put'> {
    const use = this.#uses.get(workflow.id)
    if (use && use.version !== basedOn) return { status: 'conflict', use }
    const entry = { workflow: { ...workflow, version: basedOn + 1 }, by, name, at }
    this.publish({ type: 'workflow-version', entry })
    return { status: 'put', n: this.#use({ id: workflow.id, version: basedOn + 1, level: use?.level ?? 'off', by, name, at }), entry }
  }

  use({ workflowId, version, level, name }: SeatParams<'workflow.use'>, by: string, at: number): SeatResult<'workflow.use'> {
    const use = { id: workflowId, version: this.#uses.get(workflowId)?.version ?? version, level, by, name, at }
    return { n: this.#use(use), use }
  }

  #use(use: WorkflowUse): number {
    this.#uses.set(use.id, use)
    return this.publish({ type: 'workflow-use', use })
  }
}
