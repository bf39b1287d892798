import type { CopilotSource } from '../../../src-shared/domain/copilot.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { day, local, moment, money } from '../drafting/format.ts'
import { bought, paidBack, sums, withCase, type AfterSale } from './after-sales.ts'
import { customerSource, messageSource, orderSource } from './record-sources.ts'
import type { QuestionKind } from './read-question.ts'
import type { CustomerRecords, Telling } from './records.ts'
import type { SourceList } from './sources.ts'
import { WORDS } from './words.ts'

/** What an answer is made from. `order`: the one that the question means, or the conversation is about; null: none. */
export interface Asked { records: CustomerRecords; order: Order | null; telling: Telling; sources: SourceList }

/** Orders told one by one. */
const MOST = 6
const LINE = '\n'
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

type Answer = (asked: Asked) => string

const cite = ({ sources }: Asked, source: Omit<CopilotSource, 'n'>): string => ` [${sources.add(source)}]`
const citeOrder = (asked: Asked, order: Order): string => cite(asked, orderSource(order, asked.telling))
const citeCustomer = (asked: Asked): string => (asked.records.customer ? cite(asked, customerSource(asked.records, asked.records.customer, asked.telling)) : '')
const isZh = ({ telling }: Asked): boolean => telling.language === 'zh'
const dayOf = (at: number, { telling }: Asked): string => day(at, telling.language, telling.timeZone)
const momentOf = (at: number, { telling }: Asked): string => moment(at, telling.language, telling.timeZone)
const total = (asked: Asked, amounts: Parameters<typeof sums>[0]): string => sums(amounts).map((sum) => money(sum, asked.telling.language)).join(' + ') || money({ amount: 0, currency: 'CNY' }, asked.telling.language)
const goods = (order: Order, { telling }: Asked): string => order.items.map((item) => `${local(item.title, telling.language)}${item.quantity > 1 ? ` × ${item.quantity}` : ''}`).join(WORDS[telling.language].list)

function saleLine(asked: Asked, order: Order, sale: AfterSale): string {
  const words = WORDS[asked.telling.language]
  return `${goods(order, asked)}${words.colon}${words.kind[sale.kind]} ${money(sale.amount, asked.telling.language)}${words.comma}${dayOf(sale.requestedAt, asked)}${isZh(asked) ? '申请' : ''}${words.comma}${words.state[sale.status]}${citeOrder(asked, order)}`
}

/** So many of them, then each. */
function counted(asked: Asked, found: { order: Order; sale: AfterSale }[], head: string, none: string): string {
  if (found.length === 0) return `${none}${citeCustomer(asked)}`
  return [head, ...found.slice(0, MOST).map(({ order, sale }) => saleLine(asked, order, sale))].join(LINE)
}

const returns: Answer = (asked) => {
  const found = withCase(asked.records.orders, ['return'])
  const many = found.length
  return isZh(asked)
    ? counted(asked, found, `退过货：${many} 次。`, `没有退货记录，看了 ${asked.records.orders.length} 个订单。`)
    : counted(asked, found, many === 1 ? '1 return.' : `${many} returns.`, `No returns in the ${asked.records.orders.length} orders on record.`)
}

const exchanges: Answer = (asked) => {
  const found = withCase(asked.records.orders, ['exchange'])
  return isZh(asked)
    ? counted(asked, found, `换过货：${found.length} 次。`, `没有换货记录，看了 ${asked.records.orders.length} 个订单。`)
    : counted(asked, found, found.length === 1 ? '1 exchange.' : `${found.length} exchanges.`, `No exchanges in the ${asked.records.orders.length} orders on record.`)
}

const refunds: Answer = (asked) => {
  const found = paidBack(asked.records.orders)
  const sum = total(asked, found.map(({ sale }) => sale.amount))
  return isZh(asked)
    ? counted(asked, found, `已退款 ${found.length} 笔，合计 ${sum}。`, `还没有给这位客户退过款，看了 ${asked.records.orders.length} 个订单。`)
    : counted(asked, found, `${found.length === 1 ? '1 refund' : `${found.length} refunds`} paid, ${sum} in all.`, `Nothing was refunded in the ${asked.records.orders.length} orders on record.`)
}

