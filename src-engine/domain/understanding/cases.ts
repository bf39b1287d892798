import type { Labels } from '../../../src-shared/contract/teaching.ts'
import { EMOTION_LEVEL, type Verdict } from '../../../src-shared/domain/triage.ts'
import { raises } from '../quality/mood.ts'
import { labelsOf } from '../teach/labelled.ts'

/** A customer's message of which a person has said what it is. */
export interface Case {
  messageId: string
  conversationId: string
  /** When the customer wrote it, milliseconds. */
  at: number
  text: string
  /** Turns before it, oldest first. */
  history: readonly { role: 'customer' | 'agent' | 'autopilot'; text: string; at: number }[]
  /** Before any person's word. */
  told: Verdict
  /** What people say. */
  expected: Labels
  /** Drawn by chance: only such cases tell how often triage is right. */
  sampled: boolean
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((label) => b.includes(label))

/** The topic that counts: the surest, or the shop's own where there is no other; null: none. */
export const topicOf = ({ topics, own }: Pick<Labels, 'topics' | 'own'>): string | null => topics[0] ?? (own[0] === undefined ? null : `own:${own[0]}`)

/** Is the topic right? An own topic beside it counts too. */
export function topicRight({ told, expected }: Case): boolean {
  const labels = labelsOf(told)
  return same(labels.topics, expected.topics) && same(labels.own, expected.own)
}

const levelOf = (emotion: string): number => (EMOTION_LEVEL as Readonly<Record<string, number>>)[emotion] ?? 0

const sure = (labels: readonly string[]): { label: string; confidence: number }[] => labels.map((label) => ({ label, confidence: 1 }))

/** Had this to be raised? What nobody doubted is as it was told; what a person said is sure. */
export function shouldRaise({ told, expected }: Case): boolean {
  const said = labelsOf(told)
  const unchanged = said.emotion === expected.emotion && same(said.marks, expected.marks) && same(said.topics, expected.topics)
  return unchanged ? raises(told) : raises({ emotion: { level: levelOf(expected.emotion) }, marks: sure(expected.marks), topics: sure(expected.topics) })
}

export const alarmRight = (one: Case): boolean => raises(one.told) === shouldRaise(one)

/** Did nobody find anything wrong? */
export function allRight(one: Case): boolean {
  const labels = labelsOf(one.told)
  return topicRight(one) && same(labels.acts, one.expected.acts) && same(labels.marks, one.expected.marks) && labels.emotion === one.expected.emotion
}
