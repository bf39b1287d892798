import { z } from 'zod'
import { Hold, HoldScope, Judgement, Missing, Override, Proposal } from '../domain/autonomy.ts'
import { Id } from '../domain/message.ts'
import { AutonomyLevel } from '../domain/policy.ts'
import { Millis, Money } from '../domain/text.ts'

/** The most that a day of it could cost the shop. */
export const WorstCase = z.discriminatedUnion('kind', [z.object({ kind: z.literal('nothing') }), z.object({ kind: z.literal('money'), money: Money }), z.object({ kind: z.literal('unlimited') })])
export type WorstCase = z.infer<typeof WorstCase>

const Subject = { scope: z.enum(['intent', 'action']), name: z.string().min(1).max(64) }

/** A topic or an action on the ladder. */
export const LevelRow = z.object({
  ...Subject,
  /** As the policy says; `hold` may lie over it. */
  level: AutonomyLevel,
  hold: Hold.nullable(),
  evidence: z.object({ same: z.number().int(), otherwise: z.number().int(), unknown: z.number().int(), costly: z.number().int(), /** Lower bound of the share of `same`; null: nothing was compared. */ bound: z.number().nullable() }),
  /** Least bound that the next step asks; null: it asks none. */
  asked: z.number().nullable(),
  /** null: it stands on the highest. */
  step: z.object({ next: AutonomyLevel, missing: z.array(Missing) }).nullable(),
  worst: WorstCase,
})
export type LevelRow = z.infer<typeof LevelRow>

/** A case that autopilot settled, drawn to be looked at. */
export const SampledCase = z.object({
  id: Id, scope: Subject.scope, /** The topic that was answered, or the action that was done. */ name: z.string(), displayName: z.string(), at: Millis,
  /** What the customer wrote, in the conversation or in the after-sale case. */
  asked: z.string(),
  /** What was answered; empty for an action. */
  text: z.string(),
  /** What was done, and to which order; null: it was answered. */
  done: z.object({ orderNo: z.string().nullable(), amount: Money.nullable() }).nullable(),
  judgement: Judgement.nullable(),
})
export type SampledCase = z.infer<typeof SampledCase>

/** What the window may ask about levels, switches and evidence. */
export const AUTONOMY_CALLS = {
  'autonomy.levels': {
    params: z.object({}),
    result: z.object({
      /** null: no policy came yet. */
      policy: z.object({ id: z.string(), version: z.number().int() }).nullable(),
      rows: z.array(LevelRow),
      channels: z.array(z.object({ name: z.string(), hold: Hold.nullable() })),
      proposal: Proposal.extend({ own: z.boolean() }).nullable(),
    }),
  },
  /** Down at once; up one step when it is earned, else refused as `not-earned` unless `override` says why two people want it. Needs the line. `proposed`: a second seat has to confirm. */
  'autonomy.setLevel': {
    params: z.object({ id: Id, ...Subject, level: AutonomyLevel, basedOn: z.number().int().nonnegative(), override: Override.optional() }),
    result: z.object({ status: z.enum(['put', 'proposed', 'conflict']) }),
  },
  /** Switches a topic, an action or a channel off for all seats, or on again; holds here at once. */
  'autonomy.hold': { params: z.object({ scope: HoldScope, name: z.string().min(1).max(64), off: z.boolean() }), result: z.object({}) },
  /** Confirms or withdraws the change that waits. Needs the line. */
  'autonomy.decide': { params: z.object({ id: Id, policyId: z.string(), proposalId: Id, confirm: z.boolean() }), result: z.object({ state: Proposal.shape.state }) },
  /** Cases of earlier days that were drawn, those that nobody judged first, at most 50. */
  'autonomy.sampled': { params: z.object({}), result: z.object({ cases: z.array(SampledCase) }) },
  /** null takes the judgement back. */
  'autonomy.judge': { params: z.object({ id: Id, judgement: Judgement.nullable() }), result: z.object({}) },
  /** Decides every recorded decision again. `different`: those that come out otherwise now, at most 20. */
  'autonomy.replay': {
    params: z.object({}),
    result: z.object({ all: z.number().int(), same: z.number().int(), different: z.array(z.object({ id: Id, at: Millis, was: z.string(), is: z.string() })) }),
  },
} as const
export type AutonomyCalls = typeof AUTONOMY_CALLS
