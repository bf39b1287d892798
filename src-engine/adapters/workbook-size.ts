import { strFromU8, Unzip, UnzipInflate } from 'fflate'

/** Most bytes of XML that are unpacked: a zip of 8 MiB can hold a thousand times that. */
export const MOST_XML = 32 * 1024 * 1024
/** So much of the file is unpacked at once, in bytes: where it ends is looked at in between. */
const STEP = 4096

export interface WorkbookSize {
  /** Of all XML, unpacked; what is beyond MOST_XML was not looked at. */
  bytes: number
  /** The furthest row and column that a sheet names. Readers make all the empty ones before it. */
  rows: number
  columns: number
}

/** The place of a row or a cell, wherever an attribute `r` stands: too many are found rather than too few. */
const PLACE = /(?<![\w:.-])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * How large a workbook is once it is unpacked, without unpacking more than a bounded part of it.
 * Reads the file as the reader of the sheets does, from its beginning, so that both see the same.
 * @returns `unreadable`: no zip, or places that are none
 */
export function workbookSize(file: Uint8Array): WorkbookSize | 'unreadable' {
  const size: WorkbookSize = { bytes: 0, rows: 0, columns: 0 }
  const sheets: Uint8Array[][] = []
  try {
    unpackXml(file, size, sheets)
  } catch {
    return 'unreadable'
  }
  if (size.bytes > MOST_XML) return size
  return sheets.every((chunks) => measure(Buffer.concat(chunks), size)) ? size : 'unreadable'
}

function unpackXml(file: Uint8Array, size: WorkbookSize, sheets: Uint8Array[][]): void {
  const unzip = new Unzip((entry) => {
    if (!/\.xml(?:\.rels)?$/.test(entry.name)) return
    const chunks: Uint8Array[] = []
    sheets.push(chunks)
    entry.ondata = (error, chunk) => {
      if (error) throw error
      size.bytes += chunk.length
      if (size.bytes <= MOST_XML) chunks.push(chunk)
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  for (let from = 0; from < file.length && size.bytes <= MOST_XML; from += STEP) unzip.push(file.subarray(from, from + STEP), from + STEP >= file.length)
}

/** @returns false when a place is none */
function measure(bytes: Uint8Array, size: WorkbookSize): boolean {
  const xml = strFromU8(bytes)
  if (!xml.includes('sheetData')) return true
  for (const [, double, single] of xml.matchAll(PLACE)) {
    const place = /^([A-Z]{0,3})(\d{1,7})$/.exec(double ?? single ?? '')
    if (!place) return false
    size.rows = Math.max(size.rows, Number(place[2]))
    size.columns = Math.max(size.columns, [...(place[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0))
  }
  return true
}
