/** Keeps the `most` best of many scored numbers without sorting all of them; of equal ones the smaller number. */
export class Top {
  readonly #most: number
  /** A heap with the worst on top. */
  readonly #heap: { item: number; score: number }[] = []

  constructor(most: number) {
    this.#most = most
  }

  add(item: number, score: number): void {
    const heap = this.#heap
    const worst = heap[0]
    if (heap.length < this.#most) {
      heap.push({ item, score })
      this.#rise(heap.length - 1)
    } else if (worst && isBetter({ item, score }, worst)) {
      heap[0] = { item, score }
      this.#sink()
    }
  }

  /** Best first. */
  sorted(): { item: number; score: number }[] {
    return [...this.#heap].sort((a, b) => b.score - a.score || a.item - b.item)
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]]
    if (one && other) [this.#heap[a], this.#heap[b]] = [other, one]
  }

  #isWorse(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]]
    return one !== undefined && other !== undefined && isBetter(other, one)
  }

  #rise(at: number): void {
    for (let here = at; here > 0;) {
      const parent = (here - 1) >> 1
      if (!this.#isWorse(here, parent)) return
      this.#swap(here, parent)
      here = parent
    }
  }

  #sink(): void {
    for (let here = 0; ;) {
      const [left, right] = [2 * here + 1, 2 * here + 2]
      let worst = here
      if (this.#isWorse(left, worst)) worst = left
      if (this.#isWorse(right, worst)) worst = right
      if (worst === here) return
      this.#swap(here, worst)
      here = worst
    }
  }
}

const isBetter = (a: { item: number; score: number }, b: { item: number; score: number }): boolean =>
  a.score > b.score || (a.score === b.score && a.item < b.item)
