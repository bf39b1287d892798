/** Why a call was stopped: the caller's signal, a time limit, or our own cut of an endless answer. */
export type StopReason = 'caller' | 'first-token' | 'total' | 'cut'

/**
 * One abort signal out of several reasons. `heard()` ends the wait for the first token, `quiet()` starts it again for
 * the next round, `done()` must always be called at the end.
 */
export type Deadline = { signal: AbortSignal; reason(): StopReason | null; heard(): void; quiet(): void; cut(): void; done(): void }

/** Limits in milliseconds. */
export type Limits = { firstTokenMs: number; totalMs: number }

export function startDeadline(caller: AbortSignal, limits: Limits): Deadline {
  const controller = new AbortController()
  let why: StopReason | null = null
  let waiting: NodeJS.Timeout | null = null
  const stop = (reason: StopReason): void => {
    if (why !== null) return
    why = reason
    controller.abort()
  }
  const onCaller = (): void => stop('caller')
  const total = setTimeout(() => stop('total'), limits.totalMs)
  const heard = (): void => {
    if (waiting) clearTimeout(waiting)
    waiting = null
  }
  const quiet = (): void => {
    heard()
    waiting = setTimeout(() => stop('first-token'), limits.firstTokenMs)
  }
  if (caller.aborted) onCaller()
  else caller.addEventListener('abort', onCaller, { once: true })
  return {
    signal: controller.signal, reason: () => why, heard, quiet, cut: () => stop('cut'),
    done() {
      heard()
      clearTimeout(total)
      caller.removeEventListener('abort', onCaller)
    },
  }
}

/** Waits, but no longer than the signal lets it. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(finish, ms)
    function finish(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    signal.addEventListener('abort', finish, { once: true })
  })
}
