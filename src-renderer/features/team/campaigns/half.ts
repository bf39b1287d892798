import type { CampaignView } from '../../../../src-shared/contract/campaigns.ts'
import type { CampaignNote } from '../../../../src-shared/domain/campaign.ts'
import { createStore } from '../../../ui/store.ts'
import { toWallInput } from '../../../ui/wall-input.ts'

const DAY_MS = 86_400_000
/** A plan that would begin by itself sooner than this is not what a new form proposes. */
const ROOM_MS = 4 * 3_600_000

/** The form's fields as they are typed. */
export type CampaignWords = Record<'name' | 'from' | 'to' | 'capacity' | 'zh' | 'en' | 'group' | 'warn', string> & { held: 'none' | 'all' | 'some'; topics: string[]; notes: CampaignNote[] }

/** `id`: of what is changed, or of what will be kept; `basedOn`: its revision when the form was opened, 0 for a new one. */
export interface HalfCampaign { id: string; basedOn: number; form: CampaignWords }

/** What is being written; it outlives the page, so that Esc or another page loses nothing. Null: no form is open. */
export const halfCampaign = createStore<HalfCampaign | null>(null)

/** What the form says before anything is typed. @param now milliseconds since the epoch */
export function wordsOf(campaign: CampaignView | undefined, now: number, zone: string | undefined): CampaignWords {
  if (!campaign) {
    // Whole days: from the next midnight that is not upon us while the form is filled in, for one day.
    const from = `${toWallInput(now + ROOM_MS + DAY_MS, zone).slice(0, 10)}T00:00`
    const to = `${toWallInput(now + ROOM_MS + 2 * DAY_MS, zone).slice(0, 10)}T00:00`
    return { name: '', from, to, capacity: '', zh: '', en: '', group: '', warn: '', held: 'none', topics: [], notes: [] }
  }
  const { suggestOnly } = campaign
  return {
    name: campaign.name, from: toWallInput(campaign.from, zone), to: toWallInput(campaign.to, zone), capacity: campaign.capacity === null ? '' : String(campaign.capacity),
    zh: campaign.greeting?.zh ?? '', en: campaign.greeting?.en ?? '', group: campaign.phraseGroup ?? '', warn: campaign.warnFraction === null ? '' : String(Math.round(campaign.warnFraction * 100)),
    held: suggestOnly.includes('*') ? 'all' : suggestOnly.length > 0 ? 'some' : 'none', topics: suggestOnly.filter((topic) => topic !== '*'), notes: campaign.notes,
  }
}
