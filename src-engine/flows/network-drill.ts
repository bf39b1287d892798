import type { Engine } from './context.ts'
import { needDemo } from './control-demo.ts'
import { publishDesk } from './inbox.ts'

/**
 * Cuts this desk's own line, by the same path as a broken network: the banner, the replies that wait and the catch-up are the
 * real ones. Never stored: a desk that starts has its line.
 * @param seconds null: until it is put back @throws AppError `no-demo`
 */
export function cutNetwork(engine: Engine, seconds: number | null): void {
  needDemo(engine)
  const drill = { until: seconds === null ? null : engine.clock.now() + seconds * 1000 }
  engine.live.drill = { ...engine.live.drill, network: drill }
  engine.link.hold()
  publishDesk(engine)
  if (seconds === null) return
  engine.clock.after(seconds * 1000, () => {
    // Another cut, or none, has taken its place meanwhile.
    if (engine.live.drill.network === drill) mendNetwork(engine)
  })
}

/** Puts the line back; what is then still broken is really broken. */
export function mendNetwork(engine: Engine): void {
  if (engine.live.drill.network === null) return
  engine.live.drill = { ...engine.live.drill, network: null }
  publishDesk(engine)
  engine.link.release()
}
