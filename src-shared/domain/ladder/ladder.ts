import type { Missing } from '../autonomy.ts'
import { AutonomyLevel } from '../policy.ts'
import { wilson } from '../wilson.ts'
import type { Evidence } from './evidence.ts'
import type { LadderRules } from './rules.ts'

/** More cases than this nobody counts down. */
const MOST = 1000

/** Cases in which a person has to do the same, one after the other, until the bound is reached. */
function moreUntil(bound: number, { same, otherwise }: Evidence): number {
  let more = 0
  while (more < MOST && (wilson(same + more, same + otherwise + more)?.low ?? 0) < bound) more++
  return more
}

/** The next level up, and what is missing for it; an empty list: it is offered. null: there is none. */
export function nextStep(level: AutonomyLevel, evidence: Evidence, rules: LadderRules): { next: AutonomyLevel; missing: Missing[] } | null {
  const next = AutonomyLevel.options[AutonomyLevel.options.indexOf(level) + 1]
  if (next === undefined || next === 'off') return null
  const rule = rules.steps[next]
  if (rule === null) return { next, missing: [] }
  const compared = evidence.same + evidence.otherwise
  const missing: Missing[] = []
  const more = Math.max(rule.cases - compared, moreUntil(rule.bound, evidence))
  if (more > 0) missing.push({ code: compared < rule.cases ? 'cases' : 'agreement', n: more })
  const newest = evidence.costlyAt.at(0)
  if (newest !== undefined && newest < rule.costlyFree) missing.push({ code: 'costly', n: rule.costlyFree - newest })
  if (rule.automatic) {
    if (evidence.automatic < rule.automatic.replies) missing.push({ code: 'automatic', n: rule.automatic.replies - evidence.automatic })
    else if (evidence.stopped > rule.automatic.undoRate * evidence.automatic) missing.push({ code: 'stopped', n: evidence.stopped })
  }
  return { next, missing }
}

/** May a person set this level? Down always; up one step, once it is earned. */
export function maySet(from: AutonomyLevel, to: AutonomyLevel, evidence: Evidence, rules: LadderRules): boolean {
  const { options } = AutonomyLevel
  if (options.indexOf(to) <= options.indexOf(from)) return true
  const step = nextStep(from, evidence, rules)
  return step?.next === to && step.missing.length === 0
}
