/** One line that was judged: what a person says of it, and what was told of it. */
export interface Told {
  text: string
  /** null: none of the labels, out of scope. */
  expected: string | null
  /** null: no label was given. */
  label: string | null
  /** How sure the label is, 0..1; of no meaning where none was given. */
  confidence: number
  /** How sure the likeliest label is, given or withheld, 0..1: what tells in-scope from out-of-scope texts. */
  claim: number
}

/** One line whose dissatisfaction was judged. */
export interface Felt {
  text: string
  dissatisfied: boolean
  /** 0..1, higher is unhappier. */
  score: number
}

/** A share with the interval that holds it with 95 % certainty, all 0..1. */
export interface Estimated {
  value: number
  low: number
  high: number
}

export const isRight = ({ expected, label }: Told): boolean => expected === label
