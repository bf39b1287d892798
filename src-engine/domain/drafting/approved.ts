import type { LearnedAnswer } from '../../../src-shared/domain/learning.ts'
import { askedTerms, BY_WORDS_ALONE, LEAST_TERMS, questionLikeness, SAME_QUESTION } from '../learning/similar.ts'
import { filledSentences } from '../phrases/filled.ts'
import { phraseValues } from '../phrases/values.ts'
import { productMeant } from './answers/goods.ts'
import type { Matter } from './matter.ts'
import type { DraftInput, Source } from './types.ts'

function fits(answer: LearnedAnswer, matter: Matter, asked: ReadonlySet<string>): number {
  const theirs = askedTerms(answer.question)
  if (Math.min(asked.size, theirs.size) < LEAST_TERMS) return 0
  const score = questionLikeness(asked, theirs)
  const sameTopic = answer.topic !== null && matter.topics.includes(answer.topic)
  // Both name one topic, or speak of one product (`ofOtherGoods`); else the words alone must say that the same is asked.
  return score >= (sameTopic || answer.productIds.length > 0 ? SAME_QUESTION : BY_WORDS_ALONE) ? score : 0
}

/** Is the answer about goods that this customer does not speak of? */
function ofOtherGoods(answer: LearnedAnswer, input: DraftInput, matter: Matter): boolean {
  if (answer.productIds.length === 0) return false
  const owned = [...new Set(input.orders.filter((order) => order.customerId === input.customer?.id).flatMap((order) => order.items.map((item) => item.productId)))]
  const meant = productMeant(matter.words, input, owned)
  return meant === null || !answer.productIds.includes(meant.id)
}

/** The text with this conversation's facts. */
const filled = (answer: LearnedAnswer, input: DraftInput): string =>
  filledSentences(answer.text, phraseValues(input, { agentName: '', shopName: input.shopName }, answer.language), answer.language)

/** The approved answer to what is asked here, as a line with its source; null: none that is surely about the same. */
export function approvedAnswer(input: DraftInput, matter: Matter): { verbatim: string; sources: readonly Source[] } | null {
  const asked = askedTerms(matter.words)
  const best = (input.answers ?? [])
    .filter((answer) => answer.language === matter.language && answer.question !== '' && !ofOtherGoods(answer, input, matter))
    .map((answer) => ({ answer, score: fits(answer, matter, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.answer.id < b.answer.id ? -1 : 1))
  for (const { answer } of best) {
    const text = filled(answer, input)
    if (text !== '') return { verbatim: text, sources: [{ kind: answer.kind === 'article' ? 'article' : 'reply', id: answer.id, title: answer.title }] }
  }
  return null
}
