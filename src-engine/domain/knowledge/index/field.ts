import { Postings } from './postings.ts'

/** Okapi BM25 (Robertson and Zaragoza 2009) with the idf of Lucene, which is never negative. */
const K1 = 1.2
const B = 0.75

/** Terms of a document with how often each stands in it. */
export type Counted = ReadonlyMap<string, number>

export function count(terms: readonly string[], into = new Map<string, number>(), times = 1): Map<string, number> {
  for (const term of terms) into.set(term, (into.get(term) ?? 0) + times)
  return into
}

/** One way to read documents (words, letters, meanings), each with its own rarities and lengths. */
export class Field {
  readonly #places = new Map<string, number>()
  readonly #postings = new Postings()
  #frequency: number[] = []
  /** Terms a document; 0 for one that was removed. */
  #lengths: number[] = []
  #documents = 0
  #total = 0

  /** Numbers are given by the caller, each once, from 0 upwards. */
  add(document: number, terms: Counted): void {
    let length = 0
    for (const [term, times] of terms) {
      let place = this.#places.get(term)
      if (place === undefined) this.#places.set(term, place = this.#places.size)
      this.#postings.add(place, document, times)
      this.#frequency[place] = (this.#frequency[place] ?? 0) + 1
      length += times
    }
    this.#lengths[document] = length
    this.#documents += 1
    this.#total += length
  }

  /** The entries stay until the index is made anew; rarities and lengths forget the document. @param terms as they were added */
  remove(document: number, terms: Counted): void {
    for (const term of terms.keys()) {
      const place = this.#places.get(term)
      if (place !== undefined) this.#frequency[place] = (this.#frequency[place] ?? 1) - 1
    }
    this.#documents -= 1
    this.#total -= this.#lengths[document] ?? 0
  }

  /** In how many documents the term stands. */
  frequency(term: string): number {
    const place = this.#places.get(term)
    return place === undefined ? 0 : this.#frequency[place] ?? 0
  }

  idf(term: string): number {
    const n = this.frequency(term)
    return Math.log(1 + (this.#documents - n + 0.5) / (n + 0.5))
  }

  /**
   * Adds to `scores`, by document, what each term earns there.
   * @param query weight by term @param most terms that stand in a larger share of the documents are passed over
   */
  score(query: Counted, scores: Float32Array, most = 1): void {
    const average = Math.max(1, this.#total / Math.max(1, this.#documents))
    const [floor, slope] = [K1 * (1 - B), (K1 * B) / average]
    const lengths = this.#lengths
    for (const [term, weight] of query) {
      const place = this.#places.get(term)
      if (place === undefined || (this.#frequency[place] ?? 0) > most * this.#documents) continue
      const gain = weight * this.idf(term) * (K1 + 1)
      this.#postings.each(place, (document, times) => {
        scores[document] = (scores[document] ?? 0) + (gain * times) / (times + floor + slope * (lengths[document] ?? 0))
      })
    }
  }

  /** Rarity-weighed share of the query's terms that a document holds, 0..1. */
  coverage(query: Counted, document: Counted): number {
    let [all, held] = [0, 0]
    for (const term of query.keys()) {
      const rarity = this.idf(term)
      all += rarity
      if (document.has(term)) held += rarity
    }
    return all === 0 ? 0 : held / all
  }

  terms(): IterableIterator<string> {
    return this.#places.keys()
  }
}
