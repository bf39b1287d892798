import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { PolicyCalls } from '../../src-shared/contract/policies.ts'

type Fake = { [C in keyof PolicyCalls]: (params: CallParams<C>) => CallResult<C> }

const ROW = { level: 'suggest', undoSeconds: 10, confidenceFloor: 0.8, maxEmotionLevel: 1, orderStates: [] } as const

/** A shop without rules: pages can be looked at, and what rules mean is not made up. */
export const fakePolicies: Fake = {
  'policy.read': () => ({
    policy: null, kept: null,
    choices: {
      topics: [{ group: 'logistics', code: 'where_is_order', person: false }], actions: [{ name: 'refund', title: { zh: '退款', en: 'Refund' } }], marks: [{ code: 'sarcasm', person: false }], customerLevels: ['gold'],
      channels: ['web'], evidence: ['photo'], orderStates: ['paid', 'shipped'], currencies: ['CNY'], fresh: { intents: { ...ROW, orderStates: [] }, actions: { ...ROW, orderStates: [] } },
    },
  }),
  'policy.keep': () => ({}),
  'policy.check': () => ({ sentences: [], problems: [], reach: [], findings: [], changes: [] }),
  'policy.try': () => ({
    decision: { decision: 'draft', rules: ['no-intent'], wouldNeed: ['a recognised topic'] }, needs: {},
    verdict: { language: { code: 'zh', confidence: 1 }, topics: [], acts: [], marks: [], emotion: { label: 'calm', level: 0, scores: {} }, dissatisfaction: 0, anger: 0, urgency: 0, escalation: 0, entities: [], evidence: [] },
  }),
  'policy.messages': () => ({ messages: [] }),
  'policy.save': () => ({ status: 'conflict', theirs: null, changes: [] }),
  'policy.versions': () => ({ versions: [] }),
}
