import { permits } from '../../src-shared/domain/roles.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'
import { publishDesk } from './inbox.ts'
import { stopAllRuns } from './stop-run.ts'
import { whoAmI } from './who-am-i.ts'

const notPermitted = (): AppError => new AppError({ code: 'not-permitted', retryable: false, say: { zh: '你的角色没有这个权限：恢复自动接待请找主管或管理员。', en: 'Your role does not permit this; to let autopilot go on ask a supervisor or an admin.' } })

/**
 * The kill switch. Takes effect here before anything is sent anywhere; the gateway hears of it when it is reached.
 * @throws AppError `not-permitted`: anybody who answers may pause, whoever leads may let it go on
 */
export function pauseAutopilot(engine: Engine, paused: boolean): void {
  if (!permits(whoAmI(engine).role, paused ? 'answer' : 'lead')) throw notPermitted()
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
