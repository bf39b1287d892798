import { Worker } from 'node:worker_threads'
import { AppError, toAppError } from '../src-shared/errors.ts'
import type { HistoryFile, HistoryReader } from './flows/history-ports.ts'
import { createHistoryDesk, type HistoryAnswer, type HistoryRequest } from './history-desk.ts'

interface Asked { ask(request: HistoryRequest): Promise<HistoryAnswer>; stop(): void }

function inThread(program: URL, file: HistoryFile): Asked {
  const worker = new Worker(program, { workerData: file })
  const waiting: { resolve(answer: HistoryAnswer): void; reject(error: unknown): void }[] = []
  const fail = (error: unknown): void => waiting.splice(0).forEach(({ reject }) => reject(error))
  worker.on('message', (answer: HistoryAnswer) => waiting.shift()?.resolve(answer))
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the import was stopped')))
  return {
    ask: (request) => new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      worker.postMessage(request)
    }),
    stop: () => void worker.terminate(),
  }
}

function here(file: HistoryFile): Asked {
  const desk = createHistoryDesk(file)
  return { ask: (request) => desk(request).catch((thrown: unknown) => ({ kind: 'failed', error: toAppError(thrown).toShape() })), stop: () => undefined }
}

/** The answer of one kind. @throws AppError as the reader refused the file */
async function expectKind<Kind extends HistoryAnswer['kind']>(asked: Promise<HistoryAnswer>, kind: Kind): Promise<Extract<HistoryAnswer, { kind: Kind }>> {
  const answer = await asked
  if (answer.kind === 'failed') throw new AppError(answer.error)
  if (answer.kind !== kind) throw new Error(`answered ${answer.kind}, not ${kind}`)
  return answer as Extract<HistoryAnswer, { kind: Kind }>
}

/** Reads each export in a thread of its own. @param program the built thread; null: it is read where it is asked */
export function createHistoryReader(program: URL | null): HistoryReader {
  const start = (file: HistoryFile): Asked => (program ? inThread(program, file) : here(file))
  return {
    async preview(file, bytes) {
      const asked = start(file)
      try {
        return (await expectKind(asked.ask({ kind: 'preview', bytes }), 'shape')).shape
      } finally {
        asked.stop()
      }
    },
    open(file) {
      const asked = start(file)
      return {
        push: async (bytes) => (await expectKind(asked.ask({ kind: 'push', bytes }), 'taken')).turns,
        async end() {
          try {
            return (await expectKind(asked.ask({ kind: 'end' }), 'read')).read
          } finally {
            asked.stop()
          }
        },
        stop: asked.stop,
      }
    },
  }
}
