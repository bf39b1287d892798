import { auroc } from '../domain/evaluation/auroc.ts'
import { atThresholds } from '../domain/evaluation/thresholds.ts'

/** A probability at least so high says yes. */
const YES = 0.5

export interface BinaryFigures {
  f1: number
  accuracy: number
  /** null where all lines are of one kind. */
  auroc: number | null
}

/** A head that gives a probability against yes and no. */
export function binaryFigures(lines: readonly { score: number; positive: boolean }[]): BinaryFigures {
  const right = lines.filter(({ score, positive }) => score >= YES === positive).length
  return { f1: atThresholds(lines, [YES])[0]?.f1 ?? 0, accuracy: right / Math.max(1, lines.length), auroc: auroc(lines) }
}
