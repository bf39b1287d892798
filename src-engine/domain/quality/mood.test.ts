import { expect, test } from 'vitest'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { CALM, nextState } from './mood.ts'

const verdict = (over: Partial<Verdict>): Verdict => ({
  language: { code: 'zh', confidence: 1 }, topics: [], acts: [], marks: [], emotion: { label: 'calm', level: 0, scores: {} },
  dissatisfaction: 0, anger: 0, urgency: 0, escalation: 0, entities: [], evidence: [], ...over,
})
const angry = verdict({ emotion: { label: 'angry', level: 3, scores: {} } })

test('Q-1 anger outlasts one calm word (a furious customer who says "好的" would vanish from the top)', () => {
  const after = nextState(nextState(CALM, 'a', angry), 'b', verdict({}))
  expect(after.emotionLevel).toBe(2)
  expect(after.flag?.messageId).toBe('a')
})

test('Q-1 sincere thanks clear it (a solved case would stay red for the whole shift)', () => {
  const after = nextState(nextState(CALM, 'a', angry), 'b', verdict({ emotion: { label: 'grateful', level: 0, scores: {} } }))
  expect(after.emotionLevel).toBe(0)
  expect(after.flag).toBeNull()
})

test('TM-8 a threat or dispute that is rather not one raises nobody, an injury always does: a flag that is wrong more often than right is not looked at any more', () => {
  const raised = (more: Parameters<typeof verdict>[0]): boolean => nextState(CALM, 'a', verdict(more)).flag !== null
  expect(raised({ marks: [{ label: 'threat_authority', confidence: 0.2 }], topics: [{ label: 'chargeback', confidence: 0.3 }] })).toBe(false)
  expect(raised({ topics: [{ label: 'chargeback', confidence: 0.6 }] })).toBe(true)
  expect(raised({ topics: [{ label: 'safety_incident', confidence: 0.2 }] })).toBe(true)
})

test('Q-2 a threat raises a flag in a calm tone (polite threats would be missed)', () => {
  const after = nextState(CALM, 'a', verdict({ marks: [{ label: 'threat_authority', confidence: 0.9 }] }))
  expect(after.flag?.marks).toEqual(['threat_authority'])
})

test('Q-3 an act alone keeps the open topic ("人呢" after a refund question would count for nothing)', () => {
  const asked = nextState(CALM, 'a', verdict({ topics: [{ label: 'refund_progress', confidence: 0.8 }] }))
  expect(nextState(asked, 'b', verdict({ acts: [{ label: 'urge', confidence: 0.9 }] })).openTopic).toBe('refund_progress')
})

test('Q-4 a dismissal holds until there is a new reason to look', () => {
  const dismissed = { ...nextState(CALM, 'a', angry), flagDismissed: true }
  expect(nextState(dismissed, 'b', verdict({})).flagDismissed).toBe(true)
  expect(nextState(dismissed, 'c', angry).flagDismissed).toBe(false)
})
