import type { NoDraftWhy } from '../../src-shared/domain/learning.ts'
import { PRODUCT_TOPICS } from '../domain/drafting/answers/index.ts'
import { productMeant } from '../domain/drafting/answers/goods.ts'
import { isUnspaced } from '../domain/learning/distance.ts'
import { generalise } from '../domain/learning/generalise.ts'
import { LIGHT, type Judged } from '../domain/learning/outcome.ts'
import { mostAlike, SAME_REPLY, termsOf } from '../domain/learning/similar.ts'
import { generalSentences, isWorthLearning } from '../domain/learning/suggestible.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { NewReply } from '../store/outbox.ts'
import type { SuggestionReason } from '../store/suggestions.ts'
import type { Engine } from './context.ts'
import { stateOf } from './inbox.ts'
import { factsOf } from './reply-facts.ts'

/** Turns that a question may go back over. */
const TURNS = 12
/** Longest question that is kept, in code points. */
const QUESTION_LENGTH = 200
/** Advertising is not answered for the next one, and a picture has no words. */
const NOTHING_TO_LEARN: ReadonlySet<NoDraftWhy> = new Set(['spam', 'pictures'])
/** Topics that are about the goods, also where nobody names them. */
const ABOUT_GOODS: ReadonlySet<string> = new Set([...PRODUCT_TOPICS, 'warranty_repair', 'quality_defect', 'not_as_described'])

/** Why agents had to write it themselves; null: the draft did, or said the same. */
function reasonOf({ outcome, why, distance }: Judged): SuggestionReason | null {
  if (outcome === 'heavy') return 'edited'
  if (outcome === 'refused') return 'refused'
  if (outcome !== 'none' || (why !== null && NOTHING_TO_LEARN.has(why))) return null
  return distance !== null && distance <= LIGHT ? null : 'missing'
}

/** What the customer wrote since our last word. */
function questionOf({ store }: Engine, conversationId: string, basedOnSeq: number): string {
  const page = store.messages.page(conversationId, basedOnSeq + 1, TURNS).map(({ message }) => message).filter(({ author }) => author.kind !== 'system')
  const asked = page.slice(page.findLastIndex(({ author }) => author.kind !== 'customer') + 1)
  return asked.map(({ text }) => text.trim()).filter((text) => text !== '').join('\n')
}

/** The product that question or answer name, or the only one that was bought where it is about the goods. */
function productsOf({ store }: Engine, words: string, topic: string | null, { conversation }: ConversationRecord): string[] {
  const bought = conversation.customerId && topic !== null && ABOUT_GOODS.has(topic) ? store.shop.orders(conversation.customerId).flatMap(({ items }) => items.map((item) => item.productId)) : []
  const meant = productMeant(words, { products: store.shop.products() }, [...new Set(bought)])
  return meant ? [meant.id] : []
}

/** Suggests what an agent wrote in a conversation of the desk. */
export function suggestReply(engine: Engine, item: NewReply, judged: Judged, agentName: string): void {
  const record = engine.store.conversations.get(item.conversationId)
  if (record) suggestFrom(engine, item, judged, { record, asked: () => questionOf(engine, item.conversationId, item.basedOnSeq), agentName })
}

/** Where a reply was written. `asked`: what the customer wrote since our last word. */
interface Written { record: ConversationRecord; asked: () => string; agentName: string }

/**
 * Suggests a reply that an agent wrote where the draft was missing, much edited or refused: generalised, and joined to one that
 * says the same. Junk, replies in other languages and what was rejected for good are not suggested.
 */
export function suggestFrom(engine: Engine, item: Pick<NewReply, 'id' | 'conversationId' | 'text' | 'createdAt'>, judged: Judged, { record, asked: ask, agentName }: Written): void {
  const { store } = engine
  const reason = reasonOf(judged)
  if (reason === null) return
  const { openTopic: topic, language: theirs } = stateOf(record)
  const language = isUnspaced(item.text) ? 'zh' : 'en'
  if (theirs !== language) return
  const facts = factsOf(engine, record, agentName)
  const whole = generalise(item.text, facts, item.createdAt)
  if (whole === null || !isWorthLearning(whole)) return
  const text = generalSentences(whole).join(language === 'zh' ? '' : ' ')
  const asked = [...ask()].slice(0, QUESTION_LENGTH).join('')
  const source = { replyId: item.id, conversationId: item.conversationId, reason, at: item.createdAt }
  const known = mostAlike(termsOf(text), store.suggestions.of('open', 'approved', 'never').filter((one) => one.language === language), (one) => termsOf(one.text), SAME_REPLY)
  store.transaction(() => {
    if (known?.state === 'never') return
    if (known) {
      store.suggestions.put({ ...known, lastAt: item.createdAt })
      store.suggestions.addSource(known.id, source)
      return
    }
    const id = engine.newId()
    store.suggestions.put({
      id, state: 'open', topic, language, question: generalise(asked, facts, item.createdAt) ?? '', text, productIds: productsOf(engine, `${asked}\n${text}`, topic, record),
      firstAt: item.createdAt, lastAt: item.createdAt, madeAs: null, madeId: null, mergedInto: null, decidedAt: null,
    })
    store.suggestions.addSource(id, source)
  })
  engine.publish({ kind: 'learning' })
}
