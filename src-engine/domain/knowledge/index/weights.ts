/** A term of the title counts as often as so many in the text. */
export const TITLE_TIMES = 2
/** In a large index, a term that stands in a larger share of the passages is passed over. */
export const COMMON_SHARE = 0.15
/** What the words of a passage (BM25) count against how near it is, when the best of an entry is chosen. */
export const IN_ENTRY = { words: 0.3 } as const

/**
 * What each kind of likeness adds to the score of an entry: the BM25 of its terms in a stretch of it, the topics where they match
 * wholly, and a cosine of 1 above the floor; unlike texts lie below the floor, so that what has nothing in common earns nothing.
 * `near`: of the nearest passage, `whole`: of a stretch; by the table of vectors, `meant`: by the English encoder's.
 */
export interface Weights { words: number; characters: number; letters: number; concepts: number; topics: number; near: number; whole: number; meant: number }

/** Fitted on the questions that may be tuned on, by script of the question (docs/knowledge.md). */
export const WEIGHTS: Readonly<Record<'han' | 'other', Weights>> = {
  han: { words: 0.18, characters: 0.25, letters: 1.3, concepts: 0.35, topics: 1.4, near: 29, whole: 18, meant: 0 },
  other: { words: 0.08, characters: 0, letters: 0.12, concepts: 0.32, topics: 2.5, near: 14, whole: 25, meant: 6.8 },
}
export const FLOOR = { company: 0.15, meaning: 0.3 } as const
/**
 * What the endpoint's vectors add: `weight` for each unit of spread that an article stands out by; one that no word points to
 * is a hit where it stands out by `alone`.
 */
export const MEANT = { weight: 2, alone: 1 } as const
