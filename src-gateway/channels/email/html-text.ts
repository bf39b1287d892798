import { Parser } from 'htmlparser2'

/** A line that a mail program's own mark-up says the older mail begins at; `cutQuoted` knows it. */
export const QUOTE_MARK = '-----Original Message-----'
/** Longest text made of one HTML part, in UTF-16 code units. */
const MAX_TEXT = 200_000
/** Elements inside one another beyond which only the tags are taken out. */
const DEEPEST = 1_000
/** UTF-16 code units read at a time. */
const PIECE = 16 * 1024

const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'object', 'svg', 'select'])
const BLOCK = new Set(['p', 'div', 'tr', 'table', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'section', 'article', 'header', 'footer', 'hr', 'dl', 'dt', 'dd'])
const VOID = new Set(['br', 'img', 'hr', 'input', 'meta', 'link', 'wbr', 'col', 'area', 'base', 'embed', 'source', 'track'])
/** Outlook, Outlook on the web, 163 and QQ: `id` or `name` of the element in which the older mail stands. */
const QUOTE_IDS = new Set(['divrplyfwdmsg', 'appendonsend', 'isreplycontent', 'origbody', 'ntes-pcmail-quote'])

/**
 * The words of an HTML mail as plain text: nothing is fetched, nothing hidden is shown. Older mail inside `blockquote`
 * gets `> ` before its lines as in a plain mail; a link keeps its address behind its words.
 */
export function htmlToText(html: string): string {
  const writer = new Writer()
  /** Open elements, and what each of them changed. */
  const open: { name: string; silent: boolean; quote: boolean; href: string | null; from: number }[] = []
  let silent = 0
  const close = () => {
    const element = open.pop()
    if (element === undefined) return
    if (element.silent) silent--
    if (element.href !== null && silent === 0) writer.address(element.href, element.from)
    if (BLOCK.has(element.name)) writer.line()
    if (element.quote) writer.depth--
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      const hides = SILENT.has(name) || isHidden(attributes)
      if (silent === 0 && !hides) {
        if (name === 'br') writer.break()
        if (BLOCK.has(name)) writer.line()
        if (name === 'td' || name === 'th') writer.write(' ')
        if (name === 'li') writer.write('- ')
        if (QUOTE_IDS.has((attributes.id ?? attributes.name ?? '').toLowerCase())) writer.whole(QUOTE_MARK)
      }
      if (VOID.has(name)) return
      const quote = name === 'blockquote'
      if (quote) writer.depth++
      if (hides) silent++
      open.push({ name, silent: hides, quote, href: name === 'a' ? webAddress(attributes.href) : null, from: writer.length })
    },
    ontext(text) {
      if (silent === 0) writer.write(open.at(-1)?.name === 'pre' ? text : text.replace(/[ \t\r\n\f]+/g, ' '))
    },
    onclosetag(name) {
      if (VOID.has(name)) return
      close()
    },
  }, { decodeEntities: true, lowerCaseTags: true })
  // In pieces: its stack grows slow with its depth, and nobody's mail is that deep.
  let read = 0
  for (; read < html.length && open.length < DEEPEST; read += PIECE) parser.write(html.slice(read, read + PIECE))
  if (read < html.length) writer.write(html.slice(read).replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' '))
  else parser.end()
  while (open.length > 0) close()
  return writer.text()
}

function isHidden(attributes: Record<string, string>): boolean {
  if ('hidden' in attributes) return true
  const style = (attributes.style ?? '').slice(0, 2000).toLowerCase().replace(/\s/g, '')
  return style.includes('display:none') || style.includes('visibility:hidden') || style.includes('mso-hide:all')
}

function webAddress(href: string | undefined): string | null {
  return href !== undefined && /^https?:\/\//i.test(href) && href.length <= 500 ? href : null
}

/** Lines with their depth of quotation. */
class Writer {
  depth = 0
  length = 0
  private lines: string[] = []
  private current = ''

  write(text: string): void {
    if (this.length > MAX_TEXT) return
    const added = this.current === '' ? text.replace(/^ +/, '') : text
    this.current += added
    this.length += added.length
  }

  /** Ends the line where there is one. */
  line(): void {
    if (this.current.trim() !== '') this.break()
    else this.current = ''
  }

  break(): void {
    if (this.length > MAX_TEXT) return
    for (const line of this.current.split('\n')) this.lines.push('> '.repeat(Math.min(this.depth, 10)) + line.trimEnd())
    this.current = ''
    this.length += 1
  }

  whole(line: string): void {
    this.line()
    this.write(line)
    this.break()
  }

  /** The address of a link, unless its own words say it; `from`: how long all was before them. */
  address(href: string, from: number): void {
    const words = this.current.slice(-Math.max(0, this.length - from)).trim()
    if (words !== '' && !words.includes(href) && !href.includes(words)) this.write(` (${href})`)
  }

  text(): string {
    this.line()
    return this.lines.join('\n').replace(/\u00a0/g, ' ').replace(/\n{3,}/g, '\n\n').trim()
  }
}
