import type { Engine } from '../flows/context.ts'
import { publishRow } from '../flows/inbox.ts'
import { SHOP_TIME_ZONE } from '../flows/shop-place.ts'
import { campaignEdgeBetween, nextCampaignEdge } from '../flows/campaigns/current.ts'
import { campaignsMoved } from '../flows/campaigns/receive-campaign.ts'
import { knownIncidents, touchedNow } from '../flows/incidents/board.ts'
import { incidentsMoved, nextIncidentEnd } from '../flows/incidents/receive-incident.ts'
import { ticketAlarms } from '../flows/tickets/read-tickets.ts'
import { startOfDay } from '../domain/time/wall.ts'
import { behindDrafts } from './behind-drafts.ts'
import { createWorker, type Worker } from './worker.ts'

/** Longest sleep, in milliseconds: a machine that was suspended must not come late by as much. */
const LONGEST_MS = 60_000

/** Brings rows up to date where nothing but time has passed: a snooze that ended, a promise or a ticket that is due soon or now, an incident or a campaign that begins or ends, and what was done yesterday. */
export function createWakeups(engine: Engine, onError: (thrown: unknown) => void): Worker {
  let seen = engine.clock.now()
  // Incidents that ended while this desk was off are still told by its drafts.
  let seenIncidents = 0
  let stopTimer: (() => void) | null = null
  async function pass(): Promise<void> {
    await behindDrafts(engine)
    const { conversations, followUps } = engine.store
    const lead = engine.promiseTerms.alarmMinutes * 60_000
    const now = engine.clock.now()
    const today = startOfDay(now, SHOP_TIME_ZONE)
    const before = startOfDay(seen, SHOP_TIME_ZONE)
    const ids = [...conversations.snoozeEnded(seen, now), ...followUps.dueBetween(seen, now), ...followUps.dueBetween(seen + lead, now + lead)]
    const alarms = ticketAlarms(engine)
    ids.push(...alarms.flatMap(({ at, conversationId }) => (conversationId !== null && at > seen && at <= now ? [conversationId] : [])))
    if (before < today) ids.push(...conversations.resolvedBetween(before, today))
    if (campaignEdgeBetween(engine, seen, now)) campaignsMoved(engine)
    if (knownIncidents(engine).some(({ endsAt }) => endsAt > seenIncidents && endsAt <= now)) incidentsMoved(engine, touchedNow(engine))
    seen = now
    seenIncidents = now
    for (const id of new Set(ids)) {
      const record = conversations.get(id)
      if (record) publishRow(engine, id, record)
      // A promise that was made beside another chat program.
      else engine.publish({ kind: 'outside' })
    }
    const promise = Math.min(followUps.nextDue(now) ?? Number.POSITIVE_INFINITY, (followUps.nextDue(now + lead) ?? Number.POSITIVE_INFINITY) - lead)
    const ticket = Math.min(Number.POSITIVE_INFINITY, ...alarms.map(({ at }) => at).filter((at) => at > now))
    const next = Math.min(ticket, nextIncidentEnd(engine) ?? Number.POSITIVE_INFINITY, nextCampaignEdge(engine) ?? Number.POSITIVE_INFINITY, conversations.nextSnoozeEnd(now) ?? Number.POSITIVE_INFINITY, promise, startOfDay(now, SHOP_TIME_ZONE, 1), now + LONGEST_MS)
    stopTimer?.()
    stopTimer = engine.clock.after(Math.max(1, next - now), () => worker.wake())
  }
  const worker = createWorker(pass, onError)
  return worker
}
