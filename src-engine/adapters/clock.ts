/** @param offset gateway time minus local time, in milliseconds; asked at each reading since it is learnt on the way */
export function createClock(offset: () => number) {
  return {
    now: (): number => Date.now() + offset(),
    after(ms: number, work: () => void): () => void {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  }
}
