import { Incident } from '../../../src-shared/domain/incident.ts'
import { isIncidentOpen, matchIncident } from '../../../src-shared/domain/incident-match.ts'
import { tells } from '../../../src-shared/domain/told.ts'
import { incidentWords } from '../../domain/incidents/wording.ts'
import type { ConversationRecord } from '../../store/conversations.ts'
import type { Store } from '../../store/index.ts'
import { aboutOrder } from '../about-order.ts'
import type { Engine } from '../context.ts'
import { knownTo } from '../known-to.ts'
import { stateOf } from '../inbox.ts'
import { SHOP_TIME_ZONE } from '../shop-place.ts'

/** Messages of a conversation in which it is looked whether the customer was told. */
const LOOK_BACK = 60

/** An incident that touches a conversation, and whether the customer has heard of it. */
export interface Touch { incident: Incident; orderNo: string | null; told: boolean }

/** What was worked out, until something of it changes. Nothing of it is kept: it follows from the store. */
interface Board { incidents: Incident[] | null; touches: Map<string, { key: string; touches: Touch[] }> }
const boards = new WeakMap<Store, Board>()

function boardOf({ store }: Pick<Engine, 'store'>): Board {
  const known = boards.get(store)
  if (known) return known
  const made: Board = { incidents: null, touches: new Map() }
  boards.set(store, made)
  return made
}

/** All incidents that this desk knows, newest first. */
export function knownIncidents(engine: Pick<Engine, 'store'>): Incident[] {
  const board = boardOf(engine)
  return (board.incidents ??= engine.store.shared.all('incident', Incident).sort((a, b) => b.openedAt - a.openedAt))
}

/** Those that hold now. */
export function openIncidents(engine: Pick<Engine, 'store' | 'clock'>): Incident[] {
  const now = engine.clock.now()
  return knownIncidents(engine).filter((incident) => isIncidentOpen(incident, now))
}

/** An incident changed: what was worked out is worked out anew. */
export function forgetIncidents(engine: Pick<Engine, 'store'>): void {
  boards.delete(engine.store)
}

/** Orders or identity of these conversations changed. */
export function forgetTouches(engine: Pick<Engine, 'store'>, conversationIds: readonly string[]): void {
  for (const id of conversationIds) boards.get(engine.store)?.touches.delete(id)
}

/** Conversations that were found to be touched, as far as anybody asked. */
export const touchedNow = (engine: Pick<Engine, 'store'>): string[] => [...boardOf(engine).touches].flatMap(([id, { touches }]) => (touches.length > 0 ? [id] : []))

function wasTold(engine: Engine, incident: Incident, record: ConversationRecord, orderNo: string | null): boolean {
  if (record.lastDeskSeq === 0) return false
  const { customer, orders } = knownTo(engine, record)
  const order = orders.find(({ no }) => no === orderNo) ?? null
  const wordings = (['zh', 'en'] as const).map((language) => incidentWords(incident, { language, customer, order, shopName: engine.store.settings.read('shop', { name: { zh: '', en: '' } }).name, now: engine.clock.now(), timeZone: SHOP_TIME_ZONE }))
  return engine.store.messages.page(record.conversation.id, null, LOOK_BACK).some(({ message }) =>
    (message.author.kind === 'agent' || message.author.kind === 'autopilot') && message.recalledAt === undefined && message.at >= incident.openedAt && wordings.some((wording) => tells(message.text, wording)))
}

/** Open incidents that touch this conversation, newest first. Without an open incident nothing is read. */
export function touchesOf(engine: Engine, record: ConversationRecord): Touch[] {
  const open = openIncidents(engine)
  const { id, status, customerId, verification } = record.conversation
  if (open.length === 0 || status === 'resolved') return []
  const state = stateOf(record)
  const topics = [...new Set([...(state.openTopic ? [state.openTopic] : []), ...state.topics])]
  const key = [open.map((incident) => `${incident.id} ${incident.revision}`).join(), record.lastSeq, customerId, verification, topics.join()].join('|')
  const board = boardOf(engine)
  const known = board.touches.get(id)
  if (known?.key === key) return known.touches
  const { orders } = knownTo(engine, record)
  const about = orders.length > 0 ? (aboutOrder(engine, record)?.no ?? null) : null
  const touches = open.flatMap((incident): Touch[] => {
    const match = matchIncident(incident, { orders, topics, aboutOrder: about })
    return match === null ? [] : [{ incident, orderNo: match.orderNo, told: wasTold(engine, incident, record, match.orderNo) }]
  })
  board.touches.set(id, { key, touches })
  return touches
}

/** Does something stand there that this customer should hear and has not? */
export const isUntold = (engine: Engine, record: ConversationRecord): boolean => touchesOf(engine, record).some(({ told }) => !told)
