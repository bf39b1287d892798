import type { CopilotSource } from '../../../src-shared/domain/copilot.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { day, local, moment, money } from '../drafting/format.ts'
import { sums } from './after-sales.ts'
import type { CustomerRecords, ShownCase, Telling } from './records.ts'
import { WORDS } from './words.ts'

type Source = Omit<CopilotSource, 'n'>

/** An order as a source: what a person would read off its card, without street and phone. */
export function orderSource(order: Order, telling: Telling): Source {
  const words = WORDS[telling.language]
  const { language } = telling
  const at = (zh: string, en: string, time: number | null): string[] => (time === null ? [] : [`${language === 'zh' ? zh : en} ${moment(time, language, telling.timeZone)}`])
  const lines = [
    `${order.no} ${words.order[order.status]}${words.comma}${money(order.total, language)}`,
    ...order.items.map((item) => `${local(item.title, language)} ${local(item.variant, language)} × ${item.quantity}${words.comma}${money(item.price, language)}`),
    [...at('下单', 'ordered', order.placedAt), ...at('付款', 'paid', order.paidAt), ...at('最晚发货', 'to be shipped by', order.promisedShipBy), ...at('发货', 'shipped', order.shippedAt), ...at('签收', 'delivered', order.deliveredAt)].join(words.comma),
    ...(order.logistics ? [`${local(order.logistics.carrier, language)} ${order.logistics.trackingNo}`, ...order.logistics.events.slice(-3).map((event) => `${moment(event.at, language, telling.timeZone)} ${local(event.text, language)}`), ...at('快递预计', 'carrier expects', order.logistics.etaAt)] : []),
    ...(order.afterSale ? [`${words.kind[order.afterSale.kind]} ${money(order.afterSale.amount, language)}${words.comma}${words.state[order.afterSale.status]}${words.comma}${moment(order.afterSale.requestedAt, language, telling.timeZone)}`] : []),
    order.address.region,
  ]
  return { kind: 'order', id: order.no, title: { zh: `订单 ${order.no}`, en: `Order ${order.no}` }, text: lines.join('\n'), internal: false, messageId: null }
}

/** The shop's card of the customer, with the counts that this desk made of its records. */
export function customerSource(records: CustomerRecords, customer: Customer, { language, timeZone }: Telling): Source {
  const words = WORDS[language]
  const angry = records.moods.filter(({ level }) => level >= 3).length
  const lines = [
    `${words.level[customer.level]}${words.comma}${language === 'zh' ? '始于 ' : 'since '}${day(customer.since, language, timeZone)} ${new Date(customer.since).getUTCFullYear()}`,
    language === 'zh' ? `${records.orders.length} 个订单，${records.conversations} 个会话` : `${records.orders.length} orders, ${records.conversations} conversations`,
    sums(records.orders.map((order) => order.total)).map((sum) => money(sum, language)).join(' + '),
    language === 'zh' ? `${records.moods.length} 条消息，生气 ${angry} 条` : `${records.moods.length} messages, ${angry} angry`,
  ]
  return { kind: 'customer', id: customer.id, title: { zh: '客户档案', en: 'Customer card' }, text: lines.filter((line) => line !== '').join('\n'), internal: false, messageId: null }
}

/** A message of this customer's conversations, theirs or ours. */
export function messageSource(message: { text: string; at: number; conversationId: string; messageId: string }, { language, timeZone }: Telling, what: 'contact' | 'promise'): Source {
  const title = what === 'contact' ? { zh: '客户的消息', en: 'The customer’s message' } : { zh: '我们的回复', en: 'Our reply' }
  return { kind: 'history', id: message.conversationId, title, text: `${moment(message.at, language, timeZone)}\n${message.text}`, internal: false, messageId: message.messageId }
}

/** How long something took, as people say it. */
export function lasted(minutes: number, language: 'zh' | 'en'): string {
  if (minutes < 60) return language === 'zh' ? `${Math.max(1, minutes)} 分钟` : `${Math.max(1, minutes)} min`
  const hours = Math.round(minutes / 60)
  if (hours < 48) return language === 'zh' ? `${hours} 小时` : `${hours} h`
  return language === 'zh' ? `${Math.round(hours / 24)} 天` : `${Math.round(hours / 24)} days`
}

/** A past case as a source. */
export function caseSource(one: ShownCase, { language, timeZone }: Telling): Source {
  const words = WORDS[language]
  const end = one.disposition ? words.end[one.disposition] : language === 'zh' ? '没写怎么结束' : 'end not told'
  const lines = [
    `${language === 'zh' ? '客户：' : 'Customer: '}${one.matter}`,
    ...(one.done ? [`${language === 'zh' ? '我们：' : 'We: '}${one.done}`] : []),
    `${end}${words.comma}${language === 'zh' ? '用时 ' : 'took '}${lasted(one.minutes, language)}${words.comma}${day(one.endedAt, language, timeZone)}`,
  ]
  return { kind: 'case', id: one.conversationId, title: { zh: one.own ? '这位客户以前的会话' : '别的客户的会话', en: one.own ? 'Earlier, this customer' : 'Another customer' }, text: lines.join('\n'), internal: false, messageId: null }
}
