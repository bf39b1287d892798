import type { Article } from '../../../src-shared/domain/article.ts'
import { passagesOf, type Passage } from './passages.ts'
import { words } from './terms.ts'

/** The passage of an article that shares most with the question, the first of equals; null: there is no text in that language. */
export function fittingPassage({ body }: Article, language: 'zh' | 'en', question: string): Passage | null {
  const asked = new Set(words(question))
  const shared = (text: string): number => new Set(words(text).filter((term) => asked.has(term))).size
  const [best] = passagesOf(body[language]).map((passage) => ({ passage, score: shared(passage.text) })).sort((a, b) => b.score - a.score)
  return best?.passage ?? null
}
