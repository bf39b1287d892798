import { parentPort, workerData } from 'node:worker_threads'
import { toAppError } from '../src-shared/errors.ts'
import { createHistoryDesk, type HistoryAnswer, type HistoryRequest } from './history-desk.ts'
import type { HistoryFile } from './flows/history-ports.ts'

/** A thread that reads one export; its data come from the engine, which has parsed them. */
const desk = createHistoryDesk(workerData as HistoryFile)
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (request: HistoryRequest) => {
  // One after the other: what comes while a workbook is unpacked waits.
  last = last.then(async () => {
    const answer = await desk(request).catch((thrown: unknown): HistoryAnswer => ({ kind: 'failed', error: toAppError(thrown).toShape() }))
    parentPort?.postMessage(answer)
  })
})
