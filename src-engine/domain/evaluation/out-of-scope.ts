import { aurocEstimated } from './auroc.ts'
import { wilson } from '../../../src-shared/domain/wilson.ts'
import { isRight, type Estimated, type Told } from './told.ts'

export interface OutOfScope {
  /** Lines that people gave no label. */
  count: number
  /** Share of them that got none here either. */
  recall: Estimated | null
  /** Share of the labelled lines told right, and of them that got no label. */
  inScopeAccuracy: Estimated | null
  inScopeRefused: Estimated | null
  /** How well the claim of the likeliest label tells the two apart, wherever the threshold stands. */
  auroc: Estimated | null
}

/** Does it know what it does not know? null where every line has a label. */
export function outOfScope(lines: readonly Told[]): OutOfScope | null {
  const outside = lines.filter(({ expected }) => expected === null)
  if (outside.length === 0) return null
  const inside = lines.filter(({ expected }) => expected !== null)
  return {
    count: outside.length,
    recall: wilson(outside.filter(isRight).length, outside.length),
    inScopeAccuracy: wilson(inside.filter(isRight).length, inside.length),
    inScopeRefused: wilson(inside.filter(({ label }) => label === null).length, inside.length),
    auroc: aurocEstimated(lines.map(({ expected, claim }) => ({ positive: expected === null, score: -claim }))),
  }
}
