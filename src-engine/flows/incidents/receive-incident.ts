import { Incident } from '../../../src-shared/domain/incident.ts'
import type { Engine } from '../context.ts'
import { publishRow, QUEUE_LIMIT } from '../inbox.ts'
import { stopRun } from '../stop-run.ts'
import { forgetIncidents, openIncidents, touchedNow, touchesOf } from './board.ts'

/**
 * What incidents say may have changed for many conversations, by somebody's word or by the clock: their rows and lines are told
 * anew, and whoever waits gets another draft.
 */
export function incidentsMoved(engine: Engine, before: readonly string[]): void {
  const { store } = engine
  forgetIncidents(engine)
  const records = openIncidents(engine).length === 0 ? [] : store.conversations.recent(QUEUE_LIMIT, Number.MAX_SAFE_INTEGER).filter((record) => touchesOf(engine, record).length > 0)
  const now = new Map(records.map((record) => [record.conversation.id, record]))
  for (const id of new Set([...before, ...now.keys(), ...citing(engine)])) {
    const record = now.get(id) ?? store.conversations.get(id)
    if (!record) continue
    if (record.waitingSince !== null && record.lastCustomerSeq > 0) {
      store.jobs.put('draft', id, record.lastCustomerSeq)
      store.jobs.put('routine', id, record.lastCustomerSeq)
    }
    // What was on its way does not know of it.
    if (store.runs.latest(id)?.state === 'undo' && touchesOf(engine, record).some(({ incident }) => incident.autopilot === 'draft')) stopRun(engine, id, 'handed-over', 'facts-changed')
    publishRow(engine, id, record)
    engine.publish({ kind: 'context', conversationId: id })
  }
  engine.publish({ kind: 'team' })
  engine.wake('drafts')
  engine.wake('routine')
}

/** Those who wait and whose draft tells an incident, which may be over since. */
const citing = ({ store, clock }: Engine): string[] =>
  store.conversations.needing(QUEUE_LIMIT, clock.now()).map(({ conversation }) => conversation.id).filter((id) => store.drafts.latest(id)?.citations.some(({ kind }) => kind === 'incident'))

/** The log tells how an incident stands. Must run inside a transaction. @returns what to do after the commit, or null when it was known */
export function receiveIncident(engine: Engine, incident: Incident): (() => void) | null {
  const { store } = engine
  const known = store.shared.get('incident', incident.id, Incident)
  if (known && known.revision >= incident.revision) return null
  const before = touchedNow(engine)
  store.shared.put('incident', incident.id, incident)
  forgetIncidents(engine)
  return () => {
    incidentsMoved(engine, before)
    engine.wake('wakeups')
  }
}

/** The next time by the clock at which an incident ends by itself, or null. */
export const nextIncidentEnd = (engine: Pick<Engine, 'store' | 'clock'>): number | null => {
  const ends = openIncidents(engine).map(({ endsAt }) => endsAt)
  return ends.length === 0 ? null : Math.min(...ends)
}
