import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import type { IncidentView } from '../../../../src-shared/contract/incidents.ts'
import type { IncidentFields } from '../../../../src-shared/domain/incident.ts'
import type { LocalText } from '../../../../src-shared/domain/text.ts'
import { createStore } from '../../../ui/store.ts'
import { toWallInput } from '../../../ui/wall-input.ts'
import { namedProduct } from './scope-words.ts'

const DAY_MS = 86_400_000
/** Three days: what a new incident is proposed to last, in milliseconds. */
const LASTS_MS = 3 * DAY_MS

/** The form's fields as they are typed. */
export type IncidentWords = Record<'name' | 'orders' | 'products' | 'carriers' | 'regions' | 'from' | 'to' | 'zh' | 'en' | 'sum' | 'ends', string> & { topics: string[]; kind: IncidentFields['compensation']['kind']; autopilot: IncidentFields['autopilot'] }

/** `id`: of what is changed, or of what will be opened; `basedOn`: its revision when the form was opened, 0 for a new one. */
export interface HalfIncident { id: string; basedOn: number; form: IncidentWords }

/** What is being written; it outlives the page, so that Esc or another page loses nothing. Null: no form is open. */
export const halfIncident = createStore<HalfIncident | null>(null)

/** What the form says before anything is typed. @param now milliseconds since the epoch */
export function wordsOf(incident: IncidentView | undefined, { now, products }: Pick<CallResult<'incidents.list'>, 'now' | 'products'>, zone: string | undefined, local: (text: LocalText) => string): IncidentWords {
  if (!incident) return { name: '', orders: '', products: '', carriers: '', regions: '', from: '', to: '', zh: '', en: '', sum: '', ends: toWallInput(now + LASTS_MS, zone), topics: [], kind: 'none', autopilot: 'draft' }
  const { scope, compensation } = incident
  const day = (at: number | null): string => (at === null ? '' : toWallInput(at, zone).slice(0, 10))
  return {
    name: incident.name, orders: scope.orderNos.join('\n'), products: scope.productIds.map((id) => namedProduct(id, products, local)).join('\n'), carriers: scope.carriers.join('\n'), regions: scope.regions.join('\n'),
    from: day(scope.placedFrom), to: day(scope.placedTo === null ? null : scope.placedTo - 1), zh: incident.wording.zh, en: incident.wording.en,
    sum: compensation.upTo === null ? '' : String(compensation.upTo.amount / 100), ends: toWallInput(incident.endsAt, zone), topics: scope.topics, kind: compensation.kind, autopilot: incident.autopilot,
  }
}
