import { useSyncExternalStore } from 'react'
import { isWide, usePlace, wideQuery } from './place.ts'

function watch(listener: () => void): () => void {
  const query = wideQuery()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

export const useIsWide = (): boolean => useSyncExternalStore(watch, isWide)

/** Has the copilot a column of its own now? */
export function useBeside(): boolean {
  const wide = useIsWide()
  return usePlace((now) => now.beside) && wide
}
