import { z } from 'zod'
import { TOPIC_GROUPS } from '../../src-shared/domain/topic-groups.ts'
import { ACTS, MARKS, TOPICS, type Verdict } from '../../src-shared/domain/triage.ts'
import type { Classified } from '../domain/classify/model.ts'
import type { TriageInput } from '../domain/triage/index.ts'
import type { Told } from '../domain/evaluation/told.ts'
import { topicGroup } from '../domain/evaluation/topic-group.ts'
import { millis } from './commands.ts'
import type { FeelingLine, LabelLine } from './evaluate-lines.ts'

/** Their labels by our topics, acts and marks: `{"refund_progress": "money", ...}`; several of ours may share one. */
export const LabelMap = z.record(z.string(), z.string().min(1))
export type LabelMap = z.infer<typeof LabelMap>

type Triage = (input: TriageInput) => Verdict
const MOST_TURNS = 20

function verdictOf(triage: Triage, { text, at, history = [] }: LabelLine | FeelingLine): Verdict {
  return triage({ text, at: millis(at), attachments: 0, history: history.slice(-MOST_TURNS).map((turn) => ({ role: turn.role, text: turn.text, at: millis(turn.at ?? at) })) })
}

/** Labels of the file that triage can never tell, sorted: a slip in a name would otherwise look like a message not understood. */
export function unknownLabels(lines: readonly LabelLine[], map: LabelMap | null): string[] {
  const told = new Set<string>(map === null ? [...TOPICS, ...ACTS, ...MARKS, ...TOPIC_GROUPS, ...TOPIC_GROUPS.map((group) => group.toUpperCase())] : Object.values(map))
  return [...new Set(lines.flatMap(({ label }) => (label === null || told.has(label) ? [] : label)))].sort()
}

/**
 * What triage tells of a line in the labels of its file: the surest topic that the file knows, else an act, else a mark; by its
 * code, its group, or the name that the map gives it. Nothing of those: no label.
 */
export function judgeByTriage(triage: Triage, lines: readonly LabelLine[], map: LabelMap | null): (line: LabelLine) => Told {
  const known = new Set(lines.flatMap(({ label }) => label ?? []))
  const nameOf = (code: string): string | null => {
    if (map !== null) return known.has(map[code] ?? '') ? map[code] ?? null : null
    const group = topicGroup(code) ?? ''
    return [code, group, group.toUpperCase()].find((name) => known.has(name)) ?? null
  }
  return (line) => {
    const { topics, acts, marks } = verdictOf(triage, line)
    for (const { label: code, confidence } of [...topics, ...acts, ...marks]) {
      const label = nameOf(code)
      if (label !== null) return { text: line.text, expected: line.label, label, confidence, claim: confidence }
    }
    return { text: line.text, expected: line.label, label: null, confidence: 0, claim: 0 }
  }
}

/** What a learned classifier tells of a line. */
export function judgeByModel(classify: (text: string) => Classified): (line: LabelLine) => Told {
  return ({ text, label: expected }) => {
    const { label, confidence, alternatives } = classify(text)
    return { text, expected, label, confidence, claim: alternatives.find((one) => one.label !== null)?.confidence ?? 0 }
  }
}

/** Triage's dissatisfaction after the line in its conversation, 0..1. */
export const judgeFeeling = (triage: Triage) => (line: FeelingLine): number => verdictOf(triage, line).dissatisfaction
