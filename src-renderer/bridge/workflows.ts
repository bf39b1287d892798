import { useQuery } from '@tanstack/react-query'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { RunView } from '../../src-shared/domain/workflow-run.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

/** The workflows of this desk; `data` undefined until the engine has answered. */
export function useWorkflows(): { data: CallResult<'workflow.list'>['workflows'] | undefined; failed: boolean; again: () => void } {
  const desk = useDesk()
  const { data, isError, refetch } = useQuery({ queryKey: [...keys.workflows, 'list'], queryFn: () => desk.client.call('workflow.list', {}), staleTime: 0 })
  return { data: data?.workflows, failed: isError, again: () => void refetch() }
}

export function useWorkflow(id: string): CallResult<'workflow.get'> | undefined {
  const desk = useDesk()
  const { data } = useQuery({ queryKey: [...keys.workflows, id], queryFn: () => desk.client.call('workflow.get', { id }), staleTime: 0 })
  return data
}

/** The newest run in a conversation; null: none. A patch of the engine makes it asked again. */
export function useWorkflowRun(conversationId: string): RunView | null {
  const desk = useDesk()
  const { data } = useQuery({ queryKey: keys.workflowRun(conversationId), queryFn: () => desk.client.call('workflow.run', { conversationId }), staleTime: 0 })
  return data?.run ?? null
}

export const knownRun = (desk: Desk, conversationId: string | null): RunView | null =>
  conversationId === null ? null : (desk.cache.getQueryData<CallResult<'workflow.run'>>(keys.workflowRun(conversationId))?.run ?? null)

/** Is there one that has not ended? */
export function hasRun(desk: Desk, conversationId: string): boolean {
  const run = knownRun(desk, conversationId)
  return run !== null && run.phase !== 'ended'
}

export const controlRun = (desk: Desk, runId: string, wish: CallParams<'workflow.control'>['wish']): Promise<unknown> => desk.client.call('workflow.control', { runId, wish })

/** Anything about workflows changed by this window: ask again. */
export const workflowsChanged = (desk: Desk): void => void desk.cache.invalidateQueries({ queryKey: keys.workflows })
