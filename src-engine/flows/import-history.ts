import type { HistoryEntry, HistoryImported, HistoryShape } from '../../src-shared/contract/history.ts'
import { lacks, type HistoryFormat, type HistoryMapping, type HistoryTurn } from '../../src-shared/domain/history.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'
import type { HistoryReader } from './history-ports.ts'
import { createIdle } from './idle.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
/** Conversations of one transaction, and skipped rows that are told. */
const SLICE = 200
const MOST_TOLD = 200
/** Turns of a conversation of this desk that are shown. */
const MOST_TURNS = 200
/** A window that went in the middle of an import sends no more: after so long it is broken off. */
const IDLE_MS = 10 * 60_000
/** Stands before the id of a conversation of this desk. */
const OWN = 'desk:'

function gone(): AppError {
  return new AppError({ code: 'import-gone', retryable: false, say: { zh: '这次导入已经中断，什么都没有留下，请重新选择文件。', en: 'That import was broken off and left nothing. Choose the file again.' } })
}

interface Importing { name: string; format: HistoryFormat; mapping: HistoryMapping; reading: ReturnType<HistoryReader['open']>; idle: ReturnType<typeof createIdle> }

/** Imports of chat exports: each file is read and masked apart from the engine, then kept. What is broken off leaves nothing. */
export function createHistoryImports(engine: Engine, reader: HistoryReader) {
  const { store } = engine
  const running = new Map<string, Importing>()
  const find = (id: string): Importing => {
    const one = running.get(id)
    if (!one) throw gone()
    return one
  }
  function end(id: string): void {
    running.get(id)?.reading.stop()
    running.get(id)?.idle.stop()
    running.delete(id)
  }
  return {
    /** @throws AppError when it is no export */
    async preview(name: string, bytes: Uint8Array, format: HistoryFormat | null): Promise<HistoryShape> {
      const { shape, ...found } = await reader.preview({ name, format, mapping: null, timeZone: SHOP_TIME_ZONE }, bytes)
      const remembered = store.history.mapping(shape)
      const mapping = remembered ?? found.mapping
      return { ...found, mapping, lacks: lacks(mapping), remembered: remembered !== null }
    },
    begin(id: string, file: { name: string; format: HistoryFormat; mapping: HistoryMapping }): void {
      end(id)
      const idle = createIdle(engine.clock, IDLE_MS, () => end(id))
      idle.touch()
      running.set(id, { ...file, idle, reading: reader.open({ ...file, timeZone: SHOP_TIME_ZONE }) })
    },
    /** @returns turns so far @throws AppError `import-gone`, or as the reader refuses the file */
    async push(id: string, bytes: Uint8Array): Promise<number> {
      const { reading, idle } = find(id)
      idle.touch()
      try {
        return await reading.push(bytes)
      } catch (thrown) {
        end(id)
        throw thrown
      }
    },
    /** @throws AppError `import-gone`, or as the reader refuses the file */
    async finish(id: string): Promise<HistoryImported> {
      const { name, format, mapping, reading } = find(id)
      const read = await reading.end().finally(() => end(id))
      const now = engine.clock.now()
      const fileId = store.transaction(() => {
        store.history.remember(read.shape.shape, mapping)
        store.audit.add(now, 'history-imported', id, `${format} ${read.conversations.length}`)
        return store.history.putFile({ id, name, format, importedAt: now, skipped: read.skippedCount })
      })
      for (let at = 0; at < read.conversations.length; at += SLICE) {
        store.transaction(() => store.history.put(fileId, read.conversations.slice(at, at + SLICE)))
        await turn()
      }
      return { conversations: read.conversations.length, turns: read.turns, skipped: read.skipped.slice(0, MOST_TOLD), skippedCount: read.skippedCount }
    },
    cancel: end,
    list: (): HistoryEntry[] => store.history.files(),
    forget(id: string): void {
      store.transaction(() => {
        store.history.forget(id)
        store.audit.add(engine.clock.now(), 'history-forgotten', id)
      })
    },
    turns(conversationId: string): HistoryTurn[] {
      return conversationId.startsWith(OWN) ? ownTurns(engine, conversationId.slice(OWN.length)) : (store.history.get(conversationId)?.turns ?? [])
    },
    stop: (): void => [...running.keys()].forEach(end),
  }
}
export type HistoryImports = ReturnType<typeof createHistoryImports>

/** Id of a conversation of this desk among imported ones. */
export const ownId = (conversationId: string): string => `${OWN}${conversationId}`

/** What was written in a conversation of this desk, oldest first. */
export function ownTurns({ store }: Engine, conversationId: string): HistoryTurn[] {
  return store.cases.turns(conversationId, 0, Number.MAX_SAFE_INTEGER, MOST_TURNS).flatMap(({ role, text, at }): HistoryTurn[] => {
    if (role === 'system') return []
    return [{ role: role === 'autopilot' ? 'machine' : role, at, text }]
  })
}
