/** The demo's own clock: seconds after the day's beginning, which pass at a speed of the person's choice or stand still. */
export class DemoTime {
  private readonly now: () => number
  private base: number
  private since: number
  private rate: number
  private going = true

  /** @param now milliseconds of the gateway's clock @param at where it begins @param speed seconds per second, above 0 */
  constructor(now: () => number, at: number, speed: number) {
    this.now = now
    this.base = at
    this.since = now()
    this.rate = speed
  }

  get speed(): number { return this.rate }
  get playing(): boolean { return this.going }

  at(): number {
    return this.base + (this.going ? (this.now() - this.since) / 1000 * this.rate : 0)
  }

  setSpeed(speed: number): void {
    this.jump(this.at())
    this.rate = speed
  }

  pause(): void {
    this.jump(this.at())
    this.going = false
  }

  resume(): void {
    this.jump(this.at())
    this.going = true
  }

  jump(to: number): void {
    this.base = to
    this.since = this.now()
  }
}
