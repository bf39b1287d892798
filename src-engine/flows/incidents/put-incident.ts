import type { CallParams } from '../../../src-shared/contract/calls.ts'
import { atTheGateway, changedMeanwhile } from '../at-the-gateway.ts'
import type { Engine } from '../context.ts'
import { ownSeat } from '../own-seat.ts'
import { receiveIncident } from './receive-incident.ts'

const keep = (engine: Engine, incident: Parameters<typeof receiveIncident>[1]): void => engine.store.transaction(() => receiveIncident(engine, incident))?.()

/** Opens or changes an incident for every desk. @throws AppError `needs-line`, `changed-meanwhile`, `incident-wrong`, `policy-refused`, `not-permitted` */
export async function putIncident(engine: Engine, { incidentId, basedOn, fields }: CallParams<'incident.put'>): Promise<void> {
  const answer = await atTheGateway(engine, () => engine.link.call('incident.put', { id: engine.newId(), incidentId, basedOn, fields, name: ownSeat(engine).name }))
  keep(engine, answer.incident)
  if (answer.status === 'conflict') throw changedMeanwhile()
  engine.store.audit.add(engine.clock.now(), 'incident-put', incidentId)
}

/** Ends it for every desk. @throws AppError `needs-line`, `not-found`, `not-permitted` */
export async function endIncident(engine: Engine, incidentId: string): Promise<void> {
  const answer = await atTheGateway(engine, () => engine.link.call('incident.end', { id: engine.newId(), incidentId, name: ownSeat(engine).name }))
  keep(engine, answer.incident)
  engine.store.audit.add(engine.clock.now(), 'incident-ended', incidentId)
}
