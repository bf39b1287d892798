import type { Finding } from '../../../src-shared/domain/draft.ts'
import { calendar } from './calendar.ts'
import { claims } from './extract.ts'
import { fold, slice } from './fold.ts'
import { internalWords, strangersWords } from './leaks.ts'
import { brokenRules, type RulePack } from './rules.ts'
import { sourcesOf } from './sources.ts'
import { trace, type Caps } from './trace.ts'

export { GUARD_KINDS } from './claim.ts'
export { parseRulePacks, type RulePack } from './rules.ts'

export type GuardInput = {
  draft: string
  /** Records of any shape; every field at any depth may be a source. `{amount, currency}` alone is money in minor units. */
  facts: readonly unknown[]
  /** What may be quoted; `internal` may not. Default audience: customer. */
  passages: ReadonlyArray<{ id: string; text: string; audience?: 'customer' | 'internal' }>
  /** `compensationCap` in major units. */
  policy?: Caps
  language?: string
  /** ISO 8601 with offset: resolves "tomorrow", and its offset is the place's. */
  now?: string
  /** IANA zone in which facts' instants are read; instead of the offset of `now`. */
  timeZone?: string
  rules?: readonly RulePack[]
  channel?: string
}

/**
 * Marks what a draft must not say: figures without a source, words of internal passages or of other customers, money over
 * the cap, phrases that a rule forbids. `ok` = nothing of severity error. Same input, same findings, in reading order.
 */
export function guard(input: GuardInput): { ok: boolean; findings: Finding[] } {
  const place = calendar(input.now, input.timeZone)
  const folded = fold(input.draft)
  const open = input.passages.filter((passage) => passage.audience !== 'internal')
  const secret = input.passages.filter((passage) => passage.audience === 'internal')
  const sources = sourcesOf(input.facts, open, place)
  const internal = sourcesOf([], secret, place)
  const found = [
    ...claims(folded, place).map((claim) => trace(claim, folded, sources, internal, input.policy ?? {})),
    ...internalWords(input.draft, secret, sources.words.filter((words) => !words.foreign).map((words) => words.text)),
    ...strangersWords(input.draft, sources),
    ...brokenRules(input.draft, folded, input.rules ?? [], input.channel),
  ].filter((finding): finding is Finding => finding !== null)
  const findings = distinct(found).map((finding) => ({ ...finding, text: slice(input.draft, finding.start, finding.end) }))
  return { ok: findings.every((finding) => finding.severity !== 'error'), findings }
}

const RANK: Record<Finding['severity'], number> = { error: 0, warning: 1, info: 2 }

/** In reading order, gravest first; a finding that lies inside a graver or equal one of the same kind goes. */
function distinct(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.start - b.start || RANK[a.severity] - RANK[b.severity] || b.end - a.end || (a.kind < b.kind ? -1 : 1))
  const kept: Finding[] = []
  for (const finding of sorted) {
    const inside = kept.some((other) => other.kind === finding.kind && other.start <= finding.start && finding.end <= other.end && RANK[other.severity] <= RANK[finding.severity])
    if (!inside) kept.push(finding)
  }
  return kept
}
