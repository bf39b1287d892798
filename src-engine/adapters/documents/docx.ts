import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { MarkdownWriter } from './markdown-writer.ts'
import { documentTooLarge, documentUnreadable } from './problems.ts'

/** Most bytes of XML that are unpacked: a small zip can hold a thousand times its size. */
const MOST_XML = 64 * 1024 * 1024
const TEXT = 'word/document.xml'
const STYLES = 'word/styles.xml'
const TARGETS = 'word/_rels/document.xml.rels'
/** All that is unpacked. */
const READ = new Set([TEXT, STYLES, TARGETS])

/** The text of a Word file as Markdown; null: a zip, but none of Word. @throws AppError `document-unreadable`, `import-too-large` */
export function docxToMarkdown(bytes: Uint8Array): string | null {
  let tooLarge = false
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!READ.has(name)) return false
        tooLarge ||= originalSize > MOST_XML
        return !tooLarge
      },
    })
  } catch (cause) {
    throw documentUnreadable(cause)
  }
  if (tooLarge) throw documentTooLarge()
  const text = files[TEXT]
  if (!text) return null
  return write(strFromU8(text), files[STYLES] ? headingStyles(strFromU8(files[STYLES])) : new Map(), files[TARGETS] ? linkTargets(strFromU8(files[TARGETS])) : new Map())
}

/** Where links point to, by the id that the text knows them by. */
function linkTargets(xml: string): Map<string, string> {
  const found = new Map<string, string>()
  new Parser({
    onopentag(name, attributes) {
      if (name === 'Relationship' && attributes['TargetMode'] === 'External') found.set(attributes['Id'] ?? '', attributes['Target'] ?? '')
    },
  }, { xmlMode: true, decodeEntities: true }).end(xml)
  return found
}

/** Marks of headings by the id of their style: a translated Word calls heading 1 `1` or `berschrift1`, and its name stays `heading 1`. */
function headingStyles(xml: string): Map<string, string> {
  const found = new Map<string, string>()
  let style = ''
  new Parser({
    onopentag(name, attributes) {
      if (name === 'w:style') style = attributes['w:styleId'] ?? ''
      if (name !== 'w:name') return
      const mark = markOf(attributes['w:val'] ?? '')
      if (mark !== null) found.set(style, mark)
    },
  }, { xmlMode: true }).end(xml)
  return found
}

/** Heading 1 stands below the document's own title. */
function markOf(styleName: string): string | null {
  if (/^title$/i.test(styleName)) return '# '
  const level = /^heading\s*([1-9])$/i.exec(styleName)?.[1]
  return level === undefined ? null : `${'#'.repeat(Math.min(6, Number(level) + 1))} `
}

function write(xml: string, styles: ReadonlyMap<string, string>, targets: ReadonlyMap<string, string>): string {
  const out = new MarkdownWriter()
  let inText = false
  let target = ''
  new Parser({
    onopentag(name, attributes) {
      switch (name) {
        case 'w:p': return out.block()
        case 'w:hyperlink': target = targets.get(attributes['r:id'] ?? '') ?? ''; return
        case 'w:pStyle': {
          const style = attributes['w:val'] ?? ''
          const mark = styles.get(style) ?? markOf(style)
          return mark === null ? undefined : out.block(mark)
        }
        case 'w:numPr': return out.list()
        case 'w:t': inText = true; return
        case 'w:tab': return out.text(' ')
        case 'w:br': case 'w:cr': return out.text('\n')
        case 'w:tr': return out.beginRow()
      }
    },
    ontext(text) {
      if (inText) out.text(text)
    },
    onclosetag(name) {
      switch (name) {
        case 'w:t': inText = false; return
        case 'w:hyperlink': return out.link(target)
        case 'w:p': return out.block()
        case 'w:tc': return out.endCell()
        case 'w:tr': return out.endRow()
      }
    },
  }, { xmlMode: true, decodeEntities: true }).end(xml)
  return out.toString()
}
