import { documentScanned, documentUnreadable } from './problems.ts'

/** A line of a page: its words, and how large they are. */
interface Line { text: string; size: number }

/** Lines so much larger than most of the text are headings. */
const HEADING = 1.2
/** Nobody writes a longer heading, in UTF-16 code units. */
const HEADING_MAX = 80

/** The text of a PDF as Markdown; headings are told by their size, and where there are none every page stands for itself. @throws AppError `document-unreadable`, `document-scanned` */
export async function pdfToMarkdown(bytes: Uint8Array): Promise<string> {
  const pages = await readPages(bytes)
  const body = usualSize(pages.flat())
  if (body === 0) throw documentScanned()
  const isHeading = ({ text, size }: Line): boolean => size >= body * HEADING && text.length <= HEADING_MAX && /\p{L}/u.test(text)
  const hasHeadings = pages.some((lines) => lines.some(isHeading))
  return pages.map((lines, at) => [...(hasHeadings ? [] : [`## ${at + 1}`]), ...lines.map((line) => (isHeading(line) ? `\n## ${line.text}\n` : line.text))].join('\n')).join('\n\n')
}

async function readPages(bytes: Uint8Array): Promise<Line[][]> {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // The reader takes the bytes for itself.
    const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 })
    const pages: Line[][] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(linesOf(items.flatMap((item) => ('str' in item ? [{ text: item.str, size: item.height, ends: item.hasEOL, y: Number(item.transform[5]) }] : []))))
      page.cleanup()
    }
    await pdf.loadingTask.destroy()
    return pages
  } catch (cause) {
    throw documentUnreadable(cause)
  }
}

/** Pieces of one line stand together; a gap larger than a line and a half begins a paragraph. */
function linesOf(pieces: readonly { text: string; size: number; ends: boolean; y: number }[]): Line[] {
  const lines: Line[] = []
  let open: Line = { text: '', size: 0 }
  let above: number | null = null
  for (const { text, size, ends, y } of pieces) {
    if (open.text === '' && above !== null && size > 0 && above - y > size * 2) lines.push({ text: '', size: 0 })
    open = { text: open.text + text, size: Math.max(open.size, size) }
    if (size > 0) above = y
    if (!ends) continue
    lines.push({ ...open, text: open.text.trim() })
    open = { text: '', size: 0 }
  }
  return open.text.trim() === '' ? lines : [...lines, { ...open, text: open.text.trim() }]
}

/** The size that most letters have; 0 where there are none. */
function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const { text, size } of lines) if (text !== '') letters.set(Math.round(size * 2) / 2, (letters.get(Math.round(size * 2) / 2) ?? 0) + text.length)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
