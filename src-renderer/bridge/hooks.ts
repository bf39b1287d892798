import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { DeskState, Settings } from '../../src-shared/contract/desk.ts'
import type { Draft } from '../../src-shared/domain/draft.ts'
import type { AutopilotRun } from '../../src-shared/domain/run.ts'
import { useStore } from '../ui/store.ts'
import { EMPTY_ROWS, keys } from './cache.ts'
import type { Desk, EngineLink } from './desk.ts'
import type { Rows, ThreadView } from './patches.ts'

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('no desk around this component')
  return desk
}

/** Reads a cache entry that only patches and answers write. undefined: never known. */
function useCached<T>(queryKey: readonly unknown[]): T | undefined {
  return useQuery<T>({ queryKey, queryFn: () => Promise.reject(new Error('written by patches')), enabled: false }).data
}

export const useDeskState = (): DeskState | undefined => useCached<DeskState>(keys.desk)
/** IANA zone in which orders and parcels are told; undefined until the engine was heard of. */
export const useShopZone = (): string | undefined => useDeskState()?.timeZone
export const useSettings = (): Settings | undefined => useCached<Settings>(keys.settings)
export const useDraft = (id: string): Draft | null => useCached<Draft | null>(keys.draft(id)) ?? null
export const useRun = (id: string): AutopilotRun | null => useCached<AutopilotRun | null>(keys.run(id)) ?? null
/** Words that were asked for under this id, as far as they came. */
export const useWriting = (id: string): string => useCached<string>(keys.writing(id)) ?? ''
export const useTypingAt = (id: string): number => useCached<number>(keys.typing(id)) ?? 0
export const useEngineLink = (): EngineLink => useStore(useDesk().link, (link) => link)

/** undefined: the engine was never heard of. */
export function useRows(): Rows | undefined {
  return useCached<Rows>(keys.rows)
}

export function useRow(id: string | null) {
  const { data } = useQuery<Rows, Error, ReturnType<Rows['get']> | null>({
    queryKey: keys.rows, queryFn: () => Promise.resolve(EMPTY_ROWS), enabled: false,
    select: (rows) => (id ? rows.get(id) : undefined) ?? null,
  })
  return data ?? null
}

/** The thread on the screen: from the cache at once, asked once, then kept true by patches. */
export function useThread(id: string): { view: ThreadView | undefined; failed: Error | null } {
  const desk = useDesk()
  const { data, error } = useQuery({ queryKey: keys.thread(id), queryFn: () => desk.readThread(id) })
  return { view: data, failed: error }
}
