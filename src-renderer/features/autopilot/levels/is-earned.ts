import type { LevelRow } from '../../../../src-shared/contract/autonomy.ts'
import { AutonomyLevel } from '../../../../src-shared/domain/policy.ts'

/** Down is free; up is earned, one step at a time. */
export const isEarned = ({ level: from, step }: LevelRow, to: AutonomyLevel): boolean =>
  AutonomyLevel.options.indexOf(to) <= AutonomyLevel.options.indexOf(from) || (step?.next === to && step.missing.length === 0)
