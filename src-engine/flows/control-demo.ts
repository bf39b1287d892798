import type { DemoAction, DemoState } from '../../src-shared/domain/demo-play.ts'
import { AppError, toAppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'
import { publishDesk } from './inbox.ts'

/** A desk at a real gateway has neither a demo to control nor drills: whatever goes wrong there is real. @throws AppError `no-demo` */
export function needDemo(engine: Engine): void {
  if (engine.live.demo !== null) return
  throw new AppError({ code: 'no-demo', retryable: false, say: { zh: '现在接的不是演示店铺，这个用不了。', en: 'This desk is not at the demo shop, so there is nothing to play.' } })
}

/** The gateway told how its demo stands. */
export function hearDemo(engine: Engine, state: DemoState): void {
  engine.live.demo = state
  publishDesk(engine)
}

/** Takes the demo's state from an answer, unless a push came meanwhile: that is newer. */
export async function learnDemo(engine: Engine, ask: () => Promise<DemoState | null>): Promise<void> {
  const before = engine.live.demo
  const answer = await ask()
  if (engine.live.demo === before) engine.live.demo = answer
}

/**
 * Changes the demo at the gateway, for all its desks. Does not wait offline like a reply: a day that jumps minutes after the
 * click would only surprise. @throws AppError `no-demo`, `demo-offline`
 */
export async function controlDemo(engine: Engine, action: DemoAction): Promise<void> {
  needDemo(engine)
  try {
    await learnDemo(engine, () => engine.link.call('demo', action))
    publishDesk(engine)
  } catch (thrown) {
    if (toAppError(thrown).code !== 'offline') throw thrown
    throw new AppError({ code: 'demo-offline', retryable: true, say: { zh: '断线时动不了演示，连上后再试。', en: 'The demo cannot be reached while the line is cut. Try again when it is back.' } }, { cause: thrown })
  }
}
