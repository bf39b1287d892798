import type { ThreadIncident } from '../../../src-shared/contract/incidents.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { Notice } from '../../domain/drafting/types.ts'
import { compensationWords, incidentWords } from '../../domain/incidents/wording.ts'
import type { ConversationRecord } from '../../store/conversations.ts'
import type { Engine } from '../context.ts'
import { knownTo } from '../known-to.ts'
import { SHOP_TIME_ZONE } from '../shop-place.ts'
import { type Touch, touchesOf } from './board.ts'

/** The source of an incident's words in drafts. */
export const sourceId = (incidentId: string): string => `incident:${incidentId}`

function wordsOf(engine: Engine, record: ConversationRecord, { incident, orderNo }: Touch): LocalText {
  const { customer, orders } = knownTo(engine, record)
  const place = { customer, order: orders.find(({ no }) => no === orderNo) ?? null, shopName: engine.store.settings.read('shop', { name: { zh: '', en: '' } }).name, now: engine.clock.now(), timeZone: SHOP_TIME_ZONE }
  return { zh: incidentWords(incident, { ...place, language: 'zh' }), en: incidentWords(incident, { ...place, language: 'en' }) }
}

/** What incidents say to this customer, for whoever drafts. */
export function noticesFor(engine: Engine, record: ConversationRecord, language: 'zh' | 'en'): Notice[] {
  return touchesOf(engine, record).map((touch) => ({
    id: sourceId(touch.incident.id), title: touch.incident.name, text: wordsOf(engine, record, touch)[language], allowed: compensationWords(touch.incident, language), told: touch.told,
  }))
}

/** The lines above the conversation. */
export function threadIncidents(engine: Engine, record: ConversationRecord): ThreadIncident[] {
  return touchesOf(engine, record).map((touch) => ({
    id: touch.incident.id, name: touch.incident.name, endsAt: touch.incident.endsAt, orderNo: touch.orderNo, told: touch.told, words: wordsOf(engine, record, touch),
    allowed: { zh: compensationWords(touch.incident, 'zh'), en: compensationWords(touch.incident, 'en') }, by: touch.incident.changedBy.name,
  }))
}
