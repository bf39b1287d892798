import type { HistoryConversation, HistoryTurn } from '../../../src-shared/domain/history.ts'
import type { ActionKind } from '../../../src-shared/domain/commerce.ts'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { calendar } from '../guard/calendar.ts'
import type { Place } from '../promises/read.ts'
import { CALM, nextState, type ConversationState } from '../quality/mood.ts'
import type { TriageInput } from '../triage/index.ts'
import type { Heard } from '../workflow/heard.ts'
import { paidAs, readDeed, type Deed } from './deeds.ts'
import { toldActions } from './told-actions.ts'

/** Stands in for the times of an export without any, so that the same file gives the same result: 2026-01-01T00:00:00Z. */
const NO_TIME = Date.UTC(2026, 0, 1)
/** Triage looks back no further. */
const MOST_TURNS = 20

/** One burst of a customer: what is known after its last message, and what people did then. No policy is in it. */
export interface Reading {
  /** Index of its last turn. */
  turn: number
  intent: string | null
  intentConfidence: number
  otherTopics: string[]
  acts: string[]
  marks: string[]
  emotionLevel: number
  escalation: number
  /** A person should have looked: anger or danger, not settled yet. */
  flagged: boolean
  deed: Deed
  /** From the customer's last word to the first of people, milliseconds; null: no times, or no reply. */
  replyMs: number | null
  /** Emotion level of the customer's next burst; 0 where none came. */
  levelAfter: number
  /** The words themselves, as a run of a workflow hears them. */
  heard: Pick<Heard, 'text' | 'topics' | 'acts' | 'marks' | 'emotionLevel' | 'escalation' | 'entities'>
  language: 'zh' | 'en'
  /** Actions that people's replies tell of. */
  told: ActionKind[]
  /** What the money was given as; null: none was. */
  paidAs: 'refund' | 'compensate' | null
  /** The shop's day, such as 2026-03-02. */
  day: string
}

export interface ReadConversation extends Pick<HistoryConversation, 'id' | 'orderStatus' | 'verified'> { readings: Reading[] }

/** What reads: triage in context, and the place whose days and terms promises are read by. */
export interface Readers { triage(input: TriageInput): Verdict; place: Place }

interface Burst { from: number; to: number; replies: number[] }

/** Customer turns up to the next word of ours; lines of machines are no answer of a person. */
function burstsOf(turns: readonly HistoryTurn[]): Burst[] {
  const bursts: Burst[] = []
  let open: Burst | null = null
  turns.forEach(({ role }, at) => {
    if (role === 'customer') {
      if (open === null || at > open.to + 1 || open.replies.length > 0) bursts.push((open = { from: at, to: at, replies: [] }))
      else open.to = at
    } else if (role === 'agent') open?.replies.push(at)
  })
  return bursts
}

const labels = (verdicts: readonly Verdict[], of: (verdict: Verdict) => readonly { label: string }[]): string[] => [...new Set(verdicts.flatMap((verdict) => of(verdict).map(({ label }) => label)))]

function replyMs(turns: readonly HistoryTurn[], burst: Burst): number | null {
  const [asked, answered] = [turns[burst.to]?.at ?? null, turns[burst.replies[0] ?? -1]?.at ?? null]
  return asked === null || answered === null ? null : Math.max(0, answered - asked)
}

function heardIn(texts: readonly string[], verdicts: readonly Verdict[]): Reading['heard'] {
  return {
    text: texts.join('\n'), topics: labels(verdicts, (v) => v.topics), acts: labels(verdicts, (v) => v.acts), marks: labels(verdicts, (v) => v.marks),
    emotionLevel: Math.max(0, ...verdicts.map((v) => v.emotion.level)), escalation: Math.max(0, ...verdicts.map((v) => v.escalation)), entities: verdicts.flatMap((v) => v.entities),
  }
}

/** One burst, with what people did then. @param state after its last message */
function readingOf(burst: Burst, verdicts: readonly Verdict[], state: ConversationState, turns: readonly HistoryTurn[], place: Place): Reading {
  const intent = state.openTopic
  const texts = burst.replies.map((at) => turns[at]?.text ?? '')
  const answeredAt = turns[burst.replies[0] ?? -1]?.at ?? NO_TIME
  const heard = heardIn(turns.slice(burst.from, burst.to + 1).flatMap(({ role, text }) => (role === 'customer' ? [text] : [])), verdicts)
  const deed = readDeed(texts, intent, answeredAt, place)
  return {
    turn: burst.to, intent, intentConfidence: state.topicConfidence, otherTopics: heard.topics.filter((topic) => topic !== intent),
    acts: [...heard.acts], marks: [...heard.marks], emotionLevel: Math.max(state.emotionLevel, heard.emotionLevel),
    escalation: state.escalation, flagged: state.flag !== null, deed, replyMs: replyMs(turns, burst), levelAfter: 0,
    heard, language: state.language === 'en' ? 'en' : 'zh', told: toldActions(texts), paidAs: deed.kind === 'money' ? paidAs(texts, answeredAt, place) : null,
    day: calendar(undefined, place.timeZone).dateOf(turns[burst.to]?.at ?? NO_TIME),
  }
}

/** Reads a conversation once; every policy and every workflow is then held against the same readings. */
export function readConversation({ id, orderStatus, verified, turns }: HistoryConversation, { triage, place }: Readers): ReadConversation {
  const history: { role: 'customer' | 'agent' | 'autopilot'; text: string; at: number; verdict?: Verdict }[] = []
  const statuses = orderStatus === null ? undefined : [orderStatus]
  let state: ConversationState = CALM
  let seen = 0
  const readings = burstsOf(turns).map((burst): Reading => {
    const verdicts: Verdict[] = []
    for (; seen <= burst.to; seen++) {
      const turn = turns[seen]
      if (turn === undefined) continue
      const at = turn.at ?? NO_TIME
      if (turn.role !== 'customer') {
        history.push({ role: turn.role === 'machine' ? 'autopilot' : 'agent', text: turn.text, at })
        continue
      }
      const verdict = triage({ text: turn.text, at, attachments: 0, history: history.slice(-MOST_TURNS), ...(statuses ? { orderStatuses: statuses } : {}) })
      history.push({ role: 'customer', text: turn.text, at, verdict })
      state = nextState(state, String(seen), verdict)
      if (seen >= burst.from) verdicts.push(verdict)
    }
    return readingOf(burst, verdicts, state, turns, place)
  })
  readings.forEach((reading, at) => { reading.levelAfter = readings[at + 1]?.emotionLevel ?? 0 })
  return { id, orderStatus, verified, readings }
}
