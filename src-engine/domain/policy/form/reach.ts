import type { RowReach } from '../../../../src-shared/contract/policies.ts'
import { ANGRY, beyondCeilings } from '../../../../src-shared/domain/policy-ceilings.ts'
import { AutonomyLevel, type Policy } from '../../../../src-shared/domain/policy.ts'
import { lawOf } from './problems.ts'

const MOODS = Array.from({ length: ANGRY + 1 }, (_, level) => level)

/** Would this row, set so, still be within the ceiling of that field? */
function holds(policy: Policy, at: string, field: string): boolean {
  return !beyondCeilings(policy).some((problem) => problem.field === `${at}.${field}`)
}

/** How far each row of the policy may be set: each choice is tried against the ceilings that the gateway holds it to. */
export function reachOf(policy: Policy): RowReach[] {
  const nothing: Policy = { ...policy, intents: {}, actions: {} }
  const rows = [
    ...Object.entries(policy.intents).map(([name, row]) => ({ at: `intents.${name}`, row, alone: (change: object): Policy => ({ ...nothing, intents: { [name]: { ...row, ...change } } }) })),
    ...Object.entries(policy.actions ?? {}).map(([name, row]) => ({ at: `actions.${name}`, row, alone: (change: object): Policy => ({ ...nothing, actions: { [name]: { ...row, ...change } } }) })),
  ]
  return rows.map(({ at, alone }) => ({
    at,
    levels: AutonomyLevel.options.filter((level) => holds(alone({ level }), at, 'level')),
    moods: MOODS.filter((maxEmotionLevel) => holds(alone({ maxEmotionLevel }), at, 'maxEmotionLevel')),
    law: lawOf(`${at}.level`),
  }))
}
