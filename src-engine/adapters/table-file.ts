import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import { AppError } from '../../src-shared/errors.ts'
import { MOST_XML, workbookSize } from './workbook-size.ts'

/** A row of a file, `line` from 1. `broken`: its quotes do not close, the cells are a guess. */
export interface FileRow {
  line: number
  cells: string[]
  broken: boolean
}

export interface TableFile {
  /** Label of the WHATWG encoding standard, or `xlsx`. */
  encoding: string
  rows: FileRow[]
}

/** Most rows and columns, and longest line in UTF-16 code units: more than anybody's phrases, little enough for the engine to go on answering. */
export const MOST_ROWS = 10_000
export const MOST_COLUMNS = 200
const MOST_LINES = 200_000
const LONGEST_LINE = 50_000
/** A file with more rows whose quotes do not close is not a table; each costs another look at the rest. */
const MOST_BROKEN = 50

function unreadable(cause?: unknown): AppError {
  return new AppError({ code: 'import-unreadable', retryable: false, say: { zh: '这个文件读不出来，什么都没有改动。请用 CSV 或 XLSX 格式重新导出。', en: 'That file cannot be read; nothing was changed. Please export it again as CSV or XLSX.' } }, { cause })
}

function tooLarge(): AppError {
  return new AppError({
    code: 'import-too-large', retryable: false,
    say: { zh: `这个文件太大，什么都没有改动。一次最多导入 ${MOST_ROWS} 行，请分成几个文件。`, en: `That file is too large; nothing was changed. At most ${MOST_ROWS} rows can be imported at once; please split it.` },
  })
}

/** @throws AppError `import-too-large` */
function withinLimits(file: TableFile): TableFile {
  if (file.rows.length > MOST_ROWS || file.rows.some(({ cells }) => cells.length > MOST_COLUMNS)) throw tooLarge()
  return file
}

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte)

/** Reads a table out of a file's bytes; these decide what it is, not its name. @throws AppError `import-unreadable`, `import-too-large` */
export async function readTableFile(bytes: Uint8Array): Promise<TableFile> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return withinLimits(await readWorkbook(bytes))
  // An Excel file from before 2007.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw unreadable()
  const { text, encoding } = decode(bytes)
  if (text.includes('\0')) throw unreadable()
  return withinLimits({ encoding, rows: rowsOf(text.replace(/\r\n?/g, '\n')) })
}

async function readWorkbook(bytes: Uint8Array): Promise<TableFile> {
  const size = workbookSize(bytes)
  if (size === 'unreadable') throw unreadable()
  if (size.bytes > MOST_XML || size.rows > MOST_ROWS || size.columns > MOST_COLUMNS) throw tooLarge()
  try {
    const sheet = await readSheet(Buffer.from(bytes))
    return { encoding: 'xlsx', rows: sheet.map((cells, at) => ({ line: at + 1, cells: cells.map(cellText), broken: false })) }
  } catch (cause) {
    throw unreadable(cause)
  }
}

const cellText = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell).replace(/\r\n?/g, '\n'))

/** A byte order mark tells the encoding; else what is no valid UTF-8 is taken for GBK (as its superset GB 18030), which 千牛 writes. */
export function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const as = (encoding: string, fatal: boolean) => ({ text: new TextDecoder(encoding, { fatal }).decode(bytes), encoding })
  if (startsWith(bytes, 0xff, 0xfe)) return as('utf-16le', false)
  if (startsWith(bytes, 0xfe, 0xff)) return as('utf-16be', false)
  try {
    return as('utf-8', true)
  } catch {
    return as('gb18030', false)
  }
}

/** Rows with the lines they begin on. One whose quotes do not close would swallow the rest: the next line begins anew after it. */
function rowsOf(text: string): FileRow[] {
  const lines = text.split('\n')
  if (lines.length > MOST_LINES || lines.some((line) => line.length > LONGEST_LINE)) throw tooLarge()
  const delimiter = Papa.parse<string[]>(text, { preview: 20, skipEmptyLines: true }).meta.delimiter
  const rows: FileRow[] = []
  let from = 0
  for (let restarts = 0; from < lines.length && rows.length <= MOST_ROWS; restarts++) {
    const parsed = Papa.parse<string[]>(lines.slice(from).join('\n'), { delimiter, preview: MOST_ROWS + 1 })
    const bad = restarts < MOST_BROKEN ? parsed.errors.find((error) => error.type === 'Quotes')?.row : undefined
    for (const cells of bad === undefined ? parsed.data : parsed.data.slice(0, bad)) {
      rows.push({ line: from + 1, cells, broken: false })
      from += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    }
    if (bad === undefined) break
    rows.push({ line: from + 1, cells: (lines[from] ?? '').split(delimiter), broken: true })
    from += 1
  }
  return rows
}
