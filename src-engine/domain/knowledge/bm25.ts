/** Okapi BM25 (Robertson and Zaragoza 2009) with the idf of Lucene, which is never negative. */
const K1 = 1.2
const B = 0.75

export type Bm25 = {
  score(query: readonly string[], document: number): number
  /** Rarity-weighed share of the query's terms in the document, 0..1. */
  coverage(query: readonly string[], document: number): number
}

/** `documents[i]` holds the terms of document i, repeated as often as they should weigh. */
export function bm25(documents: ReadonlyArray<readonly string[]>): Bm25 {
  const counts = documents.map(countTerms)
  const lengths = documents.map((terms) => terms.length)
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length)
  const frequency = new Map<string, number>()
  for (const count of counts) for (const term of count.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const idf = (term: string): number => {
    const n = frequency.get(term) ?? 0
    return Math.log(1 + (documents.length - n + 0.5) / (n + 0.5))
  }
  return {
    score(query, document) {
      const count = counts[document]
      if (!count) return 0
      const norm = K1 * (1 - B + B * ((lengths[document] ?? 0) / Math.max(1, average)))
      let sum = 0
      for (const term of new Set(query)) {
        const tf = count.get(term) ?? 0
        if (tf > 0) sum += (idf(term) * tf * (K1 + 1)) / (tf + norm)
      }
      return sum
    },
    coverage(query, document) {
      const terms = [...new Set(query)]
      const all = terms.reduce((sum, term) => sum + idf(term), 0)
      const held = terms.filter((term) => counts[document]?.has(term)).reduce((sum, term) => sum + idf(term), 0)
      return all === 0 ? 0 : held / all
    },
  }
}

function countTerms(terms: readonly string[]): Map<string, number> {
  const count = new Map<string, number>()
  for (const term of terms) count.set(term, (count.get(term) ?? 0) + 1)
  return count
}
