import { z } from 'zod'
import { HistoryFormat, HistoryMapping, HistoryTurn, SkippedRow } from '../domain/history.ts'
import { Id } from '../domain/message.ts'
import { Millis } from '../domain/text.ts'

/** So much of a text is sent to be looked at first; workbooks, pages and JSON are sent whole. Bytes. */
export const HISTORY_PREVIEW_BYTES = 256 * 1024
/** A file goes to the engine in pieces of so many bytes. */
export const HISTORY_PIECE_BYTES = 2 * 1024 * 1024
/** The largest workbook, page or JSON file; text and CSV may be any size. Bytes. */
export const HISTORY_WHOLE_BYTES = 64 * 1024 * 1024

/** A file's columns and what they are thought to hold. */
export const HistoryShape = z.object({
  format: HistoryFormat, names: z.array(z.string()), mapping: HistoryMapping, lacks: z.array(z.enum(['text', 'who'])),
  /** First rows, as the file has them. */
  sample: z.array(z.array(z.string())),
  /** The mapping is what was said of the last file with these columns. */
  remembered: z.boolean(),
})
export type HistoryShape = z.infer<typeof HistoryShape>

export const HistoryImported = z.object({ conversations: z.number().int(), turns: z.number().int(), /** The first of them. */ skipped: z.array(SkippedRow), skippedCount: z.number().int() })
export type HistoryImported = z.infer<typeof HistoryImported>

export const HistoryEntry = z.object({
  id: z.string(), name: z.string(), format: HistoryFormat, importedAt: Millis, skipped: z.number().int(), conversations: z.number().int(), turns: z.number().int(),
  from: Millis.nullable(), until: Millis.nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

const Name = z.string().min(1).max(255)
const Nothing = z.object({})

/** What the window may do about chat exports. */
export const HISTORY_CALLS = {
  /** Reads a file's beginning; nothing is kept. */
  'history.preview': { params: z.object({ name: Name, bytes: z.instanceof(Uint8Array).refine((b) => b.length <= HISTORY_WHOLE_BYTES), format: HistoryFormat.nullable() }), result: HistoryShape },
  /** Begins an import under an id of the window's. The mapping is remembered for files with the same columns. */
  'history.begin': { params: z.object({ id: Id, name: Name, format: HistoryFormat, mapping: HistoryMapping }), result: Nothing },
  /** The next piece of the file. `turns`: so far. */
  'history.push': { params: z.object({ id: Id, bytes: z.instanceof(Uint8Array).refine((b) => b.length <= HISTORY_PIECE_BYTES) }), result: z.object({ turns: z.number().int() }) },
  /** The file is over: it is masked and kept. */
  'history.finish': { params: z.object({ id: Id }), result: HistoryImported },
  'history.cancel': { params: z.object({ id: Id }), result: Nothing },
  'history.list': { params: z.object({}), result: z.object({ files: z.array(HistoryEntry) }) },
  /** Forgets a file with all of its conversations. */
  'history.forget': { params: z.object({ id: z.string() }), result: Nothing },
  /** A conversation of an export, or of this desk; empty: it is gone. */
  'history.turns': { params: z.object({ conversationId: z.string() }), result: z.object({ turns: z.array(HistoryTurn) }) },
} as const
export type HistoryCalls = typeof HISTORY_CALLS
