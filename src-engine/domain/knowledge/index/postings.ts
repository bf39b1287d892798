/** A document number and how often the term stands in it, packed into one unsigned number: 24 bits and 8. */
const COUNT_BITS = 8
export const MOST_COUNT = (1 << COUNT_BITS) - 1
export const MOST_DOCUMENTS = 1 << (32 - COUNT_BITS)
/** Entries of a term's first chunk, and of its longest; each chunk is twice the one before it. */
const FIRST_CHUNK = 2
const LAST_CHUNK = 1024
const END = 0xffffffff

/**
 * The documents of each term, in the order in which they were added. All terms share one pool of typed memory: most terms
 * stand in one or two documents, and an array of its own for each of half a million terms would cost more than its content.
 * A chunk is its size, the place of the chunk before it, and its entries.
 */
export class Postings {
  #pool = new Uint32Array(1 << 12)
  #used = 0
  /** By term: place of its newest chunk, and how much of that is filled. */
  #newest: number[] = []
  #filled: number[] = []

  /** @param term the next unused number, or one that has been added to before @param count 1 to 255, more is cut */
  add(term: number, document: number, count: number): void {
    if (this.#newest[term] === undefined) this.#open(term, FIRST_CHUNK, END)
    let chunk = this.#newest[term] ?? END
    const size = this.#pool[chunk] ?? 0
    if (this.#filled[term] === size) {
      this.#open(term, Math.min(size * 2, LAST_CHUNK), chunk)
      chunk = this.#newest[term] ?? END
    }
    const filled = this.#filled[term] ?? 0
    this.#pool[chunk + 2 + filled] = ((document << COUNT_BITS) | Math.min(count, MOST_COUNT)) >>> 0
    this.#filled[term] = filled + 1
  }

  /** Newest chunk first; within a chunk in the order of adding. */
  each(term: number, visit: (document: number, count: number) => void): void {
    const pool = this.#pool
    let chunk = this.#newest[term] ?? END
    let filled = this.#filled[term] ?? 0
    while (chunk !== END) {
      for (let at = chunk + 2, end = at + filled; at < end; at++) {
        const entry = pool[at] ?? 0
        visit(entry >>> COUNT_BITS, entry & MOST_COUNT)
      }
      chunk = pool[chunk + 1] ?? END
      filled = chunk === END ? 0 : pool[chunk] ?? 0
    }
  }

  #open(term: number, size: number, before: number): void {
    const chunk = this.#used
    this.#used += size + 2
    if (this.#used > this.#pool.length) {
      const larger = new Uint32Array(Math.max(this.#pool.length * 2, this.#used))
      larger.set(this.#pool)
      this.#pool = larger
    }
    this.#pool[chunk] = size
    this.#pool[chunk + 1] = before
    this.#newest[term] = chunk
    this.#filled[term] = 0
  }
}
