import type { Article } from '../../../src-shared/domain/article.ts'
import type { TextSpan } from '../../../src-shared/domain/copilot.ts'
import type { KnowledgeHit } from '../knowledge/index.ts'
import { passagesOf } from '../knowledge/passages.ts'
import { answeringSentence } from './terms.ts'

/** A passage that shares less of the question, weighed by rarity, answers another one. */
const LEAST_COVERED = { zh: 0.12, en: 0.2 } as const
/** Without a sentence that answers, a passage must share as much. */
const WELL_COVERED = 0.4

export interface FittingPassage { article: Article; text: string; /** The sentence that answers, as code points of `text`. */ span: TextSpan | null }

/** Of articles that were found those that answer, each with the passage that does: the one of its best sentence. */
export function fittingPassages(hits: readonly KnowledgeHit[], question: string): FittingPassage[] {
  return hits.flatMap((hit) => {
    const others = passagesOf(hit.article.body[hit.language]).map(({ text }) => text).filter((text) => text !== hit.passage)
    // Of two alike the one that was found stays: it comes first.
    const [best] = [hit.passage, ...others].map((text) => ({ text, ...answeringSentence(text, question) })).sort((a, b) => b.score - a.score)
    const span = best?.span ?? null
    if (hit.lexical <= 0 || hit.coverage < (span ? LEAST_COVERED[hit.language] : WELL_COVERED)) return []
    return [{ article: hit.article, text: best?.text ?? hit.passage, span }]
  })
}
