import type { Clock } from './ports.ts'

/** Calls `work` when nothing touched it for `ms` milliseconds. */
export function createIdle(clock: Clock, ms: number, work: () => void) {
  let cancel: (() => void) | null = null
  const stop = (): void => {
    cancel?.()
    cancel = null
  }
  return {
    touch(): void {
      stop()
      cancel = clock.after(ms, work)
    },
    stop,
  }
}
