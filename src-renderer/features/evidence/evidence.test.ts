import { expect, test } from 'vitest'
import type { Entity, Verdict } from '../../../src-shared/domain/triage.ts'
import { segments } from '../conversation/segments.ts'
import { EVIDENCE_KINDS, evidenceKind, gravest } from './kinds.ts'
import { entityMarks, evidenceMarks, speaksUp } from './marks.ts'

function verdict(change: Partial<Verdict>): Verdict {
  return {
    language: { code: 'zh', confidence: 1 }, topics: [], acts: [], marks: [], emotion: { label: 'calm', level: 0, scores: {} },
    dissatisfaction: 0, anger: 0, urgency: 0, escalation: 0, entities: [], evidence: [], ...change,
  }
}
const TEXT = '😀骗子 快递SF1234567890123 卡***************0123'
const at = (words: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length
  return { start, end: start + [...words].length }
}
const entity = (type: Entity['type'], text: string, value = text): Entity => ({ type, text: value, value, ...at(text) })
const PARCEL = entity('tracking_no', 'SF1234567890123')
const CARD = entity('sensitive', '***************0123', 'bank_card')

test('UW-7 what speaks for danger, threat, anger, risk, a feeling, a topic and an act is told apart; an unknown code is never taken for a mere topic (a later mark would look harmless)', () => {
  expect(['mark.danger_person', 'threat.authority', 'anger.word', 'mark.abuse', 'mark.fraud_pattern', 'emotion.anxious', 'history.asked_again', 'topic.refund_progress', 'act.urge', 'new.thing'].map(evidenceKind))
    .toEqual(['danger', 'threat', 'anger', 'anger', 'risk', 'feeling', 'feeling', 'topic', 'act', 'risk'])
  expect(gravest(['topic', 'anger', 'threat'])).toBe('threat')
  expect(new Set(EVIDENCE_KINDS).size).toBe(EVIDENCE_KINDS.length)
})

test('UW-7 by itself only what stands out is underlined, and only for its mood or risk; asked for, everything is; dismissed, nothing (underlined everywhere it would be noise)', () => {
  const raised = verdict({ emotion: { label: 'angry', level: 3, scores: {} }, evidence: [{ ...at('骗子'), why: 'anger.word' }, { ...at('快递'), why: 'topic.where_is_order' }] })
  const codes = (shown: 'none' | 'moods' | 'all') => evidenceMarks(raised, shown, (why) => why).map(({ note }) => note)
  expect([codes('none'), codes('moods'), codes('all')]).toEqual([[], ['anger.word'], ['anger.word', 'topic.where_is_order']])
  expect([speaksUp(raised), speaksUp(verdict({})), speaksUp(verdict({ marks: [{ label: 'churn', confidence: 1 }] }))]).toEqual([true, false, true])
})

test('UW-9 numbers with something to do are marked where they stand, also behind emoji; a date, an amount or the stars of a secret are no button (a key would copy or show what is not there)', () => {
  const marks = entityMarks({ entities: [PARCEL, CARD, { type: 'date', text: '明天', value: '2026-11-28', start: 0, end: 1 }] })
  expect(segments(TEXT, marks).filter((piece) => piece.marks.length > 0).map(({ text }) => text)).toEqual(['SF1234567890123'])
})

test('UW-9 a number that evidence covers in part stays one piece, with the evidence on all of it (else half a number is copied by one key and half by another); so do the stars of a secret', () => {
  const half = { start: PARCEL.start - 1, end: PARCEL.start + 4, why: 'topic.where_is_order' }
  const told = verdict({ entities: [PARCEL], evidence: [half] })
  const pieces = segments(TEXT, [...evidenceMarks(told, 'all', (why) => why), ...entityMarks(told)]).filter((piece) => piece.marks.length > 0)
  expect(pieces.map(({ text, marks }) => [text, marks.length])).toEqual([['递', 1], ['SF1234567890123', 2]])
  const secret = verdict({ entities: [CARD], evidence: [{ start: CARD.start - 1, end: CARD.start + 4, why: 'mark.sensitive_info' }] })
  expect(evidenceMarks(secret, 'all', (why) => why)).toMatchObject([{ start: CARD.start - 1, end: CARD.end }])
})
