import { z } from 'zod'
import { Money } from './text.ts'

/**
 * How far autopilot may go for an intent or an action. `shadow` decides silently, `suggest` only drafts,
 * `undo` acts after a window in which a person can stop it, `act` acts at once.
 */
export const AutonomyLevel = z.enum(['off', 'shadow', 'suggest', 'undo', 'act'])
export type AutonomyLevel = z.infer<typeof AutonomyLevel>

/** A limit in money, in number, or in both; what is not given is not limited by it. `amount` in minor units of the caps' currency. */
export const Cap = z.object({ amount: z.number().int().nonnegative().optional(), count: z.number().int().nonnegative().optional() })
export type Cap = z.infer<typeof Cap>

/** What may be paid out without a person. A day is the shop's. The customer's counts per person, address, phone and payer; the fullest holds. */
export const Caps = z.object({ currency: Money.shape.currency, perCase: Cap.optional(), perCustomerDay: Cap.optional(), perShopDay: Cap.optional() })
export type Caps = z.infer<typeof Caps>

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'a time of day such as 09:30')
/** From `from` to before `to` in the shop's zone; over midnight where `to` is the earlier. `days`: 1 Monday .. 7 Sunday; absent: every day. */
export const Hours = z.object({ from: ClockTime, to: ClockTime, days: z.array(z.number().int().min(1).max(7)).min(1).optional() })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must differ from the start' })
export type Hours = z.infer<typeof Hours>

export const EVIDENCE = ['photo', 'video', 'unboxing-video', 'document', 'tracking-number'] as const

/** The limits that a row may set beside its level. What is absent is not asked. */
export const Limits = z.object({
  /** At most so many days since the parcel came. */
  deliveredWithinDays: z.number().int().nonnegative().max(3650).optional(),
  caps: Caps.optional(),
  /** Levels of customers it is for. */
  customerLevels: z.array(z.string()).min(1).optional(),
  /** Highest buyer risk, 0..1; whoever is above it is a supervisor's. */
  maxRisk: z.number().min(0).max(1).optional(),
  hours: Hours.optional(),
  channels: z.array(z.string()).min(1).optional(),
  /** What the customer must have sent. */
  evidence: z.array(z.enum(EVIDENCE)).min(1).optional(),
  /** Must the customer have agreed to exactly this? */
  confirm: z.boolean().optional(),
})
export type Limits = z.infer<typeof Limits>

const RowHead = z.object({
  level: AutonomyLevel,
  /** Seconds a person has to stop what autopilot is about to do. */
  undoSeconds: z.number().int().min(3).max(120),
  /** Least triage confidence of the topic, 0..1. */
  confidenceFloor: z.number().min(0).max(1),
  /** Highest emotion level (0 calm .. 3 angry) autopilot may work for. */
  maxEmotionLevel: z.number().int().min(0).max(3),
})

export const IntentPolicy = RowHead.extend({
  /** Order states in which the intent is routine. */
  orderStates: z.array(z.string()),
  /** Actions that a request of this intent may lead to; absent or empty: it is only answered. */
  actions: z.array(z.string()).optional(),
}).extend(Limits.shape)
export type IntentPolicy = z.infer<typeof IntentPolicy>

export const ActionPolicy = RowHead.extend({
  /** Order states in which it may be done; absent: it concerns no order. */
  orderStates: z.array(z.string()).optional(),
  /** `none`: it may be done for somebody nobody vouches for. Never for an action of a desk. */
  identity: z.enum(['verified', 'none']).optional(),
}).extend(Limits.shape)
export type ActionPolicy = z.infer<typeof ActionPolicy>
