import type { Article } from '../../../../src-shared/domain/article.ts'
import { inOneLanguage, languageOf } from '../one-language.ts'
import type { Part } from './parts.ts'

/** An article that came from this file before. `written`: what the file said then; null: no longer known. */
export interface Known { article: Article; place: string | null; removed: boolean; written: Article | null }

export type Step =
  | { kind: 'add'; part: Part; words: Words }
  | { kind: 'update'; id: string; part: Part; words: Words }
  | { kind: 'same'; id: string; part: Part }
  /** The file does not say it any more, and nobody changed it here. */
  | { kind: 'remove'; id: string }

type Words = Omit<Article, 'id' | 'version'>

/**
 * What a file means for the articles that came from it. A part is known by its heading, else by its text. What a person
 * changed here stays while the file says the same as before; a part that the file changed is taken from the file.
 */
export function planParts(parts: readonly Part[], known: readonly Known[]): Step[] {
  const left = new Set(known)
  const byPlace = new Map(known.map((one) => [one.place, one]))
  const placed = parts.map((part) => {
    const one = byPlace.get(part.place)
    if (one) left.delete(one)
    return { part, one }
  })
  const byText = new Map([...left].flatMap((one) => (one.written ? [[textOf(one.written), one] as const] : [])))
  const steps = placed.map(({ part, one }): Step => {
    const found = one ?? byText.get(part.text)
    if (found) left.delete(found)
    byText.delete(part.text)
    if (!found) return { kind: 'add', part, words: wordsOf(part, null, null) }
    const { article, written, removed } = found
    const isSame = written !== null && found.place === part.place && textOf(written) === part.text && titleOf(written) === part.title && written.audience === part.audience
    return isSame && !removed ? { kind: 'same', id: article.id, part } : { kind: 'update', id: article.id, part, words: wordsOf(part, article, written) }
  })
  const gone = [...left].filter(({ removed, written, article }) => !removed && written?.version === article.version)
  return [...steps, ...gone.map(({ article }): Step => ({ kind: 'remove', id: article.id }))]
}

const titleOf = ({ title }: Article): string => title.zh || title.en
const textOf = ({ body }: Article): string => body.zh || body.en

/** The file's words; what only a person can say of an article stays. */
function wordsOf({ title, text, audience }: Part, now: Article | null, written: Article | null): Words {
  const language = languageOf(text)
  const kept = now ? { topics: now.topics, productIds: now.productIds, buyers: now.buyers, validFrom: now.validFrom, validTo: now.validTo, channels: now.channels } : { topics: [], productIds: [] }
  return { ...kept, title: inOneLanguage(language, title), body: inOneLanguage(language, text), audience: now && written?.audience === audience ? now.audience : audience }
}
