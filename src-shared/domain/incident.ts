import { z } from 'zod'
import { Id } from './message.ts'
import { Millis, Money } from './text.ts'

export const INCIDENT_NAME_MAX = 60
/** Longest wording in one language, in UTF-16 code units. */
export const INCIDENT_WORDING_MAX = 600
/** Order numbers that one incident may list. */
export const INCIDENT_ORDERS_MAX = 2000

const words = (max: number) => z.array(z.string().trim().min(1).max(64)).max(max)

/**
 * Which orders and conversations an incident is about. Within one field any value fits; every field that says something has
 * to fit. Orders by their number, else those placed from `placedFrom` up to, not including, `placedTo`.
 */
export const IncidentScope = z.object({
  orderNos: words(INCIDENT_ORDERS_MAX),
  productIds: words(100),
  /** Names of carriers as the orders have them, or parts of them. */
  carriers: words(50),
  /** Provinces or cities as the addresses have them, or parts of them. */
  regions: words(100),
  placedFrom: Millis.nullable(),
  placedTo: Millis.nullable(),
  /** What the customer asks about; empty: whatever they ask. */
  topics: words(40),
})
export type IncidentScope = z.infer<typeof IncidentScope>

/** What may be given for it, within the policy's cap on compensation. */
export const IncidentCompensation = z.object({ kind: z.enum(['none', 'money', 'coupon']), /** At most, per order; null with `none`. */ upTo: Money.nullable() })
  .refine(({ kind, upTo }) => (kind === 'none') === (upTo === null) && (upTo === null || upTo.amount > 0))
export type IncidentCompensation = z.infer<typeof IncidentCompensation>

/** What a person writes of an incident. */
export const IncidentFields = z.object({
  name: z.string().trim().min(1).max(INCIDENT_NAME_MAX),
  scope: IncidentScope,
  /** What customers are told; may hold the variables of quick phrases. Both languages. */
  wording: z.object({ zh: z.string().trim().min(1).max(INCIDENT_WORDING_MAX), en: z.string().trim().min(1).max(INCIDENT_WORDING_MAX) }),
  compensation: IncidentCompensation,
  /** `draft`: what it touches is at most drafted · `as-usual`: autopilot goes by its levels alone. */
  autopilot: z.enum(['draft', 'as-usual']),
  /** It is over then by itself. */
  endsAt: Millis,
})
export type IncidentFields = z.infer<typeof IncidentFields>

const Person = z.object({ id: z.string().max(64), name: z.string().max(80) })

/** Something that went wrong for many orders at once, and what is said of it. The log holds the last state of each. For desks only. */
export const Incident = IncidentFields.extend({
  id: Id,
  openedBy: Person,
  openedAt: Millis,
  changedBy: Person,
  changedAt: Millis,
  /** Ended by hand; null: it ends, or ended, at `endsAt`. */
  endedAt: Millis.nullable(),
  /** Counts its states in the log from 1. */
  revision: z.number().int().positive(),
})
export type Incident = z.infer<typeof Incident>
