import type { Engine } from '../flows/context.ts'
import { deliverAct } from '../flows/cases/deliver-act.ts'
import { settleCase } from '../flows/cases/settle-case.ts'
import { createWorker, type Worker } from './worker.ts'

const RETRY_MS = 2_000

/**
 * Takes what is wished in cases to the gateway once nobody can take it back, and considers open cases for autopilot, only
 * while the desk is live.
 */
export function createCaseWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  let stopTimer: (() => void) | null = null
  const wakeIn = (ms: number): void => {
    stopTimer?.()
    stopTimer = engine.clock.after(ms, () => worker.wake())
  }
  async function pass(): Promise<void> {
    const { afterSales } = engine.store
    if (!engine.live.caughtUp) return
    const open = afterSales.open()
    const paid = open.length > 0 ? engine.store.shop.paidOrders() : []
    for (const one of open) await settleCase(engine, one, paid)
    for (const wish of afterSales.waiting().values()) {
      if (wish.sendAt > engine.clock.now()) continue
      if (!engine.live.caughtUp || !(await deliverAct(engine, wish))) return wakeIn(RETRY_MS)
    }
    const next = [...afterSales.waiting().values()].map(({ sendAt }) => sendAt)
    if (next.length > 0) wakeIn(Math.max(10, Math.min(...next) - engine.clock.now()))
  }
  const worker = createWorker(pass, onError)
  return worker
}
