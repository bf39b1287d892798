import type { Hold } from '../../../src-shared/domain/autonomy.ts'
import type { Engine } from '../context.ts'
import { publishDesk } from '../inbox.ts'

/** Holds, or lets go on: here at once, for all seats as soon as the gateway is reached. */
export function putHold(engine: Engine, wish: Pick<Hold, 'scope' | 'name' | 'ceiling' | 'why'>, by: string): void {
  const { store, clock } = engine
  const hold: Hold = { ...wish, by: { seatId: engine.seatId, name: by }, at: clock.now() }
  store.transaction(() => {
    store.holds.put(hold)
    store.holds.dropPending(hold.scope, hold.name)
    store.commands.add({ id: engine.newId(), call: 'autopilot.hold', params: { ...wish, by } })
    store.audit.add(hold.at, hold.ceiling === null ? 'autopilot-let-go' : hold.why === 'person' ? 'autopilot-held' : 'autopilot-demoted', `${hold.scope}:${hold.name}`, hold.why)
  })
  engine.publish({ kind: 'autonomy', fell: hold.why === 'person' ? null : hold })
  publishDesk(engine)
  engine.wake('outbox')
  engine.wake('routine')
}
