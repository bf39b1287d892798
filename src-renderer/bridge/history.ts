import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { BacktestState } from '../../src-shared/contract/backtest.ts'
import type { HistoryEntry } from '../../src-shared/contract/history.ts'
import type { BacktestReport } from '../../src-shared/domain/backtest.ts'
import type { FlowReport } from '../../src-shared/domain/flow-backtest.ts'
import type { HistoryTurn } from '../../src-shared/domain/history.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import type { Workflow } from '../../src-shared/domain/workflow.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

const FILES = [...keys.autopilot, 'history'] as const
/** The reading is asked about so often, in milliseconds. */
const ASK_AGAIN_MS = 300

/** Files that were imported; `data` is undefined until the engine has answered. */
export function useHistoryFiles(): { data: readonly HistoryEntry[] | undefined; failed: boolean; again: () => void } {
  const desk = useDesk()
  const { data, isError, refetch } = useQuery({ queryKey: FILES, queryFn: () => desk.client.call('history.list', {}), staleTime: 0 })
  return { data: data?.files, failed: isError, again: () => void refetch() }
}

/** Files came or went. */
export const historyChanged = (desk: Desk): Promise<void> => desk.cache.invalidateQueries({ queryKey: FILES })

export async function forgetHistory(desk: Desk, id: string): Promise<void> {
  await desk.client.call('history.forget', { id })
  await historyChanged(desk)
}

/** How far the past is read: begun when this is first shown, asked again until it is done. @param isWanted false: the person stopped it */
export function useBacktestState(isWanted: boolean): { data: BacktestState | undefined; failed: boolean; again: () => void } {
  const desk = useDesk()
  const { data, isError, refetch } = useQuery({
    queryKey: [...keys.autopilot, 'backtest', 'state'], queryFn: () => desk.client.call('backtest.start', {}), enabled: isWanted, staleTime: 0, gcTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? ASK_AGAIN_MS : false),
  })
  return { data, failed: isError || data?.state === 'failed', again: () => void refetch() }
}

/** Ends the reading; what was read is forgotten. */
export const stopBacktest = (desk: Desk): Promise<unknown> => desk.client.call('backtest.cancel', {})

/** What a policy would have done; the report before stays until the new one is there. */
export function useBacktest(policy: Policy, isReady: boolean): BacktestReport | undefined {
  const desk = useDesk()
  const { data } = useQuery({ queryKey: [...keys.autopilot, 'backtest', 'report', policy], queryFn: () => desk.client.call('backtest.judge', { policy }), enabled: isReady, staleTime: 0, gcTime: 0, placeholderData: keepPreviousData })
  return data?.report ?? undefined
}

/** What a workflow would have done; the report before stays until the new one is there. `report` null: it cannot run as it is. */
export function useFlowBacktest(workflow: Workflow, policy: Policy): { report: FlowReport | null; isAsked: boolean } {
  const desk = useDesk()
  const { data } = useQuery({ queryKey: [...keys.autopilot, 'backtest', 'flow', workflow, policy], queryFn: () => desk.client.call('backtest.walk', { workflow, policy }), staleTime: 0, gcTime: 0, placeholderData: keepPreviousData })
  return { report: data?.report ?? null, isAsked: data !== undefined }
}

/** The turns of a conversation of the past; undefined until the engine has answered. */
export function usePastTurns(conversationId: string | null): readonly HistoryTurn[] | undefined {
  const desk = useDesk()
  const { data } = useQuery({ queryKey: [...keys.autopilot, 'turns', conversationId], queryFn: () => desk.client.call('history.turns', { conversationId: conversationId ?? '' }), enabled: conversationId !== null, staleTime: 0 })
  return data?.turns
}
