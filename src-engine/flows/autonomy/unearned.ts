import type { FieldProblem } from '../../../src-shared/contract/policies.ts'
import type { EvidenceClaim, Missing } from '../../../src-shared/domain/autonomy.ts'
import { AutonomyLevel, type Policy } from '../../../src-shared/domain/policy.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { maySet, nextStep } from '../../../src-shared/domain/ladder/ladder.ts'
import { LADDER } from '../../../src-shared/domain/ladder/rules.ts'
import { policyInForce } from '../read-policy.ts'
import type { Engine } from '../context.ts'
import { claimOf } from './cases.ts'
import { evidenceOf } from './list-levels.ts'
import { partsOf } from './watch.ts'
import { isWayBack, levelsOf } from './way-back.ts'

const MISSING: Readonly<Record<Missing['code'], (n: number) => LocalText>> = {
  cases: (n) => ({ zh: `还差 ${n} 次与人工做法一致`, en: `${n} more cases in which people do the same` }),
  agreement: (n) => ({ zh: `还要再一致 ${n} 次`, en: `${n} more that agree` }),
  costly: (n) => ({ zh: `还要再有 ${n} 次没有严重错误`, en: `${n} more without a costly error` }),
  automatic: (n) => ({ zh: `还要再自动回复 ${n} 次`, en: `${n} more automatic replies` }),
  stopped: (n) => ({ zh: `被拦下的要更少（已有 ${n} 次）`, en: `fewer that people stop (${n} so far)` }),
}
const ONE_STEP: LocalText = { zh: '一次只能升一级，先到下一级看看。', en: 'One step up at a time; take the next one first.' }

function why(engine: Engine, subject: string, from: AutonomyLevel, to: AutonomyLevel): LocalText {
  const { scope, name } = partsOf(subject)
  const step = nextStep(from, evidenceOf(engine, scope, name), LADDER)
  if (step?.next !== to) return ONE_STEP
  const parts = step.missing.map(({ code, n }) => MISSING[code](n))
  return { zh: `证据还不够，不能升到这一级：${parts.map(({ zh }) => zh).join('，')}。`, en: `Not earned yet: ${parts.map(({ en }) => en).join(', ')}.` }
}

/** Levels of a draft that are higher than in force and not earned, each at its field; back to what was before the last change is free. */
export function unearned(engine: Engine, draft: Policy): FieldProblem[] {
  const inForce = policyInForce(engine)
  if (inForce === null) return []
  const before = levelsOf(inForce)
  return [...levelsOf(draft)].flatMap(([subject, level]) => {
    const from = before.get(subject) ?? 'off'
    const { scope, name } = partsOf(subject)
    if (maySet(from, level, evidenceOf(engine, scope, name), LADDER) || isWayBack(engine, inForce, subject, level)) return []
    return [{ field: `${scope}s.${name}.level`, say: why(engine, subject, from, level), law: null }]
  })
}

/** The evidence of every level of a draft that is higher than in force: the gateway counts it again. */
export function raisedClaims(engine: Engine, draft: Policy): EvidenceClaim[] {
  const before = levelsOf(policyInForce(engine) ?? draft)
  const { options } = AutonomyLevel
  return [...levelsOf(draft)].filter(([subject, level]) => options.indexOf(level) > options.indexOf(before.get(subject) ?? 'off')).map(([subject]) => {
    const { scope, name } = partsOf(subject)
    return claimOf(engine, scope, name)
  })
}
