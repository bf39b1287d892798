import type { HoldWhy } from '../../../src-shared/domain/autonomy.ts'
import type { Case } from '../../../src-shared/domain/ladder/evidence.ts'
import type { FallRule } from '../../../src-shared/domain/ladder/rules.ts'

type Reason = Exclude<HoldWhy, 'person' | 'guard'>

const wentWrong = ({ automatic, after, costly }: Case): boolean => automatic === 'stopped' || after !== null || costly !== null

/**
 * The circuit breaker: why autopilot must fall back to suggesting, or null.
 * @param cases of one topic or action since a person last lifted its hold, newest first
 */
export function fallsBack(cases: readonly Case[], rule: FallRule): Reason | null {
  if (cases.some(({ costly }) => costly === 'judged-wrong')) return 'judged-wrong'
  const taken = cases.filter(({ automatic }) => automatic !== null && automatic !== 'void').slice(0, rule.window)
  const row = taken.slice(0, rule.inARow)
  if (row.length === rule.inARow && row.every(wentWrong)) return 'in-a-row'
  if (taken.length < rule.least) return null
  const share = (holds: (one: Case) => boolean): number => taken.filter(holds).length / taken.length
  if (share(({ automatic }) => automatic === 'stopped') > rule.undoRate) return 'undo-rate'
  if (share(({ after }) => after === 'reopened') > rule.reopenRate) return 'reopen-rate'
  return share(({ after }) => after === 'anger') > rule.angerRate ? 'anger-rate' : null
}