const orders: Answer = (asked) => {
  const words = WORDS[asked.telling.language]
  const all = asked.records.orders
  const lines = all.slice(0, MOST).map((order) => `${dayOf(order.placedAt, asked)} ${goods(order, asked)} ${money(order.total, asked.telling.language)}${words.comma}${words.order[order.status]}${words.comma}${order.no}${citeOrder(asked, order)}`)
  return [isZh(asked) ? `共 ${all.length} 个订单，新的在前：` : `${all.length === 1 ? '1 order' : `${all.length} orders`}, newest first:`, ...lines].join(LINE)
}

const spent: Answer = (asked) => {
  const kept = bought(asked.records.orders)
  const sum = total(asked, kept.map((order) => order.total))
  return `${isZh(asked) ? `买了 ${kept.length} 单，共 ${sum}，不含取消和已退款的。` : `${sum} over ${kept.length === 1 ? '1 order' : `${kept.length} orders`}, without what was cancelled or refunded.`}${citeCustomer(asked)}`
}

const parcel: Answer = (asked) => {
  const words = WORDS[asked.telling.language]
  const order = asked.order ?? asked.records.orders.find((one) => one.logistics !== null) ?? null
  if (!order) return none(asked)
  const { logistics } = order
  if (!logistics) return isZh(asked) ? `${goods(order, asked)}还没有物流，订单${words.order[order.status]}。${citeOrder(asked, order)}` : `${goods(order, asked)}: no parcel yet, the order is ${words.order[order.status]}.${citeOrder(asked, order)}`
  const last = logistics.events.at(-1)
  const carrier = local(logistics.carrier, asked.telling.language)
  const scan = last ? `${momentOf(last.at, asked)} ${local(last.text, asked.telling.language)}` : null
  const eta = logistics.etaAt === null ? (isZh(asked) ? '快递没给预计日期。' : 'The carrier gave no estimate.') : isZh(asked) ? `快递预计 ${dayOf(logistics.etaAt, asked)}送到。` : `The carrier expects ${dayOf(logistics.etaAt, asked)}.`
  return [
    `${goods(order, asked)}${words.colon}${carrier} ${logistics.trackingNo}${citeOrder(asked, order)}`,
    ...(scan ? [`${isZh(asked) ? '最近一次扫描：' : 'Last scan: '}${scan}`] : []), eta,
  ].join(LINE)
}

const contact: Answer = (asked) => {
  const { lastContact, conversations } = asked.records
  const count = isZh(asked) ? `这台电脑上一共 ${conversations} 个会话。` : `${conversations === 1 ? '1 conversation' : `${conversations} conversations`} on this desk.`
  if (!lastContact) return isZh(asked) ? `在这之前没有联系过。${count}${citeCustomer(asked)}` : `No contact before this. ${count}${citeCustomer(asked)}`
  const source = cite(asked, messageSource(lastContact, asked.telling, 'contact'))
  return isZh(asked) ? `上次联系：${momentOf(lastContact.at, asked)}。${count}${source}` : `Last contact: ${momentOf(lastContact.at, asked)}. ${count}${source}`
}

const promised: Answer = (asked) => {
  const { promises } = asked.records
  if (promises.length === 0) return isZh(asked) ? '回复里没有找到带时间的承诺。' : 'No promise with a time was found in our replies.'
  return promises.slice(0, MOST).map((one) => `${momentOf(one.at, asked)}${isZh(asked) ? '说：' : ': '}${isZh(asked) ? '“' : '“'}${one.text}”${cite(asked, messageSource(one, asked.telling, 'promise'))}`).join(LINE)
}

