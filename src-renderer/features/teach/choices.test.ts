import { expect, test } from 'vitest'
import { pinyin } from 'pinyin-pro'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { ACTS, MARKS, TOPICS } from '../../../src-shared/domain/triage.ts'
import { Told } from '../../../src-shared/domain/teaching.ts'
import { labelOf } from '../../app/i18n/label.ts'
import { likelyChoices, otherChoices, ranked, type Named } from './choices.ts'
import { inTen, weakIn } from './weak.ts'

const verdict = (over: Partial<Verdict>): Verdict => ({
  language: { code: 'zh', confidence: 1 }, topics: [], acts: [], marks: [], emotion: { label: 'calm', level: 0, scores: {} },
  dissatisfaction: 0, anger: 0, urgency: 0, escalation: 0, entities: [], evidence: [], ...over,
})
const angry = verdict({ emotion: { label: 'furious', level: 3, scores: {} }, topics: [{ label: 'refund_progress', confidence: 0.9 }], marks: [{ label: 'threat_review', confidence: 0.9 }], own: [{ label: '开团', confidence: 0.7 }] })
const named = (over: Verdict): Named[] => otherChoices(over, ['开团', '拼团']).map((one) => ({ ...one, name: labelOf('zh', one.code) ?? one.code, other: labelOf('en', one.code) ?? one.code }))
const toPinyin = (han: string) => pinyin(han, { type: 'array', toneType: 'none', v: true })

test('LD-11 what is likely comes first: another mood, then each thing that was understood as not so (the commonest correction would have to be looked for)', () => {
  expect(likelyChoices(angry).map(({ id }) => id)).toEqual(['emotion-calm', 'emotion-disappointed', 'mark-not-threat_review', 'topic-not-refund_progress', 'own-not-开团'])
  expect(likelyChoices(verdict({})).map(({ told }) => told)).toEqual([{ layer: 'emotion', wrong: 'calm', right: 'angry' }, { layer: 'emotion', wrong: 'calm', right: 'disappointed' }])
})

test('LD-11 every topic, mark and act can be chosen, what is given already cannot, and each choice is one that the engine takes (a code of the window alone would be refused)', () => {
  const all = [...likelyChoices(angry), ...otherChoices(angry, ['开团', '拼团'])]
  for (const { told } of all) expect(Told.safeParse(told).success).toBe(true)
  const offered = otherChoices(verdict({}), []).filter(({ wrong }) => !wrong).map(({ code }) => code)
  expect(offered).toEqual([...TOPICS, ...MARKS, ...ACTS])
  expect(otherChoices(angry, ['开团', '拼团']).map(({ id }) => id)).not.toContain('topic-refund_progress')
  expect(otherChoices(angry, ['开团', '拼团'])[0]).toMatchObject({ layer: 'own', told: { wrong: null, right: '拼团' } })
})

test('LD-11 a choice is found by its name in either language and by pinyin (an agent who thinks in the other language would scroll through ninety lines)', () => {
  const first = (typed: string) => ranked(named(angry), typed, toPinyin)[0]?.code
  expect(first('开发票')).toBe('invoice_request')
  expect(first('kfp')).toBe('invoice_request')
  expect(first('tracking stuck')).toBe('logistics_stuck')
  expect(first('拼团')).toBe('拼团')
  expect(ranked(named(angry), 'xyzzy', toPinyin)).toEqual([])
})

test('LD-5 a share is told as so many of ten, never ten while one is wrong; weak topics are named with the likeliest reason (nobody would know what to mend)', () => {
  expect([0, 0.01, 0.5, 0.97, 1].map(inTen)).toEqual([0, 1, 5, 9, 10])
  const topic = (label: string, examples: number, right: number, mixedWith: string | null) => ({ label, examples, right, mixedWith })
  const report = { examples: 40, right: 0.8, topics: [topic('a', 3, 0.3, 'b'), topic('b', 12, 0.5, 'c'), topic('c', 12, 0.6, null), topic('d', 12, 0.9, 'a')], leftOut: ['e'] }
  expect(weakIn(report)).toEqual([
    { label: 'a', right: 3, why: 'few', examples: 3 }, { label: 'b', right: 5, why: 'mixed', with: 'c' }, { label: 'c', right: 6, why: 'low' }, { label: 'e', right: 0, why: 'left-out' },
  ])
})
