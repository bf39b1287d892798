import type { FLOOR_SEAT_CALLS } from '../../src-shared/wire/seat-floor.ts'
import type { Handlers } from '../answer.ts'
import type { Context } from '../context.ts'
import type { Actor } from '../seats/actor.ts'
import { endIncident, putIncident } from './incidents.ts'

/** What a seat may call about incidents. */
export function incidentCalls({ store, clock }: Context, actor: Actor): Pick<Handlers<typeof FLOOR_SEAT_CALLS>, 'incident.put' | 'incident.end'> {
  return {
    'incident.put': (request) => store.write((tx) => putIncident(tx, clock.now(), actor, request)),
    'incident.end': (request) => store.write((tx) => endIncident(tx, clock.now(), actor, request)),
  }
}
