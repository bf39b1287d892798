import { useQuery } from '@tanstack/react-query'
import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { Told } from '../../src-shared/domain/teaching.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

/** What the person corrects and teaches. The engine's patches follow and are the truth. */

/** @param id made beforehand: sent twice it is one correction */
export async function correct(desk: Desk, id: string, message: { id: string; conversationId: string }, told: Told): Promise<void> {
  await desk.client.call('teaching.correct', { id, conversationId: message.conversationId, messageId: message.id, told })
}

export async function takeBackCorrection(desk: Desk, id: string): Promise<void> {
  await desk.client.call('teaching.takeBack', { id })
}

/** Newest first; undefined until the engine has answered. */
export function useLessons(limit: number): CallResult<'teaching.lessons'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.taught, 'lessons', limit], queryFn: () => desk.client.call('teaching.lessons', { limit }), staleTime: 0 }).data
}

/** The shop's own topics in use; null: none; undefined until the engine has answered. */
export function useOwnTopics(): CallResult<'topics.get'>['topics'] | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.taught, 'topics'], queryFn: () => desk.client.call('topics.get', {}) }).data?.topics
}
