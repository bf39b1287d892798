import type { Act, Mark, Topic } from '../../../src-shared/domain/triage.ts'
import type { Feeling } from './emotion.ts'
import type { Trajectory } from './history.ts'
import { THREATS } from './marks.ts'
import { NEED_MOST, type Need } from './need.ts'
import { round } from './scan.ts'
import type { Scored } from './scan.ts'

/** Milliseconds of waiting that count as half of the most: a person on a chat waits about ten minutes before leaving. */
const HALF_WAIT_MS = 10 * 60_000
const LEVEL_DISSATISFACTION = [0, 0.25, 0.6, 0.85] as const
/** Noisy-or weights of what the conversation adds to dissatisfaction; each is a term with a code of its own. */
const COURSE = { carried: 0.25, repeat: 0.3, waiting: 0.25, evasion: 0.2, refused: 0.1, overdue: 0.3, unanswered: 0.05 }
/** Open turns that count as no progress at all. */
const STUCK_TURNS = 4
/** A term under this is no reason to show. */
const SHOWN_AT = 0.06
/** More reasons than this are a list that nobody reads. */
const MOST_SHOWN = 2
/** Topics that name a wrong done to the customer, or a danger. */
const GRIEVANCE: ReadonlySet<Topic> = new Set([
  'service_complaint', 'promise_broken', 'refund_rejected', 'platform_intervention', 'chargeback', 'compensation_demand',
  'authenticity', 'parcel_lost', 'delivered_not_received', 'out_of_stock', 'safety_incident',
])
/** Topics that name something gone wrong, without blame. */
const HITCH: ReadonlySet<Topic> = new Set([
  'logistics_stuck', 'delivery_service', 'wrong_item', 'missing_item', 'gift_missing', 'damaged', 'quality_defect', 'not_as_described',
  'expiry_hygiene', 'payment_issue', 'refund_amount', 'price_protection', 'invoice_fix', 'privacy_request',
])
const AT_ONCE: ReadonlySet<Topic> = new Set(['safety_incident', 'scam_check'])

export interface ScoreContext {
  readonly topics: ReadonlyArray<Scored<Topic>>
  readonly acts: ReadonlyArray<Scored<Act>>
  readonly marks: ReadonlyArray<Scored<Mark>>
  readonly feeling: Feeling
  readonly need: Need
  readonly trajectory: Trajectory
  /** Money is spoken of: refund, charge, compensation or an amount. */
  readonly money: boolean
}
export interface Scores {
  readonly dissatisfaction: number
  readonly anger: number
  readonly urgency: number
  readonly escalation: number
  /** Codes of what the conversation so far added, strongest first (`history.*`). */
  readonly why: readonly string[]
}

const orAll = (...weights: number[]): number => 1 - weights.reduce((left, weight) => left * (1 - weight), 1)
/** 0 at no wait, 0.5 at ten minutes, towards 1. */
const waitPart = (ms: number): number => ms / (ms + HALF_WAIT_MS)
const countPart = (count: number): number => 1 - 0.5 ** count

/** What of an earlier dissatisfaction goes on: a need alone was no discontent. */
const beyondNeed = (dissatisfaction: number): number => Math.max(0, dissatisfaction - NEED_MOST) / (1 - NEED_MOST)

function termsOf({ feeling, trajectory }: ScoreContext): ReadonlyArray<readonly [why: string | null, weight: number]> {
  return [
    ['history.carried', COURSE.carried * beyondNeed(trajectory.carriedDissatisfaction)],
    // A repeat that the customer speaks of has its own words to show.
    [trajectory.repeats > 0 ? 'history.repeat' : null, COURSE.repeat * countPart(feeling.repeats)],
    ['history.waiting', COURSE.waiting * waitPart(trajectory.waitingMs)],
    ['history.evasion', COURSE.evasion * countPart(trajectory.evasions)],
    ['history.refused', trajectory.refused ? COURSE.refused : 0],
    ['history.overdue', trajectory.overdue ? COURSE.overdue : 0],
    ['history.unanswered', COURSE.unanswered * Math.min(1, trajectory.unanswered)],
  ]
}

