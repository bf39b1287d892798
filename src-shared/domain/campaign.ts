import { z } from 'zod'
import { Id } from './message.ts'
import { PHRASE_TITLE_MAX } from './phrase.ts'
import { Millis } from './text.ts'

export const CAMPAIGN_NAME_MAX = 60
export const CAMPAIGN_GREETING_MAX = 300
const NOTE_TITLE_MAX = 120
const NOTE_BODY_MAX = 4000

const both = (max: number) => z.object({ zh: z.string().trim().min(1).max(max), en: z.string().trim().min(1).max(max) })

/** What is true only while the campaign runs. */
export const CampaignNote = z.object({ id: Id, title: both(NOTE_TITLE_MAX), body: both(NOTE_BODY_MAX), audience: z.enum(['customer', 'internal']) })
export type CampaignNote = z.infer<typeof CampaignNote>

/** What a person writes of a campaign. */
export const CampaignFields = z.object({
  name: z.string().trim().min(1).max(CAMPAIGN_NAME_MAX),
  /** It begins and ends by itself, by the gateway's clock; from `from` up to, not including, `to`. */
  from: Millis,
  to: Millis,
  /** Conversations that one person has room for; null: as each account says. */
  capacity: z.number().int().min(1).max(200).nullable(),
  /** Said once to a customer, on the first message while it runs, marked as automatic; null: nothing is. */
  greeting: both(CAMPAIGN_GREETING_MAX).nullable(),
  /** Topics in which autopilot prepares and sends nothing; `*`: all of them. A campaign never gives more than the policy. */
  suggestOnly: z.array(z.string().min(1).max(64)).max(80),
  /** Group of quick phrases that stands on top, by its name in either language; null: none does. */
  phraseGroup: z.string().max(PHRASE_TITLE_MAX).nullable(),
  notes: z.array(CampaignNote).max(20),
  /** From this part of a response clock on a wait is urgent; null: as the clocks say. */
  warnFraction: z.number().min(0.1).max(0.95).nullable(),
})
export type CampaignFields = z.infer<typeof CampaignFields>

const Person = z.object({ id: z.string().max(64), name: z.string().max(80) })

/** A plan for busy days, and whether it was begun or ended by hand. The log holds the last state of each. For desks only. */
export const Campaign = CampaignFields.extend({
  id: Id,
  /** Begun before its time, or ended before it; null: by the clock. */
  begunAt: Millis.nullable(),
  endedAt: Millis.nullable(),
  madeBy: Person,
  changedBy: Person,
  changedAt: Millis,
  /** Counts its states in the log from 1. */
  revision: z.number().int().positive(),
})
export type Campaign = z.infer<typeof Campaign>
