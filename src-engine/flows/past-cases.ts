import type { PastCase } from '../../src-shared/contract/copilot.ts'
import { fillGaps } from '../../src-shared/domain/phrase-gaps.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import { deedsOf, gainByGoods, readCase, type PastTurn, type ReadCase, type Sought } from '../domain/copilot/cases.ts'
import { hideOthers, type HiddenKind, type KnownOther } from '../domain/copilot/hide-others.ts'
import { marksOf } from '../domain/copilot/terms.ts'
import { chooseOrder } from '../domain/drafting/choose-order.ts'
import type { PhraseValues } from '../domain/phrases/values.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'

/** Conversations that are read for one search: those with the words, and the newest, which may have the topic alone. */
const WITH_WORDS = 32
const NEWEST = 16
/** Of the best so many times as are asked for, the goods are looked at too. */
const WITH_GOODS = 3
/** Turns of one conversation that are read. */
const TURNS = 60
/** Longest text of a case that is shown, in code points. */
const LONGEST = 160

/** What stands in a case for what is hidden, in the language of its text. */
const SHOWN: Record<'zh' | 'en', Record<HiddenKind, string>> = {
  zh: { customer: '〔客户〕', order: '〔订单号〕', tracking: '〔运单号〕', other: '***' }, en: { customer: '[customer]', order: '[order number]', tracking: '[tracking number]', other: '***' },
}
/** The same as variables of a reply: one that nobody can fill keeps it from being sent. */
const VARIABLES: Record<HiddenKind, string> = { customer: '{customer}', order: '{order}', tracking: '{tracking}', other: '***' }

interface Found { record: ConversationRecord; read: ReadCase; endedAt: number; turns: readonly PastTurn[]; own: boolean; disposition: PastCase['disposition'] }
interface FoundGoods extends Found { order: Order | null; score: number }

function find(engine: Engine, record: ConversationRecord, sought: Sought, customerId: string | null): Found | null {
  const { store } = engine
  const { conversation } = record
  const ends = store.resolutions.of(conversation.id)
  const end = ends.find(({ id }) => id === conversation.resolution?.id) ?? ends.at(-1)
  const endedAt = end?.at ?? conversation.updatedAt
  const before = ends.findLast((one) => one !== end && one.at < endedAt)?.at ?? 0
  const turns = store.cases.turns(conversation.id, before, endedAt, TURNS)
  const read = readCase({ turns, disposition: end?.disposition ?? null, endedAt }, sought)
  return read && { record, read, endedAt, turns, own: customerId !== null && conversation.customerId === customerId, disposition: end?.disposition ?? null }
}

/** The order that a case was about; null where that is not clear. */
function withGoods({ store }: Engine, found: Found, sought: Sought): FoundGoods {
  const { customerId, verification } = found.record.conversation
  const orders = customerId !== null && verification !== 'none' ? store.shop.orders(customerId) : []
  const text = found.turns.filter(({ role }) => role === 'customer').map((turn) => turn.text).join('\n')
  const { order } = chooseOrder({ text, history: [], orders, topic: null, denied: false })
  return { ...found, order, score: found.read.score + gainByGoods(order?.items.map((item) => item.productId) ?? [], sought) }
}

function knownOf(engine: Engine, { conversation }: ConversationRecord): KnownOther {
  const customer = conversation.customerId ? engine.store.shop.customer(conversation.customerId) : null
  const orders = conversation.customerId ? engine.store.shop.orders(conversation.customerId) : []
  return {
    names: [...new Set([conversation.displayName, customer?.name ?? '', ...orders.map((order) => order.address.name)])].filter((name) => name !== ''),
    orders: orders.flatMap((order) => [order.no, ...(order.afterSale ? [order.afterSale.id] : [])]), parcels: orders.flatMap((order) => order.logistics?.trackingNo ?? []),
    others: [customer?.phone ?? '', ...orders.flatMap(({ address }) => [address.phone, address.detail])].filter((value) => value !== ''),
  }
}

const short = (text: string): string => {
  const points = [...text.trim()]
  return points.length > LONGEST ? `${points.slice(0, LONGEST - 1).join('')}…` : points.join('')
}

function show(engine: Engine, found: FoundGoods, words: string, values: Record<'zh' | 'en', PhraseValues>): PastCase {
  const { record, read, own } = found
  const known = knownOf(engine, record)
  const said = read.done ? deedsOf(read.done.text) : ''
  const languageOf = (text: string): 'zh' | 'en' => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')
  const hidden = (text: string): string => short(own ? text : hideOthers(text, known, (kind) => SHOWN[languageOf(text)][kind]))
  const matter = hidden(read.matter.text)
  const done = hidden(said)
  return {
    conversationId: record.conversation.id, own, matter, matterSpans: marksOf(matter, words), done, doneSpans: marksOf(done, words), topics: read.topics,
    product: found.order?.items[0]?.title ?? null, disposition: found.disposition, endedAt: found.endedAt, minutes: read.minutes,
    insert: own ? said : fillGaps(hideOthers(said, known, (kind) => VARIABLES[kind]), values[languageOf(said)]),
  }
}

export interface CaseSearch extends Sought {
  /** The conversation from which it is asked: it is no case of itself, and its customer's own are told as such. */
  from: ConversationRecord
  /** What the variables of a reply stand for there. */
  values: Record<'zh' | 'en', PhraseValues>
}

/** Conversations of this desk that are over and like what is sought, best first, then the newest. */
export function pastCases(engine: Engine, sought: CaseSearch, limit: number): PastCase[] {
  const { store } = engine
  const { customerId, verification, id } = sought.from.conversation
  const mine = verification === 'none' ? null : customerId
  const ids = new Set([...store.cases.withWords(sought.words, WITH_WORDS), ...store.cases.newest(NEWEST)])
  ids.delete(id)
  const found = [...ids].flatMap((one) => {
    const record = store.conversations.get(one)
    return (record && find(engine, record, sought, mine)) ?? []
  })
  return found
    .sort((a, b) => b.read.score - a.read.score || b.endedAt - a.endedAt)
    .slice(0, WITH_GOODS * limit)
    .map((one) => withGoods(engine, one, sought))
    .sort((a, b) => b.score - a.score || b.endedAt - a.endedAt)
    .slice(0, limit)
    .map((one) => show(engine, one, sought.words, sought.values))
}
