import type { Act, Mark, Topic } from '../../../src-shared/domain/triage.ts'
import type { CompiledEntry, Lexicon, RuleGroup } from './lexicon.ts'
import type { Normalized } from './normalize.ts'

/** Labels under this confidence are not given. */
export const THRESHOLD = 0.5
/** More matches of one rule than this add nothing for the reader of the evidence. */
const MATCHES_PER_RULE = 3
/** How far before a hit a negation may stand, in UTF-16 units. */
const REACH = { zh: 6, latin: 22 }

/** One place where a rule matched, in UTF-16 units of the normalised text. */
export interface Hit { readonly from: number; readonly to: number; readonly weight: number }
export interface Scored<Label extends string> { readonly label: Label; readonly confidence: number; readonly hits: readonly Hit[] }

/** Whether the pattern occurs; the shared expression's state is reset first. */
export function occurs(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}
export const anyOccurs = (patterns: readonly RegExp[], text: string): boolean => patterns.some((one) => occurs(one, text))

/** First match as units [from, to), or null. */
export function firstMatch(patterns: readonly RegExp[], text: string): { from: number; to: number } | null {
  for (const pattern of patterns) {
    pattern.lastIndex = 0
    const match = pattern.exec(text)
    if (match !== null && match[0].length > 0) return { from: match.index, to: match.index + match[0].length }
  }
  return null
}

function negated(text: string, from: number, group: RuleGroup, lexicon: Lexicon): boolean {
  const reach = group === 'zh' ? REACH.zh : REACH.latin
  return occurs(group === 'zh' ? lexicon.negation.zh : lexicon.negation.latin, text.slice(Math.max(0, from - reach), from))
}

/** Which groups of rules can say anything about the text. Marks and digits alone ("???", "12315") belong to the zh rules. */
export function groupsFor(text: string, languageCode: string, languageConfidence: number): ReadonlySet<RuleGroup> {
  const groups = new Set<RuleGroup>()
  const latin = /[a-z]/u.test(text)
  if (/\p{Script=Han}/u.test(text) || !/\p{L}/u.test(text)) groups.add('zh')
  if (latin) groups.add('latin')
  if (languageCode !== 'zh' && (languageCode !== 'en' || languageConfidence < 0.7)) groups.add('other')
  return groups
}

/** What one label's rules make of a text: a score, or that its words stand there but are denied or taken back. */
type Scan<Label extends string> = Scored<Label> | 'denied' | null

/**
 * Scores one label. Confidence = 1 - product of (1 - weight) over the rules with at least one valid hit
 * (noisy-or: independent cues, each enough with probability `weight`).
 */
function scoreEntry<Label extends string>(
  entry: CompiledEntry<Label>, text: Normalized, groups: ReadonlySet<RuleGroup>, lexicon: Lexicon,
): Scan<Label> {
  const hits: Hit[] = []
  let missed = 1
  let denied = false
  for (const rule of entry.rules) {
    if (!groups.has(rule.group)) continue
    rule.pattern.lastIndex = 0
    let valid = false
    for (let tries = 0; tries < MATCHES_PER_RULE; tries++) {
      const match = rule.pattern.exec(text.text)
      if (match === null) break
      if (match[0].length === 0) { rule.pattern.lastIndex++; continue }
      if (entry.negatable && negated(text.text, match.index, rule.group, lexicon)) { denied = true; continue }
      hits.push({ from: match.index, to: match.index + match[0].length, weight: rule.weight })
      valid = true
    }
    if (valid) missed *= 1 - rule.weight
  }
  if (hits.length === 0) return denied ? 'denied' : null
  if (entry.unless.length > 0 && anyOccurs(entry.unless, text.text)) return null
  if (entry.requires.length > 0 && !anyOccurs(entry.requires, text.text)) return null
  const withdrawn = firstMatch(entry.withdraw, text.text)
  if (withdrawn !== null && hits.every((hit) => hit.from < withdrawn.to)) return 'denied'
  return { label: entry.label, confidence: 1 - missed, hits }
}

/** Every label of a layer that has a valid hit, in the lexicon's order. */
export function scoreAll<Label extends string>(
  entries: ReadonlyArray<CompiledEntry<Label>>, text: Normalized, groups: ReadonlySet<RuleGroup>, lexicon: Lexicon, denied?: Set<Label>,
): Scored<Label>[] {
  const found: Scored<Label>[] = []
  for (const entry of entries) {
    const scored = scoreEntry(entry, text, groups, lexicon)
    if (scored === 'denied') denied?.add(entry.label)
    else if (scored !== null) found.push(scored)
  }
  return found
}

/** What the rules see in a text before anything is decided: every label with a valid hit, however weak. */
export interface LabelHits {
  readonly topics: ReadonlyArray<Scored<Topic>>
  readonly acts: ReadonlyArray<Scored<Act>>
  readonly marks: ReadonlyArray<Scored<Mark>>
  /** Topics whose words stand there only to be denied or taken back ("不用取消订单了"). */
  readonly denied: ReadonlySet<Topic>
}

export function scanLabels(text: Normalized, groups: ReadonlySet<RuleGroup>, lexicon: Lexicon): LabelHits {
  const denied = new Set<Topic>()
  const topics = scoreAll(lexicon.topics, text, groups, lexicon, denied)
  return { topics, acts: scoreAll(lexicon.acts, text, groups, lexicon), marks: scoreAll(lexicon.marks, text, groups, lexicon), denied }
}

/** Two decimals: enough for a reader, and the same on every machine. */
export const round = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100