/**
 * The conversation's state after this message, each 0..1; `or` is noisy-or, 1 - product of (1 - x).
 * w = wait/(wait + 10 min), r = 1 - 0.5^repeats, e = 1 - 0.5^(answers that were none), L = 0, .25, .6, .85 by level,
 * n = need of the words, at most .35, and g = n/.35: mood and course weigh on what still wants something.
 * dissatisfaction = rest x or(n, .2 grievance or .1 hitch topic, g x or(L, .25 carried beyond a need, .3 r, .25 w, .2 e, .1 refused, .3 overdue
 *                   promise, .05 second message in a row)), at least .85 at level 3; rest: what thanks, an assent or an answer leave
 *                   (`need.ts`), 1 at level 3, and x .4 after sincere thanks.
 * anger           = max(message anger, carried anger).
 * urgency         = or(.5 urge, .4 anxious, .5 anger, .3 w, .2 r, .2 overdue), at least .9 for safety, fraud call or danger.
 * escalation      = calm x or(.6 threat, .5 anger, .25 dissatisfaction, .3 r, .2 w, .1 money, .45 person wanted, .35 grievance topic, .2 e,
 *                   .15 refused, .25 overdue, .15 open turns/4); calm = .4 after thanks or an assent without anger or threat; at least .95
 *                   for danger and .85 for a safety incident.
 */
export function scoreState(context: ScoreContext): Scores {
  const { feeling, trajectory, need } = context
  const mark = (label: Mark): boolean => context.marks.some((one) => one.label === label)
  const act = (label: Act): number => (context.acts.some((one) => one.label === label) ? 1 : 0)
  const topicIn = (set: ReadonlySet<Topic>): boolean => context.topics.some((one) => set.has(one.label))
  const [waited, repeated, evaded] = [waitPart(trajectory.waitingMs), countPart(feeling.repeats), countPart(trajectory.evasions)]
  const grateful = feeling.label === 'grateful'
  const threat = context.marks.some((one) => THREATS.has(one.label))

  const anger = Math.max(feeling.anger, trajectory.carriedAnger * (grateful ? 0.4 : 1))
  const terms = termsOf(context)
  const wants = need.strength / NEED_MOST
  const unrest = orAll(need.strength, topicIn(GRIEVANCE) ? 0.2 : topicIn(HITCH) ? 0.1 : 0, wants * orAll(LEVEL_DISSATISFACTION[feeling.level], ...terms.map(([, weight]) => weight)))
  const raised = feeling.level >= 3 ? Math.max(unrest, LEVEL_DISSATISFACTION[feeling.level]) : unrest
  const rest = (feeling.level >= 3 ? 1 : need.rest) * (grateful ? 0.4 : 1)
  const dissatisfaction = raised * rest
  const urgent = orAll(0.5 * act('urge'), feeling.label === 'anxious' ? 0.4 : 0, 0.5 * anger, 0.3 * waited, 0.2 * repeated, trajectory.overdue ? 0.2 : 0)
  const stuck = Math.min(1, trajectory.openTurns / STUCK_TURNS)
  const escalation = orAll(
    threat ? 0.6 : 0, 0.5 * anger, 0.25 * dissatisfaction, 0.3 * repeated, 0.2 * waited, context.money ? 0.1 : 0, 0.45 * act('human_wanted'),
    topicIn(GRIEVANCE) ? 0.35 : 0, 0.2 * evaded, trajectory.refused ? 0.15 : 0, trajectory.overdue ? 0.25 : 0, 0.15 * stuck)
  const content = !threat && feeling.level < 2 && (grateful || need.rest <= 0.2)
  const danger = mark('danger_person')
  return {
    // A third decimal keeps apart what two would call equal: the curve ranks calm turns too.
    dissatisfaction: Math.round(dissatisfaction * 1000) / 1000, anger: round(anger),
    urgency: round(Math.max(urgent, danger || topicIn(AT_ONCE) ? 0.9 : 0)),
    escalation: round(Math.max(escalation * (content ? 0.4 : 1), danger ? 0.95 : 0, topicIn(new Set<Topic>(['safety_incident'])) ? 0.85 : 0)),
    why: content ? [] : terms.filter(([, weight]) => weight * wants >= SHOWN_AT).sort((a, b) => b[1] - a[1]).flatMap(([why]) => why ?? []).slice(0, MOST_SHOWN),
  }
}
