import { parentPort, workerData } from 'node:worker_threads'
import { openResources } from './adapters/resources.ts'
import { createBacktestDesk, type BacktestAnswer, type BacktestRequest } from './backtest-desk.ts'
import { backtestReaders } from './backtest-readers.ts'

/** A thread that holds a share of the conversations, reads them once and holds policies against them; its data come from the engine, which has parsed them. */
const { resources, timeZone } = workerData as { resources: string; timeZone: string }
const desk = createBacktestDesk(backtestReaders(openResources(resources), timeZone))

parentPort?.on('message', (request: BacktestRequest) => {
  const answer: BacktestAnswer = desk(request)
  parentPort?.postMessage(answer)
})
