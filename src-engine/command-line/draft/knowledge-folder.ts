import fs from 'node:fs'
import path from 'node:path'
import type { Article } from '../../../src-shared/domain/article.ts'
import { inOneLanguage, languageOf } from '../../domain/knowledge/one-language.ts'
import { HEADING_END, sectionsOf } from '../../domain/knowledge/sections.ts'

/** A folder of Markdown as articles, one for each section; ids are `document#number`. */
export interface KnowledgeFolder { articles: Article[]; /** Document and title of an article's id. */ sourceOf(id: string): { doc: string; title: string } | null }

/** Reads all `*.md` below the folder, in the order of their names. @throws Error when the folder cannot be read */
export function readKnowledgeFolder(dir: string): KnowledgeFolder {
  if (!fs.existsSync(dir) || !fs.statSync(dir).isDirectory()) throw new Error(`--kb ${dir} is no folder`)
  const files = fs.readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:md|markdown)$/i.test(file)).map((file) => file.split(path.sep).join('/')).sort()
  const sources = new Map<string, { doc: string; title: string }>()
  const articles = files.flatMap((doc) => {
    const { title, sections } = sectionsOf(fs.readFileSync(path.join(dir, doc), 'utf8'), path.basename(doc).replace(/\.\w+$/, ''))
    const isInside = /(?:^|\/)(?:internal|内部)[^/]*(?:\/|$)/i.test(doc)
    return sections.map(({ heading, text, audience }, index) => {
      const id = `${doc}#${index + 1}`
      sources.set(id, { doc, title })
      return toArticle(id, heading === '' ? title : `${heading}${HEADING_END}${title}`, text, isInside ? 'internal' : audience)
    })
  })
  return { articles, sourceOf: (id) => sources.get(id) ?? null }
}

/** A text of one language; its other side stays empty, so that it is never quoted there. */
export function toArticle(id: string, title: string, text: string, audience: Article['audience'], productIds: string[] = []): Article {
  const language = languageOf(text)
  return { id, version: 1, audience, topics: [], productIds, title: inOneLanguage(language, title), body: inOneLanguage(language, text) }
}
