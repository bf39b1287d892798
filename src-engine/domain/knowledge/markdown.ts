import { passagesOf, type Passage } from './passages.ts'

/** A Markdown file as it is searched. Offsets of the passages: code points into the raw text of the file. */
export interface MarkdownText { title: string; passages: Passage[] }

/** `# Title`, also behind a byte order mark; closing signs are no part of it. */
const HEADING = /^\uFEFF? {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/mu
/** A line of text that is underlined with = or -. */
const UNDERLINED = /^\uFEFF?(?! {0,3}(?:#|[-*+>]|\d+[.)]))([^\s].*)\r?\n {0,3}(?:=+|-{2,})[ \t]*$/mu
const FENCED = /^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1/gmu
const FRONT_MATTER = /^\uFEFF?---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/u

/** Blanks that keep every offset: what stands there is no text to be found. */
const blanked = (text: string): string => text.replace(/[^\n\r]/gu, ' ')

/**
 * Cuts a Markdown file into passages. Its first heading is the title; a file without one is called as its caller says. Every
 * passage knows the heading that it stands under. Headings are no passages, except in a file that has nothing else.
 * @returns no passages for a file without text
 */
export function readMarkdown(raw: string, nameless: string): MarkdownText {
  const text = raw.replace(FRONT_MATTER, blanked)
  const outside = text.replace(FENCED, blanked)
  const first = [HEADING.exec(outside), UNDERLINED.exec(outside)].filter((match) => match !== null).sort((a, b) => a.index - b.index)[0]
  const heading = plain(first ? (first[2] ?? first[1] ?? '') : '')
  const all = passagesOf(text.replace(/^\uFEFF/u, ' ')).filter(({ text: passage }) => passage !== '')
  const told = underHeadings(all)
  return { title: heading === '' ? nameless : heading, passages: told.length > 0 ? told : all }
}

const HEADING_ABOVE = /^(?: {0,3}#{1,6}[ \t]+([^\n]*)(?:\n\s*|$)|([^\n]+)\n {0,3}(?:=+|-{2,})[ \t]*(?:\n\s*|$))/u
const RULE = /^[ \t]*(?:[-*_][ \t]*){3,}$/u

function underHeadings(passages: readonly Passage[]): Passage[] {
  let heading = ''
  return passages.flatMap((passage) => {
    let rest = passage
    for (let above = HEADING_ABOVE.exec(rest.text); above; above = HEADING_ABOVE.exec(rest.text)) {
      heading = plain((above[1] ?? above[2] ?? '').replace(/[ \t]#+\s*$/u, ''))
      rest = { ...rest, text: rest.text.slice(above[0].length), start: rest.start + [...above[0]].length }
    }
    return rest.text === '' || RULE.test(rest.text) ? [] : [{ ...rest, heading }]
  })
}

/** The words of a heading without its signs: links, emphasis, code. */
const plain = (heading: string): string => heading.replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/[*_`]{1,3}(?=\S)([^*_`]+)[*_`]{1,3}/gu, '$1').trim()
