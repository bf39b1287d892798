import type { BacktestState } from '../../src-shared/contract/backtest.ts'
import type { BacktestReport } from '../../src-shared/domain/backtest.ts'
import type { FlowReport } from '../../src-shared/domain/flow-backtest.ts'
import type { HistoryConversation } from '../../src-shared/domain/history.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { expand } from '../domain/workflow/expand.ts'
import type { Engine } from './context.ts'
import type { Backtester } from './history-ports.ts'
import { createIdle } from './idle.ts'
import { ownId, ownTurns } from './import-history.ts'
import { checkHere } from './workflows/edit-workflows.ts'
import { currentWorkflow } from './workflows/library.ts'

const BATCH = 100
/** Of what was resolved on this desk, the newest are read. */
const MOST_OWN = 5000

/** Threads that nobody asked for so long are ended: they hold all that was read. */
const IDLE_MS = 10 * 60_000

const NOTHING: BacktestState = { state: 'none', done: 0, total: 0 }

/** A conversation that was resolved here. What its order was then is not known any more. */
function ownConversation(engine: Engine, id: string): HistoryConversation | null {
  const turns = ownTurns(engine, id)
  const record = engine.store.conversations.get(id)
  if (turns.length === 0 || !record) return null
  const { customerId, verification } = record.conversation
  return { id: ownId(id), format: 'desk', orderStatus: null, verified: customerId !== null && verification !== 'none', turns }
}

function* batches(engine: Engine, own: readonly string[]): Generator<HistoryConversation[]> {
  for (let after = ''; ;) {
    const page = engine.store.history.page(after, BATCH)
    if (page.length === 0) break
    after = page.at(-1)?.id ?? ''
    yield page
  }
  for (let at = 0; at < own.length; at += BATCH) yield own.slice(at, at + BATCH).flatMap((id) => ownConversation(engine, id) ?? [])
}

/** Reads the past once, in threads, and holds policies and workflows against it. @param open makes the threads */
export function createBacktests(engine: Engine, open: () => Backtester, onError: (thrown: unknown) => void) {
  let tester: Backtester | null = null
  let now = NOTHING
  /** What was there when the reading began: more of it since is a reason to read again. */
  let basis = ''

  const present = (own: readonly string[]): string => JSON.stringify([engine.store.history.files(), own.length, own[0] ?? ''])
  const idle = createIdle(engine.clock, IDLE_MS, stop)
  function stop(): void {
    idle.stop()
    tester?.stop()
    tester = null
    now = NOTHING
    basis = ''
  }
  function start(): BacktestState {
    const own = engine.store.cases.newest(MOST_OWN)
    const wanted = present(own)
    if (tester && basis === wanted && now.state !== 'failed') {
      idle.touch()
      return now
    }
    stop()
    idle.touch()
    const mine = (tester = open())
    basis = wanted
    now = { state: 'reading', done: 0, total: engine.store.history.count() + own.length }
    void mine.read(batches(engine, own), (done) => { if (tester === mine) now = { ...now, done: Math.min(done, now.total) } }).then(
      () => { if (tester === mine) now = { ...now, state: 'ready', done: now.total } },
      (thrown: unknown) => {
        // One that was stopped has nothing to tell.
        if (tester !== mine) return
        now = { ...now, state: 'failed' }
        onError(thrown)
      },
    )
    return now
  }
  return {
    start, stop,
    state: (): BacktestState => now,
    async judge(policy: Policy): Promise<BacktestReport | null> {
      if (!tester || now.state !== 'ready') return null
      idle.touch()
      return tester.judge(policy)
    },
    /** @param raw a workflow, perhaps one that nobody saved @returns null: nothing is read, or it cannot run as it is */
    async walk(raw: unknown, policy: Policy): Promise<FlowReport | null> {
      if (!tester || now.state !== 'ready') return null
      idle.touch()
      const { workflow, problems } = checkHere(engine, raw)
      const flow = workflow && problems.length === 0 ? expand(workflow, (id) => currentWorkflow(engine, id)) : null
      return flow && tester.walk(flow, policy)
    },
  }
}
export type Backtests = ReturnType<typeof createBacktests>
