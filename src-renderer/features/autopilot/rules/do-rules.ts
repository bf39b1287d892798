import { v7 as newId } from 'uuid'
import type { PolicyDraft } from '../../../../src-shared/contract/policies.ts'
import type { Policy } from '../../../../src-shared/domain/policy.ts'
import { report } from '../../../app/do.ts'
import type { Desk } from '../../../bridge/desk.ts'
import { same, valueAt, withValue } from './path.ts'
import { rebased } from './rebase.ts'
import { EMPTY_POLICY, patchRules, rules, type Weighed } from './state.ts'

export const hasChanges = (base: Policy | null, draft: PolicyDraft | null): boolean => draft !== null && !same(base ?? EMPTY_POLICY, draft)

/** Asks the engine what the draft means. An answer about an older draft is dropped. */
async function weigh(desk: Desk, draft: PolicyDraft): Promise<void> {
  const weighed: Weighed = await desk.client.call('policy.check', { draft })
  if (rules.get().draft !== draft) return
  patchRules({ weighed, ...(weighed.sentences.length > 0 ? { readable: weighed } : {}) })
}

/** Takes a draft as it now is: kept on this desk, and weighed anew. */
function take(desk: Desk, draft: PolicyDraft): void {
  const { base } = rules.get()
  patchRules({ draft, saveId: newId() })
  void desk.client.call('policy.keep', { kept: hasChanges(base, draft) ? { draft, base } : null }).catch(report)
  void weigh(desk, draft).catch(report)
}

/** The rules as they hold here, with what somebody was about to save. What is being changed in this window stays as it is; a colleague's version comes in where nothing is. */
export async function openRules(desk: Desk): Promise<void> {
  const { policy, choices, kept } = await desk.client.call('policy.read', {})
  const { base, draft } = rules.get()
  if (draft !== null && (hasChanges(base, draft) || policy?.version === base?.version)) return patchRules({ choices })
  const start = kept ?? { draft: policy ?? EMPTY_POLICY, base: policy }
  patchRules({ choices, base: start.base, draft: start.draft, saveId: newId(), versions: null })
  await weigh(desk, start.draft)
}

/** Puts a value into the draft; undefined takes it out. */
export function change(desk: Desk, path: readonly string[], value: unknown): void {
  const { draft } = rules.get()
  if (draft === null) return
  patchRules({ notice: null })
  take(desk, withValue(draft, path, value))
}

const ruleList = (policy: PolicyDraft | null): { id: string }[] => {
  const list = policy?.['rules']
  return Array.isArray(list) ? list : []
}

/** Puts a general rule in the place of the one with its id, or takes it out (null). */
export function changeRule(desk: Desk, id: string, rule: { id: string } | null): void {
  const known = ruleList(rules.get().draft)
  const at = known.findIndex((one) => one.id === id)
  const before = ruleList(rules.get().base)
  // A rule that comes back stands where it stood.
  const order = [...new Set([...before, ...known].map((one) => one.id))]
  const next = rule === null ? known.filter((one) => one.id !== id) : at >= 0 ? known.map((one, n) => (n === at ? rule : one)) : [...known, rule]
  change(desk, ['rules'], [...next].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)))
}

/** The value of a place such as `intents.damaged` in a policy. */
export function placeValue(policy: PolicyDraft | null, place: string): unknown {
  const [part = '', name = ''] = place.split('.')
  return part === 'rules' ? ruleList(policy).find(({ id }) => id === name) : valueAt(policy, [part, name])
}

/** One place as it was before anything was changed. */
export function takeBackPlace(desk: Desk, place: string): void {
  const { base } = rules.get()
  const [part = '', name = ''] = place.split('.')
  const before = placeValue(base, place)
  if (part === 'rules') return changeRule(desk, name, (before as { id: string } | undefined) ?? null)
  change(desk, part === 'alwaysPerson' ? [part] : [part, name], part === 'alwaysPerson' ? valueAt(base ?? EMPTY_POLICY, [part]) : before)
}

/** Everything as it was before anything was changed. */
export function takeBackAll(desk: Desk): void {
  const { base } = rules.get()
  patchRules({ notice: null, panel: { at: 'findings' } })
  take(desk, base ?? EMPTY_POLICY)
}

/** A whole policy in place of the draft: an earlier version, a file. It is saved only when somebody saves it. */
export function takeWhole(desk: Desk, policy: PolicyDraft): void {
  const { base } = rules.get()
  // The next version follows the one that holds, whatever number the file has.
  take(desk, { ...policy, id: base?.id ?? EMPTY_POLICY['id'], version: base?.version ?? 1 })
}

/** Saves the draft as the next version. What is wrong with it, a colleague's newer version, or a line that is down leaves it as it is. */
export async function save(desk: Desk, failed: (error: unknown) => void): Promise<void> {
  const { draft, base, saveId, saving } = rules.get()
  if (draft === null || saving || !hasChanges(base, draft)) return
  patchRules({ saving: true, notice: null })
  try {
    const answer = await desk.client.call('policy.save', { id: saveId, basedOn: base?.version ?? 0, draft })
    if (answer.status === 'saved') {
      const { policy } = answer
      patchRules({ base: policy, versions: null, notice: { kind: 'saved', version: policy.version } })
      // Whatever was typed while it was saved is a change to the new version.
      take(desk, rules.get().draft === draft ? policy : { ...rules.get().draft, version: policy.version })
    } else if (answer.status === 'proposed') {
      // What holds is as it was; the proposal lies with the levels, where a second seat agrees to it.
      patchRules({ notice: { kind: 'proposed' } })
      if (rules.get().draft === draft) take(desk, base ?? EMPTY_POLICY)
    } else if (answer.theirs) patchRules({ panel: { at: 'conflict', theirs: answer.theirs, changes: answer.changes } })
  } catch (error) {
    failed(error)
  } finally {
    patchRules({ saving: false })
  }
}

/** After a colleague's version: mine on top of it, or theirs alone. Nothing is saved yet. */
export function settle(desk: Desk, theirs: Policy, keepMine: boolean): void {
  const { base, draft } = rules.get()
  const next = keepMine && draft ? { ...rebased(base ?? EMPTY_POLICY, draft, theirs), version: theirs.version } : theirs
  patchRules({ base: theirs, versions: null, panel: { at: 'findings' }, notice: keepMine ? { kind: 'rebased' } : null })
  take(desk, next)
}
