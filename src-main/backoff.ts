const DELAYS_MS = [200, 500, 1000, 2000, 4000, 8000]
const CAP_MS = 10_000
/** A process that lived so long is taken for healthy: the next failure starts from the shortest wait. */
const HEALTHY_MS = 60_000

/** How long to wait before something that died is started again. */
export class Backoff {
  private failures = 0

  /** @param livedMs how long it lived this time; @returns milliseconds to wait */
  next(livedMs: number): number {
    if (livedMs >= HEALTHY_MS) this.failures = 0
    return DELAYS_MS[this.failures++] ?? CAP_MS
  }
}
