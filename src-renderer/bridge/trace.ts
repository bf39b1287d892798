import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { DraftTrace } from '../../src-shared/domain/trace.ts'
import { useDesk, useDraft } from './hooks.ts'

/** How the newest drafts of a conversation came about, newest first; asked again when its draft changes. undefined until the engine has answered. */
export function useTraces(id: string): { traces: DraftTrace[] | undefined; failed: boolean } {
  const desk = useDesk()
  const draft = useDraft(id)
  const state = `${draft?.id ?? ''} ${draft?.state ?? ''}`
  const { data, isError } = useQuery({ queryKey: ['traces', id], queryFn: () => desk.client.call('draft.traces', { conversationId: id }), staleTime: 0 })
  useEffect(() => {
    void desk.cache.invalidateQueries({ queryKey: ['traces', id] })
  }, [desk, id, state])
  return { traces: data?.traces, failed: isError }
}

/** What an endpoint was asked for an answer, suggestion or translation; undefined until the engine has answered, null: nothing is kept of it. */
export function useAskedTrace(id: string): { trace: DraftTrace | null | undefined; failed: boolean } {
  const desk = useDesk()
  const { data, isError } = useQuery({ queryKey: ['asked', id], queryFn: () => desk.client.call('asked.trace', { id }), staleTime: 0 })
  return { trace: data?.trace, failed: isError }
}

const USAGE_EVERY_MS = 5_000

/** Today's tokens, looked up anew every few seconds while somebody looks; undefined until the engine has answered. */
export function useUsage(changed: unknown): CallResult<'model.usage'> | undefined {
  const desk = useDesk()
  const { data } = useQuery({ queryKey: ['usage', changed], queryFn: () => desk.client.call('model.usage', {}), staleTime: 0, refetchInterval: USAGE_EVERY_MS, placeholderData: (before) => before })
  return data
}
