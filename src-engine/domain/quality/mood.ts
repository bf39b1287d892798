import { z } from 'zod'
import type { Told } from '../../../src-shared/domain/teaching.ts'
import { Evidence, type Verdict } from '../../../src-shared/domain/triage.ts'

/** What is known of a conversation after its last customer message; stored with the conversation. */
export const ConversationState = z.object({
  emotionLevel: z.number().int().min(0).max(3).default(0),
  escalation: z.number().min(0).max(1).default(0),
  topics: z.array(z.string()).default([]),
  marks: z.array(z.string()).default([]),
  acts: z.array(z.string()).default([]),
  language: z.string().default(''),
  /** The topic that an act alone ("人呢") belongs to. */
  openTopic: z.string().nullable().default(null),
  topicConfidence: z.number().default(0),
  /** The shop's own topics that are open. */
  own: z.array(z.string()).default([]),
  /** Raised when a person should look at once; stays until a calm or grateful turn, or until dismissed. */
  flag: z.object({ messageId: z.string(), level: z.number().int(), evidence: z.array(Evidence), marks: z.array(z.string()) }).nullable().default(null),
  flagDismissed: z.boolean().default(false),
  /** Was a flag ever raised here? For the counts of a shift. */
  everFlagged: z.boolean().default(false),
})
export type ConversationState = z.infer<typeof ConversationState>

export const CALM: ConversationState = ConversationState.parse({})

/**
 * The state as this desk stored it. Not parsed by the schema: a queue of thousands reads it at each start, and what was
 * written here was checked when it came in. Fields that a later version added get their default.
 */
export function readState(stored: string): ConversationState {
  return { ...CALM, ...(JSON.parse(stored) as Partial<ConversationState>) }
}

/** Marks that raise a conversation whatever its tone. */
const RAISING_MARKS: ReadonlySet<string> = new Set([
  'threat_review', 'threat_authority', 'threat_legal_media', 'threat_platform', 'danger_person', 'fraud_pattern',
])
/** A label that is rather wrong than right is shown but does not raise; somebody hurt always does. */
const SURE = 0.5
const RAISING_TOPICS: ReadonlySet<string> = new Set(['safety_incident', 'chargeback', 'platform_intervention'])

interface Scored { label: string; confidence: number }

/** Is this a message for which a person should look at once? `emotion.level`: 0 calm .. 3 angry. */
export function raises({ emotion, marks, topics }: { emotion: { level: number }; marks: readonly Scored[]; topics: readonly Scored[] }): boolean {
  return emotion.level >= 3 || marks.some((m) => RAISING_MARKS.has(m.label) && m.confidence >= SURE)
    || topics.some((t) => RAISING_TOPICS.has(t.label) && (t.label === 'safety_incident' || t.confidence >= SURE))
}

/**
 * The state after one more customer message. Anger rises at once and sinks by one level a calmer message, so that a
 * single "好的" does not hide a furious customer; thanks meant sincerely clear it.
 */
export function nextState(before: ConversationState, messageId: string, verdict: Verdict): ConversationState {
  const grateful = verdict.emotion.label === 'grateful'
  const level = grateful ? 0 : Math.max(verdict.emotion.level, before.emotionLevel - 1)
  const marks = verdict.marks.map((m) => m.label)
  const raised = raises(verdict)
  const flag = raised
    ? { messageId, level: verdict.emotion.level, evidence: verdict.evidence, marks }
    : level < 2 && !(before.flag?.marks.length) ? null : before.flag
  return {
    emotionLevel: level,
    escalation: verdict.escalation,
    topics: verdict.topics.map((t) => t.label),
    marks,
    acts: verdict.acts.map((a) => a.label),
    language: verdict.language.code || before.language,
    openTopic: verdict.topics[0]?.label ?? before.openTopic,
    topicConfidence: verdict.topics[0]?.confidence ?? before.topicConfidence,
    own: verdict.own?.length ? verdict.own.map((o) => o.label) : verdict.topics.length > 0 ? [] : before.own,
    flag,
    // A new reason to look is a new flag: the dismissal was about the old one.
    flagDismissed: raised ? false : before.flagDismissed,
    everFlagged: before.everFlagged || raised,
  }
}

/** The state in which a new matter begins: nothing of the old one is open, and nobody is angry yet. */
export const anew = ({ language, everFlagged }: ConversationState): ConversationState => ({ ...CALM, language, everFlagged })

/** What was asked is answered: an act alone takes nothing up any more. */
export const settled = (state: ConversationState): ConversationState => ({ ...state, openTopic: null, topicConfidence: 0, own: [] })

/** A danger to a life stays a danger, whoever found one message harmless. */
const NEVER_UNLEARNED = 'danger_person'

/** What a person says of a message by calling the flag that it raised wrong. */
export function callsItWrong({ emotion, marks }: Verdict): Told[] {
  const calmer: Told[] = emotion.level >= 3 ? [{ layer: 'emotion', wrong: emotion.label, right: 'calm' }] : []
  return [...calmer, ...marks.filter(({ label }) => RAISING_MARKS.has(label) && label !== NEVER_UNLEARNED).map(({ label }): Told => ({ layer: 'mark', wrong: label, right: null }))]
}
