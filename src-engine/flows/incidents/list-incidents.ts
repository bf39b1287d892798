import type { AffectedConversation, IncidentView } from '../../../src-shared/contract/incidents.ts'
import type { CallParams, CallResult } from '../../../src-shared/contract/calls.ts'
import type { Incident } from '../../../src-shared/domain/incident.ts'
import { isIncidentOpen, matchIncident } from '../../../src-shared/domain/incident-match.ts'
import type { ConversationRecord } from '../../store/conversations.ts'
import { aboutOrder } from '../about-order.ts'
import type { Engine } from '../context.ts'
import { knownTo } from '../known-to.ts'
import { QUEUE_LIMIT, stateOf } from '../inbox.ts'
import { mayLead } from '../own-seat.ts'
import { guardPolicy } from '../shop-policy.ts'
import { currentDraft } from '../thread.ts'
import { knownIncidents, touchesOf } from './board.ts'
import { sourceId } from './notices.ts'

const openOnes = (engine: Engine): ConversationRecord[] => engine.store.conversations.recent(QUEUE_LIMIT, Number.MAX_SAFE_INTEGER).filter(({ conversation }) => conversation.status === 'open')

function affected(engine: Engine, incident: Incident, records: readonly ConversationRecord[]): AffectedConversation[] {
  return records.flatMap((record): AffectedConversation[] => {
    const touch = touchesOf(engine, record).find((one) => one.incident.id === incident.id)
    if (!touch) return []
    const draft = touch.told ? null : currentDraft(engine, record.conversation.id)
    const isReady = draft?.state === 'ready' && draft.citations.some(({ kind, id }) => kind === 'incident' && id === sourceId(incident.id))
    return [{
      conversationId: record.conversation.id, displayName: record.conversation.displayName, orderNo: touch.orderNo, waitingSince: record.waitingSince, told: touch.told,
      draft: isReady, draftText: isReady ? draft.text : '',
    }]
  })
}

/** Who waits longest first, those that were told last. */
const worstFirst = (a: AffectedConversation, b: AffectedConversation): number =>
  Number(a.told) - Number(b.told) || (a.waitingSince ?? Number.MAX_SAFE_INTEGER) - (b.waitingSince ?? Number.MAX_SAFE_INTEGER)

/** All incidents, open ones first, with whom they touch at this desk. */
export function listIncidents(engine: Engine): CallResult<'incidents.list'> {
  const now = engine.clock.now()
  const incidents = knownIncidents(engine)
  const records = incidents.some((incident) => isIncidentOpen(incident, now)) ? openOnes(engine) : []
  const views = incidents.map((incident): IncidentView => {
    const isOpen = isIncidentOpen(incident, now)
    return { ...incident, isOpen, affected: isOpen ? affected(engine, incident, records).sort(worstFirst) : [] }
  })
  const cap = guardPolicy(engine)['compensationCap']
  return {
    incidents: [...views.filter(({ isOpen }) => isOpen), ...views.filter(({ isOpen }) => !isOpen)], mayLead: mayLead(engine), cap: typeof cap === 'number' ? Math.round(cap * 100) : null,
    products: engine.store.shop.products().map(({ id, title }) => ({ id, title })), now,
  }
}

/** Whom a scope that is being written would touch, so that nobody opens an incident for the wrong ones. */
export function tryIncident(engine: Engine, { scope, openedAt }: CallParams<'incident.try'>): CallResult<'incident.try'> {
  const incident = { scope, openedAt: openedAt ?? engine.clock.now() }
  const names = openOnes(engine).flatMap((record) => {
    const { orders } = knownTo(engine, record)
    const state = stateOf(record)
    const topics = [...(state.openTopic ? [state.openTopic] : []), ...state.topics]
    return matchIncident(incident, { orders, topics, aboutOrder: orders.length > 0 ? (aboutOrder(engine, record)?.no ?? null) : null }) ? [record.conversation.displayName] : []
  })
  return { count: names.length, names: names.slice(0, 5) }
}
