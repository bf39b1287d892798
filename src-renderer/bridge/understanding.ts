import { useQuery } from '@tanstack/react-query'
import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { CheckCard, Understanding } from '../../src-shared/contract/understanding.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

const KEY = ['understanding'] as const

/** The measures, as they were when the page was opened or a round ended. */
export function useUnderstanding(): { report: Understanding | undefined; failed: boolean; again: () => void } {
  const desk = useDesk()
  const { data, isError, refetch } = useQuery({ queryKey: KEY, queryFn: () => desk.client.call('understanding.report', {}), staleTime: 0 })
  return { report: data, failed: isError, again: () => void refetch() }
}

/** The measures changed: asked for anew. */
export const measureAgain = (desk: Desk): Promise<void> => desk.cache.invalidateQueries({ queryKey: KEY })

export async function drawMessages(desk: Desk, count: number): Promise<CheckCard[]> {
  return (await desk.client.call('understanding.draw', { count })).cards
}

export async function checkMessage(desk: Desk, check: CallParams<'understanding.check'>): Promise<void> {
  await desk.client.call('understanding.check', check)
}

export async function uncheckMessage(desk: Desk, messageId: string): Promise<void> {
  await desk.client.call('understanding.uncheck', { messageId })
}

export async function exportLabels(desk: Desk, sampled: boolean): Promise<string> {
  return (await desk.client.call('understanding.export', { sampled })).jsonl
}
