import { Parser } from 'htmlparser2'
import { MarkdownWriter } from './markdown-writer.ts'

/** Nothing in these is a text to be read. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'nav', 'iframe', 'object', 'select', 'button'])
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'blockquote', 'pre', 'ul', 'ol', 'dl', 'dd', 'table', 'tbody', 'thead', 'figure', 'figcaption', 'details', 'hr', 'body', 'address', 'form'])
/** A question of a list of questions, too. */
const QUESTIONS = new Set(['dt', 'summary'])

const headingOf = (name: string): string | null => (/^h[1-6]$/.test(name) ? `${'#'.repeat(Number(name[1]))} ` : QUESTIONS.has(name) ? '###### ' : null)

/** The text of a page as Markdown: headings, paragraphs, lists and tables, with what links point to; no scripts or navigation. */
export function htmlToMarkdown(html: string): string {
  const out = new MarkdownWriter()
  let silent = 0
  let title: string | null = null
  let inTitle = false
  let titled = false
  /** Where the link that is open points to. */
  let target = ''
  const parser = new Parser({
    onopentag(name, attributes) {
      if (SILENT.has(name)) silent += 1
      if (name === 'title') inTitle = true
      if (silent > 0) return
      const heading = headingOf(name)
      if (name === 'h1') titled = true
      if (heading !== null) out.block(heading)
      else if (name === 'a') target = attributes['href'] ?? ''
      else if (name === 'li') out.block('- ')
      else if (name === 'br') out.text('\n')
      else if (name === 'img') out.text(attributes['alt'] ?? '')
      else if (name === 'tr') out.beginRow()
      else if (BLOCKS.has(name)) out.block()
    },
    ontext(text) {
      if (inTitle) title = (title ?? '') + text
      else if (silent === 0) out.text(text.replace(/\s+/g, ' '))
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1)
      if (name === 'title') inTitle = false
      if (silent > 0) return
      if (name === 'a') {
        out.link(target)
        target = ''
      } else if (name === 'td' || name === 'th') out.endCell()
      else if (name === 'tr') out.endRow()
      else if (headingOf(name) !== null || name === 'li' || BLOCKS.has(name)) out.block()
    },
  }, { decodeEntities: true })
  parser.end(html)
  const text = out.toString()
  const named = (title ?? '').replace(/\s+/g, ' ').trim()
  return !titled && named !== '' ? `# ${named}\n\n${text}` : text
}
