import { z } from 'zod'
import { Campaign, CampaignFields } from '../domain/campaign.ts'
import { Id } from '../domain/message.ts'
import { Millis } from '../domain/text.ts'

/** How a campaign went, as far as this desk knows; waits in milliseconds, null where nobody waited. */
export const CampaignCard = z.object({
  /** Conversations in which customers wrote. */
  conversations: z.number().int(),
  customerMessages: z.number().int(),
  /** Replies of people, automatic answers, greetings. */
  byPeople: z.number().int(), byAutopilot: z.number().int(), greeted: z.number().int(),
  resolved: z.number().int(),
  /** From a customer's first word to the first answer that was no greeting: the middle one, and the one that nine in ten stay under. */
  firstAnswerMedian: z.number().int().nullable(), firstAnswerP90: z.number().int().nullable(),
  /** Conversations that had no answer when it ended. */
  unanswered: z.number().int(),
})
export type CampaignCard = z.infer<typeof CampaignCard>

export const CampaignProblemView = z.object({
  code: z.enum(['ends-before', 'over-already', 'overlaps', 'changes-nothing', 'no-group', 'group-empty-language', 'old-date', 'lifts-nothing', 'low-capacity']),
  severity: z.enum(['error', 'warning']), about: z.string(),
})

export const CampaignView = Campaign.extend({
  state: z.enum(['prepared', 'running', 'over']),
  problems: z.array(CampaignProblemView),
  /** null until it has begun. */
  card: CampaignCard.nullable(),
})
export type CampaignView = z.infer<typeof CampaignView>

/** The peak mode that the top line tells. */
export const PeakMode = z.object({ id: Id, name: z.string(), until: Millis })

const Nothing = z.object({})

/** What the window may ask about campaigns. */
export const CAMPAIGN_CALLS = {
  /** The running one first, then prepared ones by their date, then those that are over, newest first. `groups`: of quick phrases, as the screen's language has them. `answering`: topics that autopilot answers by itself. */
  'campaigns.list': { params: Nothing, result: z.object({ campaigns: z.array(CampaignView), mayLead: z.boolean(), groups: z.array(z.string()), answering: z.array(z.string()), now: Millis }) },
  /** What conflicts or is missing in a plan that is being written. */
  'campaign.check': { params: z.object({ campaignId: Id, fields: CampaignFields }), result: z.object({ problems: z.array(CampaignProblemView) }) },
  /** Needs the line. Refused: `needs-line`, `changed-meanwhile`, `campaign-wrong`, `not-permitted`. */
  'campaign.put': { params: z.object({ campaignId: Id, basedOn: z.number().int().nonnegative(), fields: CampaignFields }), result: Nothing },
  /** Needs the line. */
  'campaign.switch': { params: z.object({ campaignId: Id, act: z.enum(['begin', 'end']) }), result: Nothing },
} as const
export type CampaignCalls = typeof CAMPAIGN_CALLS
