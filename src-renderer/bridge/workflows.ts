import { useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { RunView } from '../../src-shared/domain/workflow-run.ts'
import type { Workflow } from '../../src-shared/domain/workflow.ts'
import { keys } from './cache.ts'
import { CallError } from './call-error.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

/** The shop's workflows; `data` undefined until the engine has answered. */
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

/**
 * Saves a workflow on top of the version that it was made from. Where a colleague was first it is refused once, with their name, and
 * goes on top of theirs when it is saved again.
 */
export function useSaveWorkflow(): (workflow: Workflow) => Promise<Workflow> {
  const desk = useDesk()
  const told = useRef(false)
  return async (workflow) => {
    const { workflow: saved } = await desk.client.call('workflow.save', { workflow, basedOn: told.current ? null : workflow.version }).catch((thrown: unknown) => {
      told.current = thrown instanceof CallError && thrown.shape.code === 'workflow-conflict'
      throw thrown
    })
    told.current = false
    workflowsChanged(desk)
    return saved
  }
}

/** Anything about workflows changed by this window: ask again. */
export const workflowsChanged = (desk: Desk): void => void desk.cache.invalidateQueries({ queryKey: keys.workflows })
