/** What to do with a numbered batch of patches. */
export type Admission = 'apply' | 'drop' | 'gap'

/**
 * Keeps count of the batches. Closed until `desk.open` said which batch it includes: batches that come before that
 * answer are in it already. A number that was skipped is a gap: the window has to ask again.
 */
export class PatchGate {
  #next: number | null = null

  /** From now on until `open`, nothing is applied. */
  close(): void {
    this.#next = null
  }

  /** `n`: the last batch that the answer of `desk.open` includes. */
  open(n: number): void {
    this.#next = n + 1
  }

  admit(n: number): Admission {
    if (this.#next === null || n < this.#next) return 'drop'
    if (n > this.#next) {
      this.#next = null
      return 'gap'
    }
    this.#next = n + 1
    return 'apply'
  }
}