const customer: Answer = (asked) => {
  const known = asked.records.customer
  if (!known) return none(asked)
  const since = new Date(known.since)
  const kept = bought(asked.records.orders).length
  return isZh(asked)
    ? `${WORDS.zh.level[known.level]}，${since.getUTCFullYear()}年${since.getUTCMonth() + 1}月起的客户，买过 ${kept} 单。${citeCustomer(asked)}`
    : `${WORDS.en.level[known.level].replace(/^./, (letter) => letter.toUpperCase())}, customer since ${MONTHS[since.getUTCMonth()] ?? ''} ${since.getUTCFullYear()}, ${kept === 1 ? '1 order' : `${kept} orders`}.${citeCustomer(asked)}`
}

const times: Answer = (asked) => {
  const order = asked.order ?? asked.records.orders[0]
  if (!order) return none(asked)
  const rows: [string, string, number | null][] = [['下单', 'Ordered', order.placedAt], ['付款', 'Paid', order.paidAt], ['发货', 'Shipped', order.shippedAt], ['签收', 'Delivered', order.deliveredAt]]
  const told = rows.flatMap(([zh, en, at]) => (at === null ? [] : [isZh(asked) ? `${zh} ${momentOf(at, asked)}` : `${en} ${momentOf(at, asked)}`]))
  return `${goods(order, asked)}${WORDS[asked.telling.language].colon}${told.join(isZh(asked) ? '，' : '; ')}${WORDS[asked.telling.language].stop}${citeOrder(asked, order)}`
}

const address: Answer = (asked) => {
  const order = asked.order ?? asked.records.orders[0]
  if (!order) return none(asked)
  return isZh(asked) ? `寄到 ${order.address.region}，门牌和电话见订单卡。${citeOrder(asked, order)}` : `To ${order.address.region}; street and phone are on the order's card.${citeOrder(asked, order)}`
}

const mood: Answer = (asked) => {
  const { moods } = asked.records
  const angry = moods.filter(({ level }) => level >= 3)
  const last = angry.at(-1)
  if (!last) return isZh(asked) ? `${moods.length} 条消息里没有生气的。${citeCustomer(asked)}` : `Not angry in any of ${moods.length} messages.${citeCustomer(asked)}`
  return isZh(asked) ? `${moods.length} 条消息里 ${angry.length} 条是生气的，最近一次 ${dayOf(last.at, asked)}。${citeCustomer(asked)}` : `Angry in ${angry.length} of ${moods.length} messages, last on ${dayOf(last.at, asked)}.${citeCustomer(asked)}`
}

const aftersale: Answer = (asked) => {
  const meant = asked.order?.afterSale ? withCase([asked.order]) : withCase(asked.records.orders)
  return isZh(asked)
    ? counted(asked, meant, `售后 ${meant.length} 笔：`, `没有售后单，看了 ${asked.records.orders.length} 个订单。`)
    : counted(asked, meant, meant.length === 1 ? '1 after-sales case:' : `${meant.length} after-sales cases:`, `No after-sales case in the ${asked.records.orders.length} orders on record.`)
}

function none(asked: Asked): string {
  const words = WORDS[asked.telling.language]
  return asked.records.customer === null ? words.unverified : words.noOrders
}

const ANSWERS: Partial<Record<QuestionKind, Answer>> = { returns, exchanges, refunds, orders, spent, parcel, contact, promised, customer, times, address, mood, aftersale }
/** These are told of anybody who wrote; the others only of whom the shop knows. */
const OF_ANYBODY: ReadonlySet<QuestionKind> = new Set(['contact', 'promised', 'mood'])
/** Without an order there is nothing to tell. */
const OF_ORDERS: ReadonlySet<QuestionKind> = new Set(['returns', 'exchanges', 'refunds', 'orders', 'parcel', 'times', 'address', 'aftersale'])

/** What records answer to a question of this kind, with its sources; null: no record does. Nothing is inferred. */
export function answerFromRecords(kind: QuestionKind, asked: Asked): string | null {
  const answer = ANSWERS[kind]
  if (!answer) return null
  if (asked.records.customer === null && !OF_ANYBODY.has(kind)) return WORDS[asked.telling.language].unverified
  if (asked.records.orders.length === 0 && OF_ORDERS.has(kind)) return `${WORDS[asked.telling.language].noOrders}${citeCustomer(asked)}`
  return answer(asked)
}
