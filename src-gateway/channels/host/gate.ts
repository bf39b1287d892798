/** Lets so many in at once, so many wait, and turns away the rest. */
export class Gate {
  private inside = 0
  private working = 0
  private readonly queue: (() => void)[] = []

  constructor(private readonly atOnce: number, private readonly waiting: number) {}

  /** @returns what to call once on leaving; null: full. */
  enter(): (() => void) | null {
    if (this.inside >= this.atOnce + this.waiting) return null
    this.inside += 1
    let left = false
    return () => {
      if (left) return
      left = true
      this.inside -= 1
    }
  }

  /** Resolves when it is one's turn; call the answer when done. */
  async turn(): Promise<() => void> {
    if (this.working >= this.atOnce) await new Promise<void>((next) => { this.queue.push(next) })
    else this.working += 1
    return () => {
      const next = this.queue.shift()
      if (next === undefined) this.working -= 1
      else next()
    }
  }
}
