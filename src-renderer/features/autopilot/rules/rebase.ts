import type { PolicyDraft } from '../../../../src-shared/contract/policies.ts'
import { same, valueAt, withValue } from './path.ts'

/** Parts that hold a row by name, each changed by itself. */
const BY_NAME = ['intents', 'actions'] as const
const WHOLE = ['alwaysPerson', 'zone', 'guard'] as const

interface RuleLike { id: string }
const rulesOf = (policy: PolicyDraft): RuleLike[] => (Array.isArray(policy['rules']) ? policy['rules'] : [])
const namesOf = (policy: PolicyDraft, part: string): string[] => Object.keys((valueAt(policy, [part]) ?? {}) as object)

function rebasedRules(base: PolicyDraft, mine: PolicyDraft, theirs: PolicyDraft): RuleLike[] | undefined {
  const of = (policy: PolicyDraft, id: string) => rulesOf(policy).find((rule) => rule.id === id)
  const isMine = (id: string) => !same(of(base, id), of(mine, id))
  const ids = [...new Set([...rulesOf(theirs), ...rulesOf(mine)].map(({ id }) => id))]
  const rules = ids.flatMap((id) => (isMine(id) ? of(mine, id) : of(theirs, id)) ?? [])
  return rules.length === 0 && theirs['rules'] === undefined ? undefined : rules
}

/** What I changed since `base`, put onto what a colleague saved meanwhile. Where both changed the same place mine stands. */
export function rebased(base: PolicyDraft, mine: PolicyDraft, theirs: PolicyDraft): PolicyDraft {
  const places = [
    ...BY_NAME.flatMap((part) => [...new Set([...namesOf(base, part), ...namesOf(mine, part)])].map((name) => [part, name])),
    ...WHOLE.map((part) => [part]),
  ]
  const changed = places.filter((path) => !same(valueAt(base, path), valueAt(mine, path)))
  const rows = changed.reduce<PolicyDraft>((policy, path) => withValue(policy, path, valueAt(mine, path)), theirs)
  return withValue(rows, ['rules'], rebasedRules(base, mine, theirs))
}
