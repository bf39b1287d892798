import { ACTS, MARKS, TOPICS, type Evidence, type Verdict } from '../../../src-shared/domain/triage.ts'
import type { Adjusted, Adjuster } from '../teach/adjuster.ts'
import { readjust, readjustFeeling } from '../teach/readjust.ts'
import { findActs } from './acts.ts'
import { feelWords, readEmotion } from './emotion.ts'
import type { Cue } from './emotion.ts'
import { findEntities } from './entities.ts'
import { readHistory } from './history.ts'
import type { HistoryTurn } from './history.ts'
import { detectLanguage } from './language.ts'
import type { IdentifyLanguage, Language } from './language.ts'
import type { Lexicon } from './lexicon.ts'
import { findMarks, markWhy } from './marks.ts'
import { decide, type Learned } from './model/decide.ts'
import { readingOf } from './model/reading.ts'
import { normalize, rawSpan } from './normalize.ts'
import type { Normalized } from './normalize.ts'
import { anyOccurs, groupsFor, round, scanLabels } from './scan.ts'
import type { Scored } from './scan.ts'
import { scoreState } from './scores.ts'
import { byOrderState, findTopics } from './topics.ts'

export { inheritTopic } from './topics.ts'
export { parseLexicon } from './lexicon.ts'
export type { Lexicon } from './lexicon.ts'
export type { IdentifyLanguage } from './language.ts'
export { createHeads } from './model/heads.ts'
export type { Adjust } from './model/adjust.ts'
export type { Learned } from './model/decide.ts'

export interface TriageInput {
  /** The customer's message as received; untrusted. */
  text: string
  /** Epoch milliseconds. */
  at: number
  /** Number of pictures, videos and files with the message. */
  attachments: number
  /** Oldest first, at most the last 20 turns; more are cut from the front. */
  history: ReadonlyArray<{ role: 'customer' | 'agent' | 'autopilot'; text: string; at: number; verdict?: Verdict }>
  /** States of the orders in question (`OrderStatus`), when known. */
  orderStatuses?: readonly string[]
  /** What a person said of this very message: it holds, whatever the words say. */
  told?: Adjusted
}

const MOST_TURNS = 20
/** Languages that the heads have learned; "und" is a message without letters. */
const LEARNED = new Set(['zh', 'en', 'und'])
/** More than this is pasted text; what follows changes no decision and would cost time. In UTF-16 units. */
const LONGEST_TEXT = 2000
const LONGEST_TURN = 300
const MOST_EVIDENCE = 24
/** How many labels a message has at most, where something was taught. */
const MOST = { topic: 3, act: 2, mark: MARKS.length }

const report = <Label extends string>(found: ReadonlyArray<Scored<Label>>): Array<{ label: Label; confidence: number }> =>
  found.map(({ label, confidence }) => ({ label, confidence: round(confidence) }))

const cuesOf = (found: ReadonlyArray<Scored<string>>, why: (label: string) => string): Cue[] =>
  found.flatMap((one) => one.hits.slice(0, 2).map((hit) => ({ hit, why: why(one.label) })))

/** Spans for the screen, in reading order, each (place, code) once. */
function evidenceOf(cues: readonly Cue[], text: Normalized): Evidence[] {
  const seen = new Set<string>()
  const out: Evidence[] = []
  for (const { hit, why } of cues) {
    const span = rawSpan(text, hit.from, hit.to)
    const key = `${String(span.start)}-${String(span.end)}-${why}`
    if (span.end <= span.start || seen.has(key)) continue
    seen.add(key)
    out.push({ ...span, why })
    if (out.length === MOST_EVIDENCE) break
  }
  return out.sort((a, b) => a.start - b.start || a.end - b.end || (a.why < b.why ? -1 : 1))
}

/** Cuts at a whole character, so that no lone surrogate is made. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const code = text.charCodeAt(most - 1)
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? most - 1 : most)
}

function priorLanguage(known: Language | null, history: readonly HistoryTurn[], lexicon: Lexicon): Language | null {
  if (known !== null) return known
  for (let i = history.length - 1; i >= 0; i--) {
    const turn = history[i]
    if (turn?.role !== 'customer') continue
    const language = detectLanguage(cut(turn.text, LONGEST_TURN), lexicon, null)
    if (language.confidence >= 0.7) return language
  }
  return null
}

/**
 * Makes the triage function: one customer message in its conversation in, a verdict out.
 * Pure and deterministic; total for any strings.
 * @param identify outside language identifier, asked only where script, stop words and the conversation leave doubt
 * @param learned heads that decide Chinese and English messages together with the rules; other languages have rules only
 * @param adjust what this desk was taught, asked once a message
 */
export function createTriage(lexicon: Lexicon, identify?: IdentifyLanguage, learned?: Learned, adjust?: Adjuster): (input: TriageInput) => Verdict {
  const feel = (turn: string): { dissatisfaction: number; anger: number } => {
    const text = normalize(cut(turn, LONGEST_TURN), lexicon.simplified)
    return feelWords(text, groupsFor(text.text, /\p{Script=Han}/u.test(text.text) ? 'zh' : 'en', 1), lexicon)
  }
  return (input) => {
    const raw = cut(input.text, LONGEST_TEXT)
    const points = Array.from(raw)
    const history = input.history.slice(-MOST_TURNS)
    const text = normalize(raw, lexicon.simplified)
    const trajectory = readHistory(raw, input.at, history, feel)
    const prior = points.length > 40 ? trajectory.language : priorLanguage(trajectory.language, history, lexicon)
    const language = detectLanguage(raw, lexicon, prior, identify)
    const groups = groupsFor(text.text, language.code, language.confidence)
    const entities = findEntities(text, points, input.at, language.code)
    const hits = scanLabels(text, groups, lexicon)
    const ruled = { topics: findTopics(hits.topics, lexicon), marks: findMarks(text, hits.marks, entities, trajectory.lastOurs) }
    const ruledActs = findActs(text, hits.acts, { raw, attachments: input.attachments, entities, lastOurs: trajectory.lastOurs, hasTopic: ruled.topics.length > 0 })
    const decided = learned !== undefined && LEARNED.has(language.code)
      ? decide(learned.heads(readingOf(raw, text, trajectory.lastOurs, hits, lexicon)), { ...ruled, acts: ruledActs }, learned.adjust, text.text) : { ...ruled, acts: ruledActs }
    const taught = [adjust?.(raw) ?? [], input.told ?? []].flat()
    const topics = readjust(byOrderState(decided.topics, input.orderStatuses), 'topic', TOPICS, MOST.topic, taught)
    const marks = readjust(decided.marks, 'mark', MARKS, MOST.mark, taught)
    const acts = readjust(decided.acts, 'act', ACTS, MOST.act, taught)
    const feeling = readjustFeeling(readEmotion(text, groups, lexicon, { raw, topics, acts, marks, trajectory }), taught)
    const money = anyOccurs(lexicon.moneyWords, text.text) || entities.some((one) => one.type === 'amount')
    const cues = [
      ...cuesOf(marks, (label) => markWhy(label as (typeof marks)[number]['label'])), ...feeling.cues,
      ...cuesOf(topics, (label) => `topic.${label}`), ...cuesOf(acts, (label) => `act.${label}`),
    ]
    return {
      language: { code: language.code, confidence: round(language.confidence) },
      topics: report(topics), acts: report(acts), marks: report(marks),
      emotion: { label: feeling.label, level: feeling.level, scores: feeling.scores },
      ...scoreState({ topics, acts, marks, feeling, trajectory, money }),
      entities, evidence: evidenceOf(cues, text),
    }
  }
}
