/** Quiet time after the last key before words are saved, in milliseconds. */
const QUIET_MS = 300

/** Saves what is typed: soon after the last key, and at once when asked. Saves of one conversation keep their order. */
export class UnsentSaver {
  readonly #save: (conversationId: string, text: string) => Promise<unknown>
  readonly #due = new Map<string, { text: string; timer: ReturnType<typeof setTimeout> }>()

  constructor(save: (conversationId: string, text: string) => Promise<unknown>) {
    this.#save = save
  }

  change(conversationId: string, text: string): void {
    clearTimeout(this.#due.get(conversationId)?.timer)
    const timer = setTimeout(() => this.flush(conversationId), QUIET_MS)
    this.#due.set(conversationId, { text, timer })
  }

  flush(conversationId: string): void {
    const due = this.#due.get(conversationId)
    if (!due) return
    clearTimeout(due.timer)
    this.#due.delete(conversationId)
    // A failed save leaves the words in the field; the next key tries again.
    void this.#save(conversationId, due.text).catch(() => undefined)
  }

  /** What is due is not saved: other words stand there now. */
  forget(conversationId: string): void {
    clearTimeout(this.#due.get(conversationId)?.timer)
    this.#due.delete(conversationId)
  }

  flushAll(): void {
    for (const id of [...this.#due.keys()]) this.flush(id)
  }
}
