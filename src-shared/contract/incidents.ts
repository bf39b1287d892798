import { z } from 'zod'
import { Incident, IncidentFields, IncidentScope } from '../domain/incident.ts'
import { Id } from '../domain/message.ts'
import { LocalText, Millis } from '../domain/text.ts'

/** An incident as the line above a conversation tells it. */
export const ThreadIncident = z.object({
  id: Id, name: z.string(), endsAt: Millis,
  /** The affected order; null: by what the customer asks alone. */
  orderNo: z.string().nullable(),
  /** The customer has heard of it. */
  told: z.boolean(),
  /** What is said, filled for this customer. */
  words: LocalText,
  /** What may be given; '' where nothing may. */
  allowed: LocalText,
  /** Who wrote it last. */
  by: z.string(),
})
export type ThreadIncident = z.infer<typeof ThreadIncident>

/** A conversation that an incident touches. */
export const AffectedConversation = z.object({
  conversationId: Id, displayName: z.string(), orderNo: z.string().nullable(), waitingSince: Millis.nullable(), told: z.boolean(),
  /** A draft with the incident's words lies there to be confirmed. */
  draft: z.boolean(), draftText: z.string(),
})
export type AffectedConversation = z.infer<typeof AffectedConversation>

/** `affected`: those that wait longest first, those that were told last; empty once it is over. */
export const IncidentView = Incident.extend({ isOpen: z.boolean(), affected: z.array(AffectedConversation) })
export type IncidentView = z.infer<typeof IncidentView>

const Nothing = z.object({})

/** What the window may ask about incidents. */
export const INCIDENT_CALLS = {
  /** Open ones first. `cap`: what the policy lets anybody give in compensation, minor units; null: it names none. `now`: the gateway's time. */
  'incidents.list': { params: Nothing, result: z.object({ incidents: z.array(IncidentView), mayLead: z.boolean(), cap: z.number().int().nullable(), products: z.array(z.object({ id: z.string(), title: LocalText })), now: Millis }) },
  /** Whom a scope would touch now, and a few of their names. `openedAt`: of one that is open already. */
  'incident.try': { params: z.object({ scope: IncidentScope, openedAt: Millis.nullable() }), result: z.object({ count: z.number().int(), names: z.array(z.string()) }) },
  /** Needs the line. `basedOn`: the revision it was changed from, 0 for a new one. Refused: `needs-line`, `changed-meanwhile`, `incident-wrong`, `policy-refused`, `not-permitted`. */
  'incident.put': { params: z.object({ incidentId: Id, basedOn: z.number().int().nonnegative(), fields: IncidentFields }), result: Nothing },
  /** Needs the line. */
  'incident.end': { params: z.object({ incidentId: Id }), result: Nothing },
  /** Puts the words as drafts before those who wait; sends nothing. `first`: where to begin. */
  'incident.prepare': { params: z.object({ incidentId: Id }), result: z.object({ prepared: z.number().int(), first: Id.nullable() }) },
} as const
export type IncidentCalls = typeof INCIDENT_CALLS
