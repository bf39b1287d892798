import { createStore, useStore } from './store.ts'

const second = createStore(Date.now())
let timer: ReturnType<typeof setInterval> | null = null
let watchers = 0

/** One clock for all waiting clocks: ticks once a second while anybody looks. */
const ticking = {
  ...second,
  subscribe(listener: () => void) {
    watchers++
    timer ??= setInterval(() => second.set(Date.now()), 1000)
    const stop = second.subscribe(listener)
    return () => {
      stop()
      if (--watchers === 0 && timer) {
        clearInterval(timer)
        timer = null
      }
    }
  },
}

/** The time in milliseconds, once a second. With `select` a component re-renders only when what it shows changes. */
export function useNow<S = number>(select: (now: number) => S = (now) => now as S): S {
  return useStore(ticking, select)
}
