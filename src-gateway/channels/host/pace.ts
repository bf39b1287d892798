const MINUTE_MS = 60_000

/** Spreads what goes to one place over the minute that it allows; in memory, as the other side counts for itself. */
export class Pace {
  private taken: number[] = []

  constructor(private readonly perMinute: number | undefined) {}

  /** Takes a place; above 0: none is free, ask again after so many milliseconds. */
  take(now: number): number {
    if (this.perMinute === undefined) return 0
    this.taken = this.taken.filter((at) => at > now - MINUTE_MS && at <= now)
    const first = this.taken[0]
    if (first !== undefined && this.taken.length >= this.perMinute) return first + MINUTE_MS - now
    this.taken.push(now)
    return 0
  }
}
