import { apology } from '../local/apologise.ts'
import { ownLanguage, type Circumstances } from '../local/index.ts'
import { conceptsIn, type Concept } from './concepts.ts'
import { figuresOf, type Figures } from './figures.ts'
import { SAY_EN, SAY_ZH, type Say } from './say.ts'

export interface ExpandContext extends Circumstances {
  /** ISO 8601 with offset. */
  now: string
  /** What the records say to a topic, as a reply to the customer; null: nothing. */
  fact(topic: string): string | null
}

/** Topics that the records may answer, by what a keyword means. */
const TOPICS: Partial<Record<Concept, string>> = {
  refund: 'refund_progress', 'money-arrives': 'refund_progress', return: 'return_howto', ship: 'ship_when', arrive: 'where_is_order', track: 'where_is_order',
  invoice: 'invoice_request', warranty: 'warranty_repair', price: 'price_protection', exchange: 'exchange_request',
}
const ASKS: ReadonlySet<Concept> = new Set(['photo', 'order-no', 'address'])

/**
 * A reply out of a few keywords, in their language: what they say, with the figures that stand among them, and what the records
 * say where they ask for it. Nothing else is said; a keyword that is not known is named. @returns '' when none is known
 */
export function expandLocally(text: string, context: ExpandContext): { text: string; language: 'zh' | 'en' | null; unused: string[] } {
  const language = ownLanguage(text)
  if (language === null) return { text: '', language, unused: [] }
  const { figures, words } = figuresOf(text, language, context.now)
  const { concepts, unused } = conceptsIn(words, language)
  const left: Figures = { ...figures }
  const say = language === 'zh' ? SAY_ZH : SAY_EN
  const matters = concepts.filter((concept) => !['sorry', 'thanks', 'hello'].includes(concept))
  const body = matterSentences(matters, left, say, context)
  const parts = [
    concepts.includes('hello') ? say.hello : '',
    concepts.includes('sorry') ? apology(text, language, context) || say.sorry : '',
    ...body, concepts.includes('thanks') ? say.thanks : '',
  ].filter((part) => part !== '')
  const unsaid = Object.values(left).filter((figure) => figure !== null)
  return { text: parts.join(language === 'zh' ? '' : ' ').trim(), language, unused: [...unused, ...unsaid] }
}

/** Statements first, then what the customer is asked for. A figure is said once, by the first that can say it. */
function matterSentences(concepts: readonly Concept[], left: Figures, say: Say, context: ExpandContext): string[] {
  const rest = concepts.filter((concept) => concept !== 'money-arrives' || !concepts.includes('refund'))
  const sentences = rest.filter((concept) => !ASKS.has(concept)).map((concept) => {
    const stated = say.state(concept === 'money-arrives' ? 'refund' : concept, left)
    if (stated !== null) return stated
    const topic = TOPICS[concept]
    return (topic === undefined ? null : context.fact(topic)) ?? say.plain(concept)
  })
  const asks = rest.filter((concept) => ASKS.has(concept)).map((concept) => say.plain(concept))
  return [...new Set([...sentences, ...asks])].filter((sentence) => sentence !== '')
}
