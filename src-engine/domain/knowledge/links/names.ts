import type { Article } from '../../../../src-shared/domain/article.ts'
import { HEADING_END } from '../sections.ts'

/** Names shorter than this, in characters, are found everywhere. */
const LEAST = 4
/** A heading in letters is a turn of speech unless it has so many words. */
const LEAST_WORDS = 3

const HAN = /\p{Script=Han}/u

/** By what a text may name an article: its id in brackets, its whole title, and of a part of a document the heading alone. */
export interface Names { ids: string[]; zh: string[]; en: string[] }

/**
 * The names of each article, in small letters. A heading that several have names none of them, and neither does a short one:
 * "Notes" stands under everything.
 */
export function namesOf(articles: readonly Article[]): Map<string, Names> {
  const times = new Map<string, number>()
  for (const article of articles) for (const heading of new Set(headingsOf(article))) times.set(heading, (times.get(heading) ?? 0) + 1)
  return new Map(articles.map((article) => {
    const own = (language: 'zh' | 'en'): string[] => {
      const title = article.title[language].toLowerCase().trim()
      const heading = headingOf(title)
      return [...([...title].length >= LEAST ? [title] : []), ...(heading !== null && tells(heading) && times.get(heading) === 1 ? [heading] : [])]
    }
    return [article.id, { ids: [`[${article.id.toLowerCase()}]`, `(${article.id.toLowerCase()})`], zh: own('zh'), en: own('en') }]
  }))
}

/** Does the text, in small letters, say one of the names? */
export const nameIn = (text: { zh: string; en: string }, names: Names | undefined): boolean =>
  names !== undefined && (['zh', 'en'] as const).some((language) => names.ids.some((id) => text[language].includes(id)) || names[language].some((name) => says(text[language], name)))

const LETTER = /[\p{Script=Latin}\p{N}]/u

/** As words of their own: "return" is none in "returned". */
function says(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + name.length] ?? ' ']
    if (!(LETTER.test(before) && LETTER.test(name[0] ?? '')) && !(LETTER.test(after) && LETTER.test(name.at(-1) ?? ''))) return true
  }
  return false
}

/** "heading — document" without the document; null: the title is no part's. */
export function headingOf(title: string): string | null {
  const end = title.lastIndexOf(HEADING_END)
  return end <= 0 ? null : title.slice(0, end).trim()
}

const headingsOf = ({ title }: Article): string[] => [title.zh, title.en].flatMap((one) => headingOf(one.toLowerCase().trim()) ?? one.toLowerCase().trim())

const tells = (heading: string): boolean => (HAN.test(heading) ? [...heading].length >= LEAST : heading.split(/\s+/u).length >= LEAST_WORDS)
