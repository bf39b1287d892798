import type { Tally, Understanding, WrongMessage } from '../../../src-shared/contract/understanding.ts'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { topConfusions } from '../evaluation/confusion.ts'
import { wilson } from '../../../src-shared/domain/wilson.ts'
import type { Told } from '../evaluation/told.ts'
import { labelsOf } from '../teach/labelled.ts'
import { alarmRight, allRight, topicOf, topicRight, type Case } from './cases.ts'

const MOST_MIXED = 8
const MOST_WORST = 12

/** A share with its interval (Wilson). */
export function tally(right: number, of: number): Tally {
  const found = wilson(right, of)
  return { right, of, low: found?.low ?? null, high: found?.high ?? null }
}

const tallyOf = (cases: readonly Case[], isRight: (one: Case) => boolean): Tally => tally(cases.filter(isRight).length, cases.length)

const sureOf = ({ topics, own = [] }: Verdict): number => topics[0]?.confidence ?? own[0]?.confidence ?? 0

function asTold({ text, told, expected }: Case): Told {
  const confidence = sureOf(told)
  return { text, expected: topicOf(expected), label: topicOf(labelsOf(told)), confidence, claim: confidence }
}

function topicsOf(cases: readonly Case[]): Understanding['topics'] {
  const byTopic = new Map<string | null, { sampled: Case[]; corrected: number }>()
  for (const one of cases) {
    const topic = topicOf(one.expected)
    const entry = byTopic.get(topic) ?? { sampled: [], corrected: 0 }
    if (one.sampled) entry.sampled.push(one)
    else if (!topicRight(one)) entry.corrected += 1
    byTopic.set(topic, entry)
  }
  return [...byTopic]
    .map(([topic, { sampled, corrected }]) => ({ topic, share: tallyOf(sampled, (one) => topicOf(labelsOf(one.told)) === topic), corrected }))
    .filter(({ share, corrected }) => share.of + corrected > 0)
    .sort((a, b) => b.share.of - a.share.of || b.corrected - a.corrected || ((a.topic ?? '') < (b.topic ?? '') ? -1 : 1))
}

/** The first thing that is wrong with a case, the topic before the tone and the marks; null: nothing of these. */
function errorOf(one: Case): Pick<WrongMessage, 'told' | 'expected' | 'confidence'> | null {
  const { told, expected } = one
  const labels = labelsOf(told)
  if (!topicRight(one)) {
    return { told: topicOf(labels), expected: topicOf(expected), confidence: sureOf(told) }
  }
  if (labels.emotion !== expected.emotion) return { told: labels.emotion, expected: expected.emotion, confidence: told.emotion.scores[labels.emotion] ?? 0 }
  const wrong = told.marks.find(({ label }) => !expected.marks.includes(label))
  const missing = expected.marks.find((label) => !labels.marks.includes(label))
  if (!wrong && missing === undefined) return null
  return { told: wrong?.label ?? null, expected: missing ?? null, confidence: wrong?.confidence ?? 0 }
}

function worstOf(cases: readonly Case[]): WrongMessage[] {
  const wrong = cases.flatMap((one): WrongMessage[] => {
    const error = errorOf(one)
    return error ? [{ messageId: one.messageId, conversationId: one.conversationId, at: one.at, text: one.text, ...error }] : []
  })
  return wrong.sort((a, b) => b.confidence - a.confidence || b.at - a.at).slice(0, MOST_WORST)
}

/** What the labelled messages of a desk say of its triage. Shares come from the random checks alone: people correct what is wrong and pass over what is right. */
export function measure(cases: readonly Case[]): Pick<Understanding, 'corrected' | 'topics' | 'mixed' | 'worst'> & { checked: Omit<Understanding['checked'], 'unsure'> } {
  const sampled = cases.filter((one) => one.sampled)
  return {
    checked: { all: tallyOf(sampled, allRight), topic: tallyOf(sampled, topicRight), alarm: tallyOf(sampled, alarmRight) },
    corrected: cases.length - sampled.length,
    topics: topicsOf(cases),
    mixed: topConfusions(cases.map(asTold), MOST_MIXED).map(({ told, expected, count }) => ({ told, expected, count })),
    worst: worstOf(cases),
  }
}
