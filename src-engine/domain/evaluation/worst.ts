import { isRight, type Felt, type Told } from './told.ts'

/** The labels that were wrong and the most sure of themselves, at most `most`, surest first. */
export function worstLabels(lines: readonly Told[], most: number): Told[] {
  return lines.filter((line) => !isRight(line)).toSorted((a, b) => b.confidence - a.confidence).slice(0, most)
}

/** The unhappy who were heard least, and the others who raised the highest scores; at most `most` of each. */
export function worstFeelings(lines: readonly Felt[], most: number): { missed: Felt[]; falseAlarms: Felt[] } {
  return {
    missed: lines.filter(({ dissatisfied }) => dissatisfied).toSorted((a, b) => a.score - b.score).slice(0, most),
    falseAlarms: lines.filter(({ dissatisfied }) => !dissatisfied).toSorted((a, b) => b.score - a.score).slice(0, most),
  }
}
