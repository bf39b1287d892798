import type { AppErrorShape } from '../src-shared/errors.ts'
import type { Shape } from './domain/history/index.ts'
import type { HistoryFile, ReadHistory } from './flows/history-ports.ts'
import { openHistory, previewHistory } from './read-history.ts'

/** What a thread that reads an export is asked, and what it answers, one for one in order. */
export type HistoryRequest = { kind: 'preview'; bytes: Uint8Array } | { kind: 'push'; bytes: Uint8Array } | { kind: 'end' }
export type HistoryAnswer = { kind: 'shape'; shape: Shape } | { kind: 'taken'; turns: number } | { kind: 'read'; read: ReadHistory } | { kind: 'failed'; error: AppErrorShape }

/** Answers for one export. */
export function createHistoryDesk(file: HistoryFile): (request: HistoryRequest) => Promise<HistoryAnswer> {
  const session = openHistory(file)
  return async (request) => {
    if (request.kind === 'preview') return { kind: 'shape', shape: await previewHistory(file, request.bytes) }
    if (request.kind === 'end') return { kind: 'read', read: await session.end() }
    session.push(request.bytes)
    return { kind: 'taken', turns: session.taken() }
  }
}
