/** Stands between a section's own heading and its document's title. */
export const HEADING_END = ' — '

/** A part of a Markdown document under one heading, as plain text that may be quoted. */
export interface Section { /** Headings above it, outermost first; without the document's title. */ heading: string; text: string; audience: 'customer' | 'internal'; /** What it points to, as written there: `faq.md#how-long`. */ links: string[] }
export interface MarkdownDocument { title: string; sections: Section[] }

const INSIDE = /^(?:internal|staff|agents?|private|内部|客服)/i
const QUESTION = /^(?:\*\*|[-*]\s+)?(?:Q\d*|问题?|Question)\s*[:：.]\s*(?:\*\*)?\s*/i
const ANSWER = /^(?:\*\*|[-*]\s+)?(?:A\d*|答|回答|Answer)\s*[:：.]\s*(?:\*\*)?\s*/i

/**
 * Cuts Markdown at its headings (a question of a Q/A list counts as one) and takes the marks out of the text.
 * @param name the file's name: the title of a document without a heading
 */
export function sectionsOf(markdown: string, name: string): MarkdownDocument {
  const { front, body } = frontMatter(markdown.replace(/\r\n?/g, '\n').replace(/<!--[\s\S]*?-->/g, ''))
  const audience = INSIDE.test(front['audience'] ?? front['受众'] ?? '') ? 'internal' as const : 'customer' as const
  const path: string[] = []
  const sections: Section[] = []
  let title: string | null = null
  let lines: string[] = []
  /** The line of the heading: it may be a link itself. */
  let above: string[] = []
  const close = (): void => {
    const text = plainText(lines)
    const heading = path.filter(Boolean).join(' ')
    if (text !== '') sections.push({ heading, text, audience: /内部|internal|staff only/i.test(heading) ? 'internal' : audience, links: linksOf([...above, ...lines]) })
    lines = []
  }
  for (const line of body.split('\n')) {
    const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line)
    if (!heading && !QUESTION.test(line)) {
      lines.push(line.replace(ANSWER, ''))
      continue
    }
    close()
    above = [line]
    const [level, words] = heading ? [heading[1]?.length ?? 1, inline(heading[2] ?? '')] : [6, inline(line.replace(QUESTION, ''))]
    if (title === null && heading) title = words
    else path.splice(level - 1, path.length, ...Array.from({ length: Math.max(0, level - 1 - path.length) }, () => ''), words)
  }
  close()
  return { title: title ?? front['title'] ?? name, sections }
}

function frontMatter(text: string): { front: Record<string, string>; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n?/.exec(text)
  if (!match) return { front: {}, body: text }
  const pairs = [...(match[1] ?? '').matchAll(/^([^:\n]+):\s*(.*)$/gm)].map(([, key = '', value = '']) => [key.trim().toLowerCase(), value.trim().replace(/^["']|["']$/g, '')])
  return { front: Object.fromEntries(pairs) as Record<string, string>, body: text.slice(match[0].length) }
}

const LINK = /(?<!!)\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)/g
/** A page of a wiki: `[[page#heading|words]]`. */
const PAGE = /\[\[([^\]|\n]+)(?:\|([^\]\n]*))?\]\]/g

const linksOf = (lines: readonly string[]): string[] =>
  [...new Set(lines.flatMap((line) => [...line.matchAll(LINK), ...line.matchAll(PAGE)].map((match) => (match[1] ?? '').trim())))].filter((target) => target !== '')

/** Emphasis, links and code as the words they show. */
const inline = (text: string): string =>
  text.replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1').replace(PAGE, (_, page: string, words?: string) => words ?? page).replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/(\*\*|__)(.+?)\1/g, '$2').replace(/(?<![\w*])[*_]([^*_\n]+)[*_](?!\w)/g, '$1').replace(/`([^`]+)`/g, '$1').trim()

/** The line under the head of a table. */
const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/

/** Paragraphs with an empty line between; a list's lines stand alone, a table's row reads `first：second，third`. */
function plainText(lines: readonly string[]): string {
  const paragraphs: string[] = []
  let open = false
  for (const [index, line] of lines.entries()) {
    // The head of a table says what its columns are, and nothing of the shop.
    if (RULE.test(lines[index + 1] ?? '')) continue
    if (/^\s*(?:$|[-*_]{3,}\s*$|\|?[\s:|-]+\|[\s:|-]*$)/.test(line)) {
      open = false
      continue
    }
    const isItem = /^\s*(?:[-*+]|\d+[.)])\s+/.test(line)
    const cells = /^\s*\|.*\|\s*$/.test(line) ? line.trim().slice(1, -1).split('|').map((cell) => inline(cell)).filter(Boolean) : null
    const text = cells ? row(cells) : inline(line.replace(/^\s*(?:>\s*)*(?:[-*+]|\d+[.)])?\s+/, '').replace(/^>\s*/, ''))
    const last = paragraphs.length - 1
    if (open && !isItem && !cells) paragraphs[last] = joined(paragraphs[last] ?? '', text)
    else paragraphs.push(text)
    open = !cells
  }
  return paragraphs.filter(Boolean).join('\n\n')
}

const HAN = /\p{Script=Han}/u
const row = ([first = '', ...rest]: readonly string[]): string => (HAN.test([first, ...rest].join('')) ? `${first}：${rest.join('，')}` : `${first}: ${rest.join(', ')}`)
/** Lines of one paragraph: Chinese goes on without a space. */
const joined = (before: string, next: string): string => (/[\p{Script=Han}，。；：、！？]$/u.test(before) ? before + next : `${before} ${next}`)
