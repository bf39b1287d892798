import type { CopilotTurn } from '../../src-shared/domain/copilot.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import { goesOn, mattersIn, questionLanguage, readQuestion, type QuestionKind } from '../domain/copilot/read-question.ts'
import type { CustomerRecords, Telling } from '../domain/copilot/records.ts'
import { chooseOrder } from '../domain/drafting/choose-order.ts'
import type { Notice } from '../domain/drafting/types.ts'
import type { KnowledgeHit } from '../domain/knowledge/index.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import { aboutOrder } from './about-order.ts'
import type { Engine } from './context.ts'
import { closedAt, presentMatter, readRecords, recordOf, replyPlace, topicsIn } from './copilot-place.ts'
import { noticesFor } from './incidents/notices.ts'
import { pastCases } from './past-cases.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'
import { toldHere } from './told-here.ts'

/** Passages and cases that are looked at for one question. */
const PASSAGES = 4
const CASES = 3

/** A question with everything that it may be answered from. */
export interface Question {
  record: ConversationRecord
  turn: CopilotTurn
  before: CopilotTurn[]
  kind: QuestionKind
  /** The question, with what it goes on from. */
  words: string
  records: CustomerRecords
  order: Order | null
  telling: Telling
  knowledge: (query: string) => KnowledgeHit[]
  cases: (query: string) => ReturnType<typeof pastCases>
  /** What incidents say to this customer. */
  notices: Notice[]
}

/** What a follow-up goes on from: it names a thing, and leaves the rest to the question before. */
function goneOnFrom(question: string, before: readonly CopilotTurn[]): { kind: QuestionKind; words: string } {
  const kind = readQuestion(question)
  const last = before.at(-1)
  if (!last || kind !== 'knowledge' || !goesOn(question)) return { kind, words: question }
  return { kind: readQuestion(last.question), words: `${question} ${last.question}` }
}

/** Reads a question and finds what it may be answered from. */
export function readQuestionOf(engine: Engine, turn: CopilotTurn): Question {
  const record = recordOf(engine, turn.conversationId)
  const before = engine.store.copilot.of(turn.conversationId, closedAt(engine, turn.conversationId)).filter(({ id }) => id !== turn.id)
  const { kind, words } = goneOnFrom(turn.question, before)
  const records = readRecords(engine, record)
  const telling: Telling = { language: questionLanguage(turn.question), timeZone: SHOP_TIME_ZONE }
  const named = chooseOrder({ text: turn.question, history: [], orders: records.orders, topic: null, denied: false })
  const productIds = records.orders.flatMap((order) => order.items.map((item) => item.productId))
  const matter = presentMatter(engine, record, productIds)
  return {
    record, turn, before, kind, words, records, telling, notices: noticesFor(engine, record, telling.language),
    order: named.certain ? named.order : (aboutOrder(engine, record) ?? named.order),
    knowledge: (query) => engine.knowledge().search(query, { ...toldHere(engine, record), language: telling.language, audience: 'any', topics: topicsIn(engine, query), productIds, k: PASSAGES }),
    cases: (query) => {
      // "这种情况以前怎么处理的": what it is about stands in the conversation.
      const own = mattersIn(query)
      const sought = own === '' ? matter : { words: own, topics: topicsIn(engine, own), productIds }
      return pastCases(engine, { ...sought, from: record, values: replyPlace(engine, record).values }, CASES)
    },
  }
}
