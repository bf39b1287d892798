import { MARKS, type Entity, type Mark } from '../../../src-shared/domain/triage.ts'
import { asksNumber } from './acts.ts'
import type { Normalized } from './normalize.ts'
import { THRESHOLD } from './scan.ts'
import type { Scored } from './scan.ts'

export const THREATS: ReadonlySet<Mark> = new Set(['threat_review', 'threat_authority', 'threat_legal_media', 'threat_platform'])

/** The evidence code of a mark: threats have a family of their own on the desk. */
export const markWhy = (mark: Mark): string => (mark.startsWith('threat_') ? `threat.${mark.slice('threat_'.length)}` : `mark.${mark}`)

/**
 * Risk marks by the rules, any number, in the closed list's order; a mark is never out-voted by a topic.
 * Bare "12315" after our side asked for a number is an answer, not a threat.
 * @param lastOurs our side's latest line, null when none
 */
export function findMarks(
  text: Normalized, hits: ReadonlyArray<Scored<Mark>>, entities: readonly Entity[], lastOurs: string | null,
): Scored<Mark>[] {
  const found = hits.filter((one) => one.confidence >= THRESHOLD)
  const kept = /^[\d\s]+$/u.test(text.text) && asksNumber(lastOurs)
    ? found.filter((one) => one.label !== 'threat_authority') : found
  if (entities.some((one) => one.type === 'sensitive') && !kept.some((one) => one.label === 'sensitive_info')) {
    kept.push({ label: 'sensitive_info', confidence: 0.95, hits: [] })
  }
  return kept
}

/** The marks with this abuse in place of any other, or with none, in the closed list's order. */
export function withAbuse(marks: ReadonlyArray<Scored<Mark>>, abuse: Scored<Mark> | null): Scored<Mark>[] {
  const others = marks.filter((one) => one.label !== 'abuse')
  return (abuse === null ? others : [...others, abuse]).sort((a, b) => MARKS.indexOf(a.label) - MARKS.indexOf(b.label))
}
