import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import type { PolicyChange, PolicyChoices, PolicyDraft, PolicyVersionShown, TriedCase } from '../../../../src-shared/contract/policies.ts'
import type { Policy } from '../../../../src-shared/domain/policy.ts'
import { createStore } from '../../../ui/store.ts'

export type Weighed = CallResult<'policy.check'>
/** What stands beside the list; `place`: the form of a row or rule. */
export type Panel = { at: 'findings' } | { at: 'try' } | { at: 'versions' } | { at: 'place'; place: string } | { at: 'conflict'; theirs: Policy; changes: PolicyChange[] }
/** The last thing that was said about the whole. */
export type Notice = { kind: 'saved'; version: number } | { kind: 'loaded'; version: number } | { kind: 'imported' } | { kind: 'rebased' } | { kind: 'proposed' } | { kind: 'problem'; text: string } | null

/** The rules as they are being changed. It outlives the page: what is typed is still there when the page is opened again. */
export interface RulesState {
  choices: PolicyChoices | null
  /** The version that the changes began with; null: the shop has none. */
  base: Policy | null
  draft: PolicyDraft | null
  /** What the engine says of `draft`, or of the one before it while it is asked. */
  weighed: Weighed | null
  /** Sentences of the last draft that could be read. */
  readable: Weighed | null
  panel: Panel
  /** Row or rule that the list stands on. */
  chosen: string | null
  notice: Notice
  /** Under which id this draft is saved: the same draft sent twice is one version. */
  saveId: string
  saving: boolean
  versions: readonly PolicyVersionShown[] | null
  tried: TriedCase
}

const NOTHING_TRIED: TriedCase = { message: '', orderStatus: 'delivered', daysSinceDelivery: 3, customerLevel: 'regular', risk: 0, evidence: [], confirmed: true, action: null, amount: null }

export const rules = createStore<RulesState>({
  choices: null, base: null, draft: null, weighed: null, readable: null, panel: { at: 'findings' }, chosen: null, notice: null, saveId: '', saving: false, versions: null, tried: NOTHING_TRIED,
})
export const patchRules = (change: Partial<RulesState>): void => rules.set((now) => ({ ...now, ...change }))

/** A policy without anything in it, for a shop that has none. */
export const EMPTY_POLICY: PolicyDraft = { id: 'default', version: 1, intents: {}, actions: {}, alwaysPerson: { topics: [], marks: [], acts: [] } }
