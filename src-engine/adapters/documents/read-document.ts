import { decode, readTableFile } from '../table-file.ts'
import { docxToMarkdown } from './docx.ts'
import { htmlToMarkdown } from './html.ts'
import { pdfToMarkdown } from './pdf.ts'
import { documentKind, documentUnreadable } from './problems.ts'

/** What a file says: a text with headings, or the rows of its first table. */
export type ReadDocument = { kind: 'markdown'; text: string } | { kind: 'table'; rows: readonly { cells: string[] }[] }

const MARKDOWN = /\.(?:md|markdown|txt|text)$/i
const HTML = /\.(?:html?|xhtml)$/i
const TABLE = /\.(?:csv|tsv|xlsx)$/i
const CHARSET = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i

const startsWith = (bytes: Uint8Array, magic: string): boolean => [...magic].every((sign, at) => bytes[at] === sign.charCodeAt(0))

/** Reads a file by what it is, whatever its name says of a PDF, Word or Excel file. @throws AppError `document-unreadable`, `document-scanned`, `document-kind`, `import-too-large`, `import-unreadable` */
export async function readDocument(path: string, bytes: Uint8Array): Promise<ReadDocument> {
  if (startsWith(bytes, 'PK\x03\x04')) {
    const text = docxToMarkdown(bytes)
    return text === null ? { kind: 'table', rows: (await readTableFile(bytes)).rows } : { kind: 'markdown', text }
  }
  if (startsWith(bytes, '%PDF')) return { kind: 'markdown', text: await pdfToMarkdown(bytes) }
  if (/\.(?:docx|pdf)$/i.test(path)) throw documentUnreadable()
  if (TABLE.test(path)) return { kind: 'table', rows: (await readTableFile(bytes)).rows }
  if (HTML.test(path)) return { kind: 'markdown', text: htmlToMarkdown(decodeHtml(bytes)) }
  if (!MARKDOWN.test(path)) throw documentKind()
  return { kind: 'markdown', text: plainText(bytes) }
}

/** Words that were pasted: copied from a page, they may be HTML. */
export const readPasted = (text: string): ReadDocument => ({ kind: 'markdown', text: /^\s*<(?:!doctype html|html|body|div|p|h[1-6]|ul|ol|table)\b/i.test(text) ? htmlToMarkdown(text) : text })

function plainText(bytes: Uint8Array): string {
  const { text } = decode(bytes)
  if (text.includes('\0')) throw documentUnreadable()
  return text.replace(/^\uFEFF/, '')
}

/** A page names its encoding in itself. */
function decodeHtml(bytes: Uint8Array): string {
  const named = CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))?.[1]
  if (named === undefined || /^utf-?8$/i.test(named)) return plainText(bytes)
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return plainText(bytes)
  }
}
