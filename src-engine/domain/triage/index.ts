import { ACTS, MARKS, TOPICS, type Evidence, type Verdict } from '../../../src-shared/domain/triage.ts'
import type { Adjusted, Adjuster } from '../teach/adjuster.ts'
import { readjust, readjustFeeling } from '../teach/readjust.ts'
import { findActs, formOf } from './acts.ts'
import { feelWords, readEmotion } from './emotion.ts'
import type { Cue } from './emotion.ts'
import { findEntities } from './entities.ts'
import type { ProductLexicon } from './entities/products.ts'
import { isOffence, toldOf } from './heat.ts'
import { readHistory, withPromises } from './history.ts'
import type { HistoryTurn } from './history.ts'
import { detectLanguage } from './language.ts'
import type { IdentifyLanguage, Language } from './language.ts'
import type { Lexicon } from './lexicon.ts'
import { findMarks, markWhy, withAbuse } from './marks.ts'
import { decide, type Decided, type Learned, type Ruled } from './model/decide.ts'
import { readingOf } from './model/reading.ts'
import { readNeed } from './need.ts'
import { normalize, rawSpan } from './normalize.ts'
import type { Normalized } from './normalize.ts'
import { anyOccurs, groupsFor, round, scanLabels, scoreAll, THRESHOLD } from './scan.ts'
import type { Hit, Scored } from './scan.ts'
import { scoreState } from './scores.ts'
import { byOrderState, findTopics } from './topics.ts'
import { createTurnReader } from './turns.ts'

export { inheritTopic } from './topics.ts'
export { parseLexicon } from './lexicon.ts'
export type { Lexicon } from './lexicon.ts'
export type { IdentifyLanguage } from './language.ts'
export { createHeads } from './model/heads.ts'
export { createFeelings } from './heat.ts'
export type { Feelings } from './heat.ts'
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
  /** What became of our promises, where they are followed up; `none` or absent: it is read from our words. */
  promises?: 'none' | 'broken' | 'kept'
  /** What a person said of this very message: it holds, whatever the words say. */
  told?: Adjusted
  /** The shop's products by name (`productLexicon`); without them no product is found. */
  products?: ProductLexicon
}

const MOST_TURNS = 20
/** Pinyin of at least this many letters is told apart from a few Latin letters among Chinese ("ok", "nmsl"). */
const PINYIN_LETTERS = 8
/** The heads have read Chinese and English, and messages without letters ("und"); of pinyin sentences too few. */
const hasLearned = (language: string, text: string): boolean =>
  (language === 'zh' ? /\p{Script=Han}/u.test(text) || text.replace(/[^a-z]/gu, '').length < PINYIN_LETTERS : language === 'en' || language === 'und')
/** More than this is pasted text; what follows changes no decision and would cost time. In UTF-16 units. */
const LONGEST_TEXT = 2000
const LONGEST_TURN = 300
const MOST_EVIDENCE = 24
/** How many labels a message has at most, where something was taught. */
const MOST = { topic: 3, act: 2, mark: MARKS.length }
/** Dissatisfaction from which the words of an open need are shown as its reason. */
const OPEN_SHOWN_AT = 0.2

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
  const turns = createTurnReader(lexicon)
  return (input) => {
    const raw = cut(input.text, LONGEST_TEXT)
    const points = Array.from(raw)
    const history = input.history.slice(-MOST_TURNS)
    const text = normalize(raw, lexicon.simplified)
    const trajectory = withPromises(readHistory(raw, input.at, history, turns, feel), input.promises)
    const prior = points.length > 40 ? trajectory.language : priorLanguage(trajectory.language, history, lexicon)
    const language = detectLanguage(raw, lexicon, prior, identify)
    const groups = groupsFor(text.text, language.code, language.confidence)
    const entities = findEntities(text, points, input.at, language.code, { lastOurs: trajectory.lastOurs, products: input.products })
    const hits = scanLabels(text, groups, lexicon)
    const insult = scoreAll([lexicon.insults], text, groups, lexicon)[0] ?? null
    const fromRules = { topics: findTopics(hits.topics, lexicon), marks: findMarks(text, withAbuse(hits.marks, insult), entities, trajectory.lastOurs) }
    const context = { raw, attachments: input.attachments, entities, lastOurs: trajectory.lastOurs, hasTopic: fromRules.topics.length > 0 }
    const ruled: Ruled = { ...fromRules, acts: findActs(text, hits.acts, context), denied: hits.denied, form: formOf(text, context) }
    const judged = learned !== undefined && hasLearned(language.code, text.text) ? learned.heads(readingOf(raw, text, trajectory.lastOurs, hits, lexicon)) : null
    const decided: Decided = judged === null ? { topics: [...ruled.topics], acts: [...ruled.acts], marks: [...ruled.marks] } : decide(judged, ruled)
    const heat = judged === null || learned?.feelings === undefined ? null : toldOf(learned.feelings, judged.emotion, language.code, text.text, raw)
    const isInsulted = decided.marks.some((one) => one.label === 'abuse')
    const marked = heat !== null && !isInsulted && isOffence(heat, language.code, text.text) ? withAbuse(decided.marks, { label: 'abuse', confidence: heat.side, hits: [] }) : decided.marks
    const taught = [adjust?.(raw) ?? [], input.told ?? []].flat()
    const topics = readjust(byOrderState(decided.topics, input.orderStatuses), 'topic', TOPICS, MOST.topic, taught)
    const marks = readjust(marked, 'mark', MARKS, MOST.mark, taught)
    const acts = readjust(decided.acts, 'act', ACTS, MOST.act, taught)
    // A mark that is told to be on the safe side is shown but raises no alarm: a false one costs the trust of the others.
    const sure = marks.filter((one) => one.confidence >= THRESHOLD)
    const feeling = readjustFeeling(readEmotion(text, groups, lexicon, { raw, topics, acts, marks: sure, trajectory, told: heat }), taught)
    const money = anyOccurs(lexicon.moneyWords, text.text) || entities.some((one) => one.type === 'amount')
    const need = readNeed(text.text, ruled.acts)
    const { why, ...scores } = scoreState({ topics, acts, marks: sure, feeling, need, trajectory, money })
    const whole: Hit = { from: 0, to: text.text.length, weight: 1 }
    const cues = [
      ...cuesOf(marks, (label) => markWhy(label as (typeof marks)[number]['label'])), ...feeling.cues, ...why.map((code) => ({ hit: whole, why: code })),
      ...(scores.dissatisfaction >= OPEN_SHOWN_AT ? need.signs.slice(0, 2).map((hit) => ({ hit, why: 'need.open' })) : []),
      ...cuesOf(topics, (label) => `topic.${label}`), ...cuesOf(acts, (label) => `act.${label}`),
    ]
    return {
      language: { code: language.code, confidence: round(language.confidence) },
      topics: report(topics), acts: report(acts), marks: report(marks),
      emotion: { label: feeling.label, level: feeling.level, scores: feeling.scores },
      ...scores,
      entities, evidence: evidenceOf(cues, text),
    }
  }
}
