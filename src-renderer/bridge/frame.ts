/** Longest wait for a frame in milliseconds; a hidden window paints none. */
const NO_FRAME_MS = 50

/** Collects work and does it once before the next paint. `flush` does it now. */
export class FrameBatch<T> {
  #items: T[] = []
  #cancel: (() => void) | null = null
  readonly #work: (items: T[]) => void

  constructor(work: (items: T[]) => void) {
    this.#work = work
  }

  add(items: readonly T[]): void {
    this.#items.push(...items)
    if (this.#cancel) return
    const flush = () => this.flush()
    const frame = requestAnimationFrame(flush)
    const timer = setTimeout(flush, NO_FRAME_MS)
    this.#cancel = () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }

  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    if (this.#items.length === 0) return
    const items = this.#items
    this.#items = []
    this.#work(items)
  }
}
