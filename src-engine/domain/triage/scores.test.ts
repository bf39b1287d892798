import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMOTION_LEVEL, type Act, type Emotion, type Mark, type Topic } from '../../../src-shared/domain/triage.ts'
import type { Trajectory } from './history.ts'
import { NEED_MOST, type Need } from './need.ts'
import { scoreState, type ScoreContext, type Scores } from './scores.ts'

const QUIET: Trajectory = {
  repeats: 0, waitingMs: 0, unanswered: 0, evasions: 0, refused: false, overdue: false, openTurns: 0, carriedDissatisfaction: 0, carriedAnger: 0, lastOurs: null, language: null,
}
const OPEN: Need = { strength: 0.3, rest: 1, signs: [] }
const label = <L extends string>(name: L) => ({ label: name, confidence: 0.9, hits: [] })

interface Given { need?: Need; emotion?: Emotion; anger?: number; acts?: Act[]; marks?: Mark[]; topics?: Topic[]; course?: Partial<Trajectory>; money?: boolean }
function contextOf({ need = OPEN, emotion = 'calm', anger = 0, acts = [], marks = [], topics = [], course = {}, money = false }: Given): ScoreContext {
  const trajectory = { ...QUIET, ...course }
  const scores = { calm: 0, grateful: 0, confused: 0, anxious: 0, disappointed: 0, angry: anger, furious: 0 }
  return {
    topics: topics.map(label), acts: acts.map(label), marks: marks.map(label), need, trajectory, money,
    feeling: { label: emotion, level: EMOTION_LEVEL[emotion], scores, anger, cues: [], repeats: trajectory.repeats },
  }
}
const scores = (given: Given): Scores => scoreState(contextOf(given))

const given = fc.record({
  need: fc.record({ strength: fc.double({ min: 0.05, max: NEED_MOST, noNaN: true }), rest: fc.constantFrom(0.05, 0.2, 0.4, 1), signs: fc.constant([]) }),
  emotion: fc.constantFrom<Emotion>('calm', 'confused', 'anxious', 'disappointed', 'angry'), anger: fc.double({ min: 0, max: 1, noNaN: true }),
  acts: fc.subarray<Act>(['urge', 'human_wanted']), marks: fc.subarray<Mark>(['threat_authority', 'churn']), topics: fc.subarray<Topic>(['promise_broken', 'damaged']),
  course: fc.record({
    repeats: fc.nat(5), waitingMs: fc.nat(4 * 3_600_000), unanswered: fc.nat(4), evasions: fc.nat(5), refused: fc.boolean(), overdue: fc.boolean(), openTurns: fc.nat(8),
    carriedDissatisfaction: fc.double({ min: 0, max: 1, noNaN: true }), carriedAnger: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  money: fc.boolean(),
})

test('DS-4 one more repeat, a longer wait, another empty answer, a refusal or a broken promise never lowers a score (the queue would reward us for stalling)', () => {
  fc.assert(fc.property(given, (one) => {
    const now = scores(one)
    const worse = [
      { repeats: one.course.repeats + 1 }, { waitingMs: one.course.waitingMs + 600_000 }, { evasions: one.course.evasions + 1 }, { refused: true }, { overdue: true }, { unanswered: one.course.unanswered + 1 }, { openTurns: one.course.openTurns + 1 },
    ]
    for (const change of worse) {
      const then = scores({ ...one, course: { ...one.course, ...change } })
      expect(then.dissatisfaction).toBeGreaterThanOrEqual(now.dissatisfaction)
      expect(then.escalation).toBeGreaterThanOrEqual(now.escalation)
      expect(then.urgency).toBeGreaterThanOrEqual(now.urgency)
    }
  }), { seed: 20261127, numRuns: 300 })
})

test('DS-4 thanks and an assent lower dissatisfaction and escalation, except under a threat or anger (a polite "谢谢" would hide a complaint to the authorities)', () => {
  fc.assert(fc.property(given, (one) => {
    const open = { ...one, emotion: 'calm' as const, marks: [], need: { ...one.need, rest: 1 } }
    const thanks = scores({ ...open, need: { ...one.need, rest: 0.05 } })
    expect(thanks.dissatisfaction).toBeLessThanOrEqual(scores(open).dissatisfaction)
    expect(thanks.escalation).toBeLessThanOrEqual(scores(open).escalation)
    const threat = scores({ ...one, marks: ['threat_authority'], need: { ...one.need, rest: 0.05 } })
    expect(threat.escalation).toBeGreaterThanOrEqual(0.6)
  }), { seed: 20261127, numRuns: 300 })
})

test('DS-4 a calm question in a quiet conversation stays low, and a stuck one rises by what was done to it, with names for it', () => {
  const calm = scores({})
  expect(calm.dissatisfaction).toBeLessThanOrEqual(0.35)
  expect(calm.escalation).toBeLessThan(0.15)
  expect(calm.why).toEqual([])
  const stuck = scores({ course: { evasions: 3, overdue: true, refused: true, openTurns: 5, waitingMs: 1_800_000, carriedDissatisfaction: 0.6 } })
  expect(stuck.dissatisfaction).toBeGreaterThan(0.55)
  expect(stuck.escalation).toBeGreaterThan(0.5)
  expect(stuck.why).toEqual(['history.overdue', 'history.waiting'])
})

test('DS-4 a need alone is not carried into later turns (an hour of calm questions would end as a complaint)', () => {
  expect(scores({ course: { carriedDissatisfaction: NEED_MOST } })).toEqual(scores({}))
  expect(scores({ course: { carriedDissatisfaction: 0.8 } }).dissatisfaction).toBeGreaterThan(scores({}).dissatisfaction)
})
