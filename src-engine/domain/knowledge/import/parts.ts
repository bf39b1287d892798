import { HEADING_END, sectionsOf, type Section } from '../sections.ts'

/** A part of a file that becomes one article. `place`: its heading there, numbered where it comes again; `links`: what it points to, as written. */
export interface Part { place: string; title: string; text: string; audience: Section['audience']; links: readonly string[] }

const QUESTION = /^(?:q|question|questions|faq|title|subject|topic|问题?|提问|标题|常见问题|客户问题?|买家问题?|标准问题?|主题)$/
const ANSWER = /^(?:a|answer|answers|reply|content|text|body|答案?|回答|回复|答复|内容|正文|标准答案|回复内容|解答)$/
const AUDIENCE = /^(?:audience|visibility|受众|可见范围|对象|谁能看)$/
const INSIDE = /^(?:internal|staff|agents?|内部|客服|仅内部)$/

const plainName = (cell: string): string => cell.normalize('NFKC').toLowerCase().replace(/\([^)]*\)/g, '').replace(/[\s_*:'"\ufeff-]/g, '')

/** Questions with their answers from the rows of a table; null: no row names both columns. Rows without an answer are left out. */
export function partsOfTable(rows: readonly { cells: readonly string[] }[]): Part[] | null {
  for (const [at, { cells }] of rows.slice(0, 20).entries()) {
    const names = cells.map(plainName)
    const [question, answer, audience] = [QUESTION, ANSWER, AUDIENCE].map((wanted) => names.findIndex((name) => wanted.test(name)))
    if (question === undefined || answer === undefined || question < 0 || answer < 0) continue
    return numbered(rows.slice(at + 1).flatMap((row) => {
      const [title, text] = [(row.cells[question] ?? '').trim(), (row.cells[answer] ?? '').trim()]
      const isInside = audience !== undefined && audience >= 0 && INSIDE.test(plainName(row.cells[audience] ?? ''))
      return title === '' || text === '' ? [] : [{ place: title, title, text, audience: isInside ? 'internal' as const : 'customer' as const, links: [] }]
    }))
  }
  return null
}

/** The sections of a Markdown file. @param path its name is the title of a file that has none; a folder called internal holds what is internal */
export function partsOfMarkdown(markdown: string, path: string): Part[] {
  const name = (path.split('/').at(-1) ?? path).replace(/\.\w{1,8}$/, '')
  const isInside = /(?:^|\/)(?:internal|内部)[^/]*(?:\/|$)/i.test(path)
  const { title, sections } = sectionsOf(withOneTitle(markdown.replace(/\r\n?/g, '\n'), name), name)
  return numbered(sections.map(({ heading, text, audience, links }) => ({
    place: heading, title: heading === '' ? title : `${heading}${HEADING_END}${title}`, text, audience: isInside ? 'internal' as const : audience, links,
  })))
}

const FRONT = /^---\n[\s\S]*?\n---\n?/

/** A file of equal headings has no title of its own: its first heading is none of the others'. */
function withOneTitle(markdown: string, name: string): string {
  const front = FRONT.exec(markdown)?.[0] ?? ''
  const body = markdown.slice(front.length)
  const levels = [...body.matchAll(/^(#{1,6})\s/gm)].map((match) => match[1]?.length ?? 1)
  const top = levels.reduce((least, level) => Math.min(least, level), 6)
  if (levels.length === 0 || (levels[0] === top && levels.filter((level) => level === top).length === 1)) return markdown
  return `${front}# ${name}\n\n${top === 1 ? body.replace(/^(#{1,5})(?=\s)/gm, '#$1') : body}`
}

function numbered(parts: readonly Part[]): Part[] {
  const seen = new Map<string, number>()
  return parts.map((part) => {
    const times = (seen.get(part.place) ?? 0) + 1
    seen.set(part.place, times)
    return times === 1 ? part : { ...part, place: `${part.place} (${times})` }
  })
}
