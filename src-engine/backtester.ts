import { Worker } from 'node:worker_threads'
import type { BacktestReport } from '../src-shared/domain/backtest.ts'
import type { FlowReport } from '../src-shared/domain/flow-backtest.ts'
import type { HistoryConversation } from '../src-shared/domain/history.ts'
import type { Policy } from '../src-shared/domain/policy.ts'
import type { Workflow } from '../src-shared/domain/workflow.ts'
import { createBacktestDesk, type BacktestAnswer, type BacktestRequest } from './backtest-desk.ts'
import { addFlowTallies, addTallies, flowReportOf, reportOf, type Readers } from './domain/backtest/index.ts'
import type { Backtester } from './flows/history-ports.ts'

/** Two of the cores; the window, the gateway and the customers have the others. */
const THREADS = 2
/** Batches that wait at a thread, so that it is never idle and the memory never full. */
const WAITING = 2

/** Someone who answers requests in order. */
interface Teller {
  ask(request: BacktestRequest): Promise<BacktestAnswer>
  /** Requests without an answer yet. */
  busy(): number
  stop(): void
}

function createThread(program: URL, data: { resources: string; timeZone: string }): Teller {
  const worker = new Worker(program, { workerData: data })
  const waiting: { resolve(answer: BacktestAnswer): void; reject(error: unknown): void }[] = []
  const fail = (error: unknown): void => waiting.splice(0).forEach(({ reject }) => reject(error))
  worker.on('message', (answer: BacktestAnswer) => waiting.shift()?.resolve(answer))
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the back-test was stopped')))
  return {
    ask: (request) => new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      worker.postMessage(request)
    }),
    busy: () => waiting.length,
    stop: () => void worker.terminate(),
  }
}

function createTeller(readers: Readers): Teller {
  const desk = createBacktestDesk(readers)
  return { ask: (request) => Promise.resolve(desk(request)), busy: () => 0, stop: () => undefined }
}

function createOver(tellers: readonly Teller[]): Backtester {
  let stopped = false
  async function read(batches: Iterable<readonly HistoryConversation[]>, onRead: (conversations: number) => void): Promise<void> {
    let done = 0
    const running = new Set<Promise<void>>()
    for (const batch of batches) {
      if (stopped) throw new Error('the back-test was stopped')
      const teller = tellers.reduce((a, b) => (b.busy() < a.busy() ? b : a))
      const one = teller.ask({ kind: 'read', conversations: batch }).then(() => {
        done += batch.length
        onRead(done)
      }).finally(() => running.delete(one))
      running.add(one)
      if (running.size >= WAITING * tellers.length) await Promise.race(running)
    }
    await Promise.all(running)
  }
  async function judge(policy: Policy): Promise<BacktestReport> {
    const answers = await Promise.all(tellers.map((teller) => teller.ask({ kind: 'judge', policy })))
    return reportOf(addTallies(answers.flatMap((answer) => (answer.kind === 'judged' ? [answer.tally] : []))))
  }
  async function walk(flow: Workflow, policy: Policy): Promise<FlowReport> {
    const answers = await Promise.all(tellers.map((teller) => teller.ask({ kind: 'walk', flow, policy })))
    return flowReportOf(addFlowTallies(answers.flatMap((answer) => (answer.kind === 'walked' ? [answer.tally] : []))), flow)
  }
  return {
    read, judge, walk,
    stop() {
      stopped = true
      tellers.forEach((teller) => teller.stop())
    },
  }
}

/** A back-test in threads of its own. @param program the built thread @param resources folder of the files that ship */
export const createBacktester = (program: URL, resources: string, timeZone: string): Backtester => createOver(Array.from({ length: THREADS }, () => createThread(program, { resources, timeZone })))

/** The same in the thread that calls, which it keeps busy. */
export const backtestHere = (readers: Readers): Backtester => createOver([createTeller(readers)])
