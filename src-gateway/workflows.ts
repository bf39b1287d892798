import type { WorkflowUse } from '../src-shared/domain/workflow.ts'
import type { SeatParams, SeatResult } from '../src-shared/wire/seat.ts'
import { policyVersionKey } from './store/policy-version-key.ts'
import type { ReadTx, WriteTx } from './store/store.ts'

async function useOf(tx: ReadTx, workflowId: string): Promise<WorkflowUse | null> {
  const state = await tx.state('workflow-use', workflowId)
  return state?.type === 'workflow-use' ? state.use : null
}

/**
 * Keeps the next version of a workflow and puts it in use, once per request id, in one transaction. How far it may go stays as it
 * was; a new one is off. Two people who started from the same version: the second is told of the first's.
 */
export async function putWorkflow(tx: WriteTx, now: number, seatId: string, { id, basedOn, workflow: given, name }: SeatParams<'workflow.put'>): Promise<SeatResult<'workflow.put'>> {
  const use = await useOf(tx, given.id)
  const done = await tx.request(id)
  if (done !== null && use !== null) {
    const kept = await tx.state('workflow-version', policyVersionKey(given.id, basedOn + 1))
    if (kept?.type === 'workflow-version') return { status: 'put', n: done, entry: kept.entry }
  }
  if (use !== null && use.version !== basedOn) return { status: 'conflict', use }
  const entry = { workflow: { ...given, version: basedOn + 1 }, by: seatId, name, at: now }
  await tx.append(now, { type: 'workflow-version', entry })
  const { n } = await tx.append(now, { type: 'workflow-use', use: { id: given.id, version: basedOn + 1, level: use?.level ?? 'off', by: seatId, name, at: now } })
  await tx.putRequest(id, n)
  return { status: 'put', n, entry }
}

/** How far a workflow may go on every desk from now on, once per request id. */
export async function useWorkflow(tx: WriteTx, now: number, seatId: string, { id, workflowId, version, level, name }: SeatParams<'workflow.use'>): Promise<SeatResult<'workflow.use'>> {
  const before = await useOf(tx, workflowId)
  const done = await tx.request(id)
  if (done !== null && before !== null) return { n: done, use: before }
  const use: WorkflowUse = { id: workflowId, version: before?.version ?? version, level, by: seatId, name, at: now }
  const { n } = await tx.append(now, { type: 'workflow-use', use })
  await tx.putRequest(id, n)
  return { n, use }
}
