import { createHash } from 'node:crypto'
import { createDecoder } from './adapters/history/decoder.ts'
import { readHtmlRows } from './adapters/history/html-rows.ts'
import { historyNoMapping, historyNoTalk, historyTooLarge, historyUnreadable } from './adapters/history/problems.ts'
import { readWorkbookRows } from './adapters/history/workbook-rows.ts'
import {
  createAssembler, createCsvReader, createTextLogReader, isTextLog, JSON_COLUMNS, LOG_COLUMNS, readHeader, SAMPLE_ROWS, tableIn, talksIn, type Row, type RowReader, type Shape,
} from './domain/history/index.ts'
import type { HistoryFile, ReadHistory } from './flows/history-ports.ts'

/** So much of a text is looked at before it is known what it is. In UTF-16 units. */
const SNIFFED = 64 * 1024
/** What cannot be read piece by piece is kept whole in memory. Bytes. */
const MOST_WHOLE = 64 * 1024 * 1024

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte)
const isWorkbook = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
/** A PDF, an Excel file from before 2007, a picture: nothing that tells rows. */
const isHopeless = (bytes: Uint8Array): boolean => startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) || startsWith(bytes, 0x89, 0x50)

/** Half of a SHA-256: no two conversations share it, and nobody reads a name out of it. */
const idOf = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 32)

/** Waits for the first rows, reads the header out of them, then hands on the rest. */
function createIntake(file: HistoryFile, onShape: (shape: Shape) => (row: Row) => void) {
  let first: Row[] | null = []
  let fixed: readonly string[] | null = null
  let take: (row: Row) => void = () => undefined
  function settle(): void {
    if (first === null) return
    const rows = first
    first = null
    const { shape, above } = readHeader(rows, file, fixed)
    take = onShape(shape)
    rows.slice(above).forEach(take)
  }
  return {
    fix: (names: readonly string[]): void => { fixed = names },
    row(row: Row): void {
      if (first === null) return take(row)
      first.push(row)
      if (first.length > SAMPLE_ROWS) settle()
    },
    settle,
  }
}
type Intake = ReturnType<typeof createIntake>

/** Objects, one a line. */
function createJsonLinesReader(intake: Intake): RowReader {
  let rest = ''
  let line = 0
  let names: string[] | null = null
  const take = (text: string): void => {
    line++
    if (text.trim() === '') return
    try {
      const value: unknown = JSON.parse(text)
      const talks = talksIn(value)
      const table = talks === null ? tableIn(value) : null
      names ??= talks ? [...JSON_COLUMNS] : (table?.names ?? null)
      if (names) intake.fix(names)
      for (const cells of talks ?? (table ? [names?.map((name) => table.rows[0]?.[table.names.indexOf(name)] ?? '') ?? []] : [])) intake.row({ line, cells, broken: false })
    } catch (thrown) {
      if (!(thrown instanceof SyntaxError)) throw thrown
      intake.row({ line, cells: [], broken: true })
    }
  }
  return {
    push(text) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(take)
    },
    end: () => take(rest),
  }
}

/** What can only be read when all of it is there. */
function createWholeReader(read: (text: string) => void): RowReader {
  const pieces: string[] = []
  let length = 0
  return {
    push(text) {
      length += text.length
      if (length > MOST_WHOLE) throw historyTooLarge()
      pieces.push(text)
    },
    end: () => read(pieces.join('')),
  }
}

function readJson(text: string, intake: Intake): void {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw historyUnreadable(cause)
  }
  const talks = talksIn(value)
  const table = talks ? { names: [...JSON_COLUMNS], rows: talks } : tableIn(value)
  if (!table || table.rows.length === 0) throw historyNoTalk()
  intake.fix(table.names)
  table.rows.forEach((cells, at) => intake.row({ line: at + 1, cells, broken: false }))
}

