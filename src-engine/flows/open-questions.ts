import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { Draft } from '../../src-shared/domain/draft.ts'
import { ORDER_ANSWERS } from '../domain/drafting/answers/index.ts'
import { productMeant } from '../domain/drafting/answers/goods.ts'
import { matterOf } from '../domain/drafting/matter.ts'
import type { DraftInput } from '../domain/drafting/types.ts'
import { generalise } from '../domain/learning/generalise.ts'
import { askedTerms, LEAST_TERMS, mostAlike, questionLikeness, SAME_QUESTION } from '../domain/learning/similar.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { KeptQuestion } from '../store/open-questions.ts'
import type { Engine } from './context.ts'
import { sourcesOf } from './learning-sources.ts'
import { factsOf } from './reply-facts.ts'
import { answersChanged, keepAnswer, unknownLearning } from './serve-answer.ts'

const QUESTION_LENGTH = 200

const boughtBy = (input: DraftInput): string[] => [...new Set(input.orders.filter((order) => order.customerId === input.customer?.id).flatMap((order) => order.items.map((item) => item.productId)))]

/** Is the draft without anything that answers? What an order answers, or needs one, is no gap in the knowledge. */
function isUnanswered(draft: Draft, input: DraftInput, topics: readonly string[]): boolean {
  if (draft.state === 'none') return draft.problem === 'no-source'
  return draft.state === 'ready' && draft.citations.length === 0 && !topics.some((topic) => ORDER_ANSWERS[topic]) && productMeant(matterOf(input).words, input, []) !== null
}

/** Notes a customer's question that the finished draft has no passage for. Must run inside a transaction. @returns whether it was noted */
export function noteQuestion(engine: Engine, input: DraftInput, draft: Draft): boolean {
  const { store } = engine
  const record = store.conversations.get(draft.conversationId)
  const asked = store.messages.page(draft.conversationId, draft.basedOnSeq + 1, 1)[0]?.message
  return record !== null && asked?.author.kind === 'customer' && noteAsked(engine, input, draft, { record, asked })
}

/** The same, wherever it was asked. @param asked the customer's words: their id and when they came */
export function noteAsked(engine: Engine, input: DraftInput, draft: Draft, { record, asked }: { record: ConversationRecord; asked: { id: string; at: number } }): boolean {
  const { store } = engine
  const matter = matterOf(input)
  if (!matter.asks || (matter.language !== 'zh' && matter.language !== 'en') || !isUnanswered(draft, input, matter.topics) || store.questions.hasSource(asked.id)) return false
  const general = generalise([...matter.words].slice(0, QUESTION_LENGTH).join(''), factsOf(engine, record, ''), asked.at)
  if (general === null || askedTerms(general).size < LEAST_TERMS) return false
  const productId = productMeant(matter.words, input, boughtBy(input))?.id ?? ''
  const known = mostAlike(askedTerms(general), store.questions.ofProduct(productId).filter((one) => one.language === matter.language), (one) => askedTerms(one.text), SAME_QUESTION, questionLikeness)
  const id = known?.id ?? engine.newId()
  if (!known) store.questions.put({ id, productId, topic: matter.topics[0] ?? null, language: matter.language, text: general, state: 'open', articleId: null })
  store.questions.addSource(id, { messageId: asked.id, conversationId: draft.conversationId, at: asked.at })
  return true
}

/** Does a question belong beside a conversation? It was asked there, or is about a product that is spoken of there or was bought. */
function belongsTo({ store }: Engine, conversationId: string, open: readonly KeptQuestion[]): (one: KeptQuestion) => boolean {
  const customerId = store.conversations.get(conversationId)?.conversation.customerId
  const bought = customerId ? store.shop.orders(customerId).flatMap((order) => order.items.map((item) => item.productId)) : []
  const here = store.questions.askedIn(conversationId)
  const products = new Set([...bought, ...open.filter(({ id, productId }) => here.has(id) && productId !== '').map(({ productId }) => productId)])
  return ({ id, productId }) => here.has(id) || products.has(productId)
}

/** What nothing answers yet, most asked first. */
export function listQuestions(engine: Engine, { conversationId }: CallParams<'learning.questions'>): CallResult<'learning.questions'> {
  const { store } = engine
  const open = store.questions.open()
  const wanted = conversationId === undefined ? open : open.filter(belongsTo(engine, conversationId, open))
  const titles = new Map(wanted.length > 0 ? store.shop.products().map((product) => [product.id, product.title]) : [])
  const questions = wanted.map(({ id, productId, topic, language, text }) => {
    const behind = store.questions.sources(id)
    const title = titles.get(productId)
    return { id, product: title ? { id: productId, title } : null, topic, language, text, count: behind.length, lastAt: behind[0]?.at ?? 0, sources: sourcesOf(engine, behind) }
  })
  return { questions: questions.sort((a, b) => b.count - a.count || b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1)) }
}

/** @throws AppError `not-found` */
function question({ store }: Engine, id: string): KeptQuestion {
  const found = store.questions.get(id)
  if (!found) throw unknownLearning()
  return found
}

/** Writes the answer as an article of that product, which serves at once. @throws AppError `not-found`, `learning-gaps` */
export function answerQuestion(engine: Engine, { id, title, text }: CallParams<'learning.answer'>): void {
  const { store } = engine
  const one = question(engine, id)
  if (one.state === 'answered') return
  const articleId = engine.newId()
  store.transaction(() => {
    keepAnswer(engine, { id: articleId, kind: 'article', topic: one.topic, language: one.language, title, question: one.text, text, productIds: one.productId === '' ? [] : [one.productId] })
    store.questions.put({ ...one, state: 'answered', articleId })
    store.audit.add(engine.clock.now(), 'question-answered', id)
  })
  answersChanged(engine, { topic: one.topic, question: one.text })
}

/** Not worth an answer; or open again, and then an answer that was written serves no more. @throws AppError `not-found` */
export function dismissQuestion(engine: Engine, id: string, dismissed: boolean): void {
  const { store } = engine
  const one = question(engine, id)
  store.transaction(() => {
    if (one.articleId !== null) store.learned.remove(one.articleId)
    store.questions.put({ ...one, state: dismissed ? 'dismissed' : 'open', articleId: null })
  })
  if (one.articleId === null) engine.publish({ kind: 'learning' })
  else answersChanged(engine, { topic: one.topic, question: one.text })
}
