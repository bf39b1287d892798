import { readSheet } from 'read-excel-file/node'
import { MOST_XML, workbookSize } from '../workbook-size.ts'
import { historyTooLarge, historyUnreadable } from './problems.ts'

const MOST_ROWS = 300_000
const MOST_COLUMNS = 200

/** Times as the sheet shows them: its reader gives them as if they were UTC. */
const cellText = (cell: unknown): string => (cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 19).replace('T', ' ') : String(cell).replace(/\r\n?/gu, '\n'))

/** The rows of a workbook's first sheet. What would unpack to too much is refused before it is. @throws AppError `history-too-large`, `history-unreadable` */
export async function readWorkbookRows(bytes: Uint8Array): Promise<string[][]> {
  const size = workbookSize(bytes)
  if (size === 'unreadable') throw historyUnreadable()
  if (size.bytes > MOST_XML || size.rows > MOST_ROWS || size.columns > MOST_COLUMNS) throw historyTooLarge()
  try {
    return (await readSheet(Buffer.from(bytes))).map((cells) => cells.map(cellText))
  } catch (cause) {
    throw historyUnreadable(cause)
  }
}
