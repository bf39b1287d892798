import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { CopilotFound } from '../../src-shared/contract/copilot.ts'
import type { FoundArticle } from '../../src-shared/contract/found.ts'
import type { CopilotTurn } from '../../src-shared/domain/copilot.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

/** Quiet time after the last key before the engine is asked, in milliseconds. */
const QUIET_MS = 80
/** Most of each group. */
const LIMIT = 4

/** Questions and answers of a conversation, oldest first; kept true by patches. */
export function useTurns(conversationId: string): readonly CopilotTurn[] {
  const desk = useDesk()
  const { data } = useQuery({ queryKey: keys.copilot(conversationId), queryFn: async () => (await desk.client.call('copilot.get', { conversationId })).turns })
  return data ?? []
}

const asked = (desk: Desk, conversationId: string, query: string) => ({
  queryKey: ['copilot-find', conversationId, query], gcTime: 0, retry: false as const,
  queryFn: () => desk.client.call('copilot.search', { conversationId, query, limit: LIMIT }),
})

/** Looks the words up now, for a person who did not wait for the list. */
export const findNow = (desk: Desk, conversationId: string, query: string): Promise<CopilotFound> => desk.cache.fetchQuery(asked(desk, conversationId, query))

/** `busy`: what is shown may answer other words than those typed. */
export function useFound(conversationId: string, typed: string): { found: CopilotFound | undefined; busy: boolean; failed: boolean } {
  const desk = useDesk()
  const words = typed.trim()
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), QUIET_MS)
    return () => clearTimeout(timer)
  }, [words])
  const { data, isFetching, isError } = useQuery({ ...asked(desk, conversationId, settled), enabled: settled !== '', staleTime: 0, placeholderData: keepPreviousData })
  return { found: words === '' || settled === '' ? undefined : data, busy: words !== '' && (isFetching || settled !== words), failed: isError && words !== '' }
}

export async function ask(desk: Desk, conversationId: string, question: string): Promise<void> {
  await desk.client.call('copilot.ask', { id: newId(), conversationId, question })
}

export async function stop(desk: Desk, conversationId: string): Promise<void> {
  await desk.client.call('copilot.stop', { conversationId })
}

/** Forgets what was asked; it is off the screen at once. */
export async function clear(desk: Desk, conversationId: string): Promise<void> {
  desk.cache.setQueryData<readonly CopilotTurn[]>(keys.copilot(conversationId), [])
  await desk.client.call('copilot.clear', { conversationId })
}

export async function readArticle(desk: Desk, id: string): Promise<FoundArticle | null> {
  return (await desk.client.call('copilot.article', { id })).article
}

/** The conversation was closed or opened again: what was asked in it went, or came back. */
export const readTurnsAgain = (desk: Desk, conversationId: string): void => void desk.cache.invalidateQueries({ queryKey: keys.copilot(conversationId) })