function readHtml(text: string, intake: Intake): void {
  const page = readHtmlRows(text)
  if (page.rows.length >= 2) return page.rows.forEach((cells, at) => intake.row({ line: at + 1, cells, broken: false }))
  if (!isTextLog(page.text)) throw historyNoTalk()
  intake.fix(LOG_COLUMNS)
  const reader = createTextLogReader(intake.row)
  reader.push(page.text)
  reader.end()
}

const isJsonLine = (line: string): boolean => {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

/** Chooses by what stands there, whatever the name says. */
function readerFor(start: string, intake: Intake): RowReader {
  const text = start.trimStart()
  if (text.includes('\0')) throw historyUnreadable()
  if (text.startsWith('<')) return createWholeReader((whole) => readHtml(whole, intake))
  if (text.startsWith('{') || text.startsWith('[')) {
    const [line = '', next] = text.split('\n', 2)
    if (next !== undefined && isJsonLine(line)) return createJsonLinesReader(intake)
    if (isJsonLine(text) || !isTextLog(start)) return createWholeReader((whole) => readJson(whole, intake))
  }
  if (isTextLog(start)) {
    intake.fix(LOG_COLUMNS)
    return createTextLogReader(intake.row)
  }
  return createCsvReader(intake.row)
}

/** Text and rows out of bytes that come in pieces. */
function createPipe(intake: Intake) {
  const decoder = createDecoder()
  let start = ''
  let reader: RowReader | null = null
  let workbook: Uint8Array[] | null = null
  let size = 0
  function text(piece: string, isLast: boolean): void {
    if (reader) return reader.push(piece)
    start += piece
    if (start.length < SNIFFED && !isLast) return
    reader = readerFor(start.replace(/^\uFEFF/u, ''), intake)
    reader.push(start.replace(/^\uFEFF/u, ''))
    start = ''
  }
  return {
    push(bytes: Uint8Array): void {
      if (size === 0 && isHopeless(bytes)) throw historyUnreadable()
      if (size === 0 && isWorkbook(bytes)) workbook = []
      size += bytes.length
      if (workbook === null) return text(decoder.push(bytes), false)
      if (size > MOST_WHOLE) throw historyTooLarge()
      workbook.push(bytes)
    },
    async end(): Promise<void> {
      if (workbook) (await readWorkbookRows(Buffer.concat(workbook))).forEach((cells, at) => intake.row({ line: at + 1, cells, broken: false }))
      else {
        text(decoder.end(), true)
        reader?.end()
      }
      intake.settle()
    },
  }
}

/** Reads an export that comes in pieces. @throws AppError `history-unreadable`, `history-too-large`, `history-no-talk`, `history-no-mapping` */
export function openHistory(file: HistoryFile) {
  let assembler: ReturnType<typeof createAssembler> | null = null
  let shape: Shape | null = null
  const pipe = createPipe(createIntake(file, (found) => {
    if (found.lacks.length > 0) throw historyNoMapping()
    shape = found
    assembler = createAssembler({ names: found.names, mapping: found.mapping, format: found.format, timeZone: file.timeZone, idOf })
    return assembler.take
  }))
  return {
    push: pipe.push,
    /** Turns so far. */
    taken: (): number => assembler?.taken() ?? 0,
    async end(): Promise<ReadHistory> {
      await pipe.end()
      const read = assembler?.finish()
      if (!read || !shape) throw historyNoTalk()
      return { ...read, shape }
    },
  }
}

/** What a file's beginning tells of its columns. @param bytes its beginning; all of it for workbooks, pages and JSON */
export async function previewHistory(file: HistoryFile, bytes: Uint8Array): Promise<Shape> {
  const found: Shape[] = []
  const pipe = createPipe(createIntake(file, (shape) => {
    found.push(shape)
    return () => undefined
  }))
  pipe.push(bytes)
  await pipe.end()
  const [shape] = found
  if (!shape || shape.names.length === 0) throw historyNoTalk()
  return shape
}
