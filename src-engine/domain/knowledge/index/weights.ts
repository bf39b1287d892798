/** A term of the title counts as often as so many in the text. */
export const TITLE_TIMES = 2
/** What the second-best passage adds to an entry, beside the best. */
export const AGGREGATE = 0.3
/** In a large index, a term that stands in a larger share of the passages is passed over. */
export const COMMON_SHARE = 0.25
/** What the fields beside the words weigh; a word weighs 1. */
export const FIELD = { characters: 0.3, concepts: 1 } as const
/** In units of BM25: what a perfect match of topics adds, and a cosine of meaning from the floor up. */
export const SENSE = { topics: 3, meaning: 10, meaningFloor: 0.3 } as const
