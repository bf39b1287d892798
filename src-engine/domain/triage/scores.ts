import type { Act, Mark, Topic } from '../../../src-shared/domain/triage.ts'
import type { Feeling } from './emotion.ts'
import type { Trajectory } from './history.ts'
import { THREATS } from './marks.ts'
import { round } from './scan.ts'
import type { Scored } from './scan.ts'

/** Milliseconds of waiting that count as half of the most: a person on a chat waits about ten minutes before leaving. */
const HALF_WAIT_MS = 10 * 60_000
const LEVEL_DISSATISFACTION = [0, 0.25, 0.6, 0.85] as const
/** Topics that name a wrong done to the customer, or a danger. */
const GRIEVANCE: ReadonlySet<Topic> = new Set([
  'service_complaint', 'promise_broken', 'refund_rejected', 'platform_intervention', 'chargeback', 'compensation_demand',
  'authenticity', 'parcel_lost', 'delivered_not_received', 'out_of_stock', 'safety_incident',
])
const AT_ONCE: ReadonlySet<Topic> = new Set(['safety_incident', 'scam_check'])

export interface ScoreContext {
  readonly topics: ReadonlyArray<Scored<Topic>>
  readonly acts: ReadonlyArray<Scored<Act>>
  readonly marks: ReadonlyArray<Scored<Mark>>
  readonly feeling: Feeling
  readonly trajectory: Trajectory
  /** Money is spoken of: refund, charge, compensation or an amount. */
  readonly money: boolean
}
export interface Scores { readonly dissatisfaction: number; readonly anger: number; readonly urgency: number; readonly escalation: number }

const orAll = (...weights: number[]): number => 1 - weights.reduce((left, weight) => left * (1 - weight), 1)
/** 0 at no wait, 0.5 at ten minutes, towards 1. */
const waitPart = (ms: number): number => ms / (ms + HALF_WAIT_MS)
const repeatPart = (repeats: number): number => 1 - 0.5 ** repeats

/**
 * The conversation's state after this message, each 0..1; `or` is noisy-or, 1 - product of (1 - x).
 * w = wait/(wait + 10 min), r = 1 - 0.5^repeats, level term L = 0, .25, .6, .85.
 * dissatisfaction = or(L, 0.6 carried, 0.3 r, 0.25 w, 0.2 grievance topic), x 0.4 after sincere thanks.
 * anger           = max(message anger, carried anger).
 * urgency         = or(0.5 urge, 0.4 anxious, 0.5 anger, 0.3 w, 0.2 r), at least 0.9 for safety, fraud call or danger.
 * escalation      = or(0.6 threat, 0.5 anger, 0.25 dissatisfaction, 0.3 r, 0.2 w, 0.1 money, 0.45 person wanted,
 *                      0.35 dispute or complaint topic), at least 0.95 for danger and 0.85 for a safety incident.
 */
export function scoreState(context: ScoreContext): Scores {
  const { feeling, trajectory } = context
  const mark = (label: Mark): boolean => context.marks.some((one) => one.label === label)
  const act = (label: Act): number => (context.acts.some((one) => one.label === label) ? 1 : 0)
  const topicIn = (set: ReadonlySet<Topic>): boolean => context.topics.some((one) => set.has(one.label))
  const waited = waitPart(trajectory.waitingMs)
  const repeated = repeatPart(feeling.repeats)
  const grateful = feeling.label === 'grateful'

  const anger = Math.max(feeling.anger, trajectory.carriedAnger * (grateful ? 0.4 : 1))
  const unrest = orAll(
    LEVEL_DISSATISFACTION[feeling.level], 0.6 * trajectory.carriedDissatisfaction, 0.3 * repeated, 0.25 * waited, topicIn(GRIEVANCE) ? 0.2 : 0)
  const dissatisfaction = grateful ? unrest * 0.4 : unrest
  const threat = context.marks.some((one) => THREATS.has(one.label)) ? 1 : 0
  const urgent = orAll(0.5 * act('urge'), feeling.label === 'anxious' ? 0.4 : 0, 0.5 * anger, 0.3 * waited, 0.2 * repeated)
  const escalation = orAll(
    0.6 * threat, 0.5 * anger, 0.25 * dissatisfaction, 0.3 * repeated, 0.2 * waited,
    context.money ? 0.1 : 0, 0.45 * act('human_wanted'), topicIn(GRIEVANCE) ? 0.35 : 0)
  const danger = mark('danger_person')
  return {
    dissatisfaction: round(dissatisfaction), anger: round(anger),
    urgency: round(Math.max(urgent, danger || topicIn(AT_ONCE) ? 0.9 : 0)),
    escalation: round(Math.max(escalation, danger ? 0.95 : 0, topicIn(new Set<Topic>(['safety_incident'])) ? 0.85 : 0)),
  }
}
