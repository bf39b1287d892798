import type { Clock } from '../clock.ts'

export interface Repeat {
  /** Begins; the first turn is at once. */
  start(): void
  /** Turns now rather than later; while a turn runs, another one follows it. Resolves with the turn. */
  soon(): Promise<void>
  /** No further turn; resolves when the one that runs has ended. */
  stop(): Promise<void>
}

export interface RepeatOptions {
  clock: Clock
  /** One turn. True: all went well. Must not throw. */
  turn: () => Promise<boolean>
  /** How long to rest after a turn that went well, in milliseconds. */
  restMs: () => number
  /** How long after the first failed turn; twice as long after each further one. */
  firstPauseMs: number
  longestPauseMs: number
}

/** Work that is done over and over: at an even pace while it goes well, ever more seldom while it fails. */
export function repeat({ clock, turn, restMs, firstPauseMs, longestPauseMs }: RepeatOptions): Repeat {
  let running: Promise<void> | null = null
  let again = false
  let stopped = true
  let failures = 0
  let cancel = () => {}

  async function turns(): Promise<void> {
    do {
      again = false
      failures = await turn() ? 0 : failures + 1
    } while (again && !stopped)
  }
  function soon(): Promise<void> {
    if (stopped) return Promise.resolve()
    if (running !== null) {
      again = true
      return running
    }
    cancel()
    running = turns().finally(() => {
      running = null
      if (stopped) return
      const pause = failures === 0 ? restMs() : Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs)
      cancel = clock.after(pause, () => void soon())
    })
    return running
  }
  return {
    start() {
      stopped = false
      void soon()
    },
    soon,
    async stop() {
      stopped = true
      cancel()
      await running
    },
  }
}
