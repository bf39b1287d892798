/** Questions to a child process that are answered by a message with the same id. */
export class Asks<T> {
  private readonly pending = new Map<number, { resolve: (answer: T | null) => void; timer: NodeJS.Timeout }>()
  private lastId = 0

  constructor(private readonly timeoutMs: number) {}

  /** @returns the answer; null when none came in time or the child is not there */
  ask(send: (id: number) => boolean): Promise<T | null> {
    const id = ++this.lastId
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(id, null), this.timeoutMs)
      this.pending.set(id, { resolve, timer })
      if (!send(id)) this.settle(id, null)
    })
  }

  settle(id: number, answer: T | null): void {
    const entry = this.pending.get(id)
    if (!entry) return
    this.pending.delete(id)
    clearTimeout(entry.timer)
    entry.resolve(answer)
  }

  /** The child is gone: nobody will answer. */
  giveUp(): void {
    for (const id of [...this.pending.keys()]) this.settle(id, null)
  }
}
