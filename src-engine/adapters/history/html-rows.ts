import { Parser } from 'htmlparser2'

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object'])
const LINES = new Set(['p', 'div', 'li', 'br', 'dd', 'dt', 'section', 'article', 'header', 'footer', 'h1', 'h2', 'h3', 'h4', 'hr'])

/** What a page holds: the rows of its tables, and its text line by line. */
export interface HtmlRows { rows: string[][]; text: string }

/** Reads a page's tables and text; nothing in it runs or is fetched. */
export function readHtmlRows(html: string): HtmlRows {
  const rows: string[][] = []
  const lines: string[] = ['']
  let row: string[] | null = null
  let silent = 0
  const put = (text: string): void => {
    if (row !== null && row.length > 0) row[row.length - 1] += text
    else lines[lines.length - 1] += text
  }
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent++
      if (name === 'tr') row = []
      else if ((name === 'td' || name === 'th') && row) row.push('')
      else if (LINES.has(name)) {
        if (row !== null && row.length > 0) put('\n')
        else lines.push('')
      }
    },
    ontext(text) {
      if (silent === 0) put(text.replace(/\s+/gu, ' '))
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1)
      if (name === 'tr' && row) {
        if (row.some((cell) => cell.trim() !== '')) rows.push(row.map((cell) => cell.trim()))
        row = null
      } else if (LINES.has(name) && row === null) lines.push('')
    },
  }, { decodeEntities: true })
  parser.end(html)
  return { rows, text: lines.map((line) => line.trim()).filter((line) => line !== '').join('\n') }
}
