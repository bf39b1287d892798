import type { Engine } from './context.ts'
import { publishDesk } from './inbox.ts'
import { stopAllRuns } from './stop-run.ts'

/** The kill switch. Takes effect here before anything is sent anywhere; the gateway hears of it when it is reached. */
export function pauseAutopilot(engine: Engine, paused: boolean): void {
  engine.store.transaction(() => {
    engine.store.settings.write('autopilot-paused', paused)
    engine.store.commands.dropPending('pauseAutopilot', null)
    engine.store.commands.add({ id: engine.newId(), call: 'pauseAutopilot', params: { paused } })
    engine.store.audit.add(engine.clock.now(), paused ? 'autopilot-paused' : 'autopilot-resumed', '')
  })
  if (paused) stopAllRuns(engine)
  publishDesk(engine)
  engine.wake('outbox')
  engine.wake('routine')
}
