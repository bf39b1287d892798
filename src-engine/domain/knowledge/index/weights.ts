/** A term of the title counts as often as so many in the text. */
export const TITLE_TIMES = 2
/** In a large index, a term that stands in a larger share of the passages is passed over. */
export const COMMON_SHARE = 0.15
/** How much of its BM25 each field gives to the score. */
export const FIELD = { words: 0.3, characters: 0.2, concepts: 0.3 } as const
/**
 * What topics add that match wholly, and a cosine of 1 above the floor; unlike texts lie below the floor, so that what has nothing in
 * common earns nothing. `company`: directions by the table of vectors, `meaning`: by the English encoder's.
 */
export const SENSE = { topics: 3, company: 50, companyFloor: 0.15, meaning: 20, meaningFloor: 0.3 } as const
/** In an entry that is about one thing: how much the direction of the whole counts, against that of the nearest passage. */
export const WHOLE_SHARE = 0.7
/**
 * What the endpoint's vectors add: `weight` for each unit of spread that an article stands out by; one that no word points to
 * is a hit where it stands out by `alone`.
 */
export const MEANT = { weight: 2, alone: 1 } as const
