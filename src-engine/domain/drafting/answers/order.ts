import type { Order } from '../../../../src-shared/domain/order.ts'
import { local } from '../format.ts'
import type { Line } from '../types.ts'
import { agrees, asBubble, saidBefore, say, type Context, type OrderAnswer } from './context.ts'
import { intercept } from './logistics.ts'

/** Agreed in plain words: to the question that stands last, or to one of these asked before. */
function confirmed(context: Context): boolean {
  const asked = context.matter.acts.has('affirm') || saidBefore(context, /回复“确认取消”|reply "confirm|新地址|门牌号|new address|house number|哪个规格|Which version/)
  return asked && agrees(context)
}

export const lookUp: OrderAnswer = (context, order) => [[say(context, order, 'lookup', ['placedAt', 'items', 'total', 'status'])]]

/** Cancelling is asked for in clear words before anything happens. */
export const cancel: OrderAnswer = (context, order) => {
  if (order.status === 'unpaid') return [[say(context, order, 'cancel.unpaid', ['status'])]]
  if (order.status === 'shipped') return intercept(context, order)
  if (order.status !== 'paid') return [[say(context, order, 'order.status', ['status'])], ...asBubble(context.quote)]
  if (confirmed(context)) return [[say(context, order, 'cancel.done')]]
  return [[say(context, order, 'cancel.ask', ['status', 'total'])]]
}

/** A phone number, or a street with its number: the new address is there already. */
const NEW_ADDRESS = /(?<!\d)1\d{10}(?!\d)|[路街道巷].{0,12}\d+\s*[号栋弄]|\d+[栋幢].{0,6}\d+/
/** A day or an hour, or where to leave it: what they wish is said, and is not asked for again. */
const TIME_OR_PLACE = /[周星期礼拜][一二三四五六日天末]|今天|明天|后天|今晚|晚上|上午|下午|早上|[点号](?![头码])|快递柜|门卫|驿站|门口|前台|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|evening|morning|afternoon|tomorrow\b/i
/** A wish for the parcel itself, not for other goods. */
const NOTE = /备注|价格单|小票|贺卡|分开(?:包|装)|\b(?:note|gift message|price slip)\b/i

export const changeAddress: OrderAnswer = (context, order) => {
  if (order.status === 'paid' || order.status === 'unpaid') {
    return confirmed(context) || context.matter.acts.has('provide_info') || NEW_ADDRESS.test(context.matter.words)
      ? [[say(context, order, 'address.done')]]
      : [[say(context, order, 'address.ask', ['status'])]]
  }
  if (order.status !== 'shipped' || order.logistics === null) return [[say(context, order, 'order.status', ['status'])]]
  return [[say(context, order, 'address.shipped', ['shippedAt', 'logistics.carrier'])], ...asBubble(context.quote)]
}

export const modify: OrderAnswer = (context, order) => {
  if (order.status !== 'paid' && order.status !== 'unpaid') return [[say(context, order, 'order.status', ['status'])], ...asBubble(context.quote)]
  if (confirmed(context)) return [[say(context, order, 'modify.done')]]
  if (NOTE.test(context.matter.words)) return [[say(context, order, 'modify.note', ['status'])]]
  const wanted = variantNamed(context, order.items)
  if (wanted !== null) return [[wantedLine(context, order, wanted)]]
  if (/一起发|合并|combine|merge/i.test(context.matter.words)) return [[say(context, order, 'return.notDelivered', ['status'])], ...asBubble(context.quote)]
  return [[say(context, order, 'modify.ask', ['status'])], ...asBubble(variants(context, order.items[0]?.productId) ?? context.quote)]
}

export const schedule: OrderAnswer = (context, order) => {
  if (order.status === 'paid' || order.status === 'unpaid') {
    if (TIME_OR_PLACE.test(context.matter.words)) return [[say(context, order, 'schedule.paidNoted', ['status'])]]
    return [[say(context, order, 'schedule.paid', ['status'])], ...asBubble(context.quote)]
  }
  if (order.status !== 'shipped' || order.logistics === null) return [[say(context, order, 'order.status', ['status'])]]
  if (TIME_OR_PLACE.test(context.matter.words)) return [[say(context, order, 'schedule.noted', ['logistics.carrier'])]]
  return [[say(context, order, 'schedule.shipped', ['logistics.carrier'])]]
}

const wantedLine = (context: Context, order: Order, variant: string): Line => {
  const line = say(context, order, 'modify.check', ['status'])
  return 'key' in line ? { ...line, vars: { ...line.vars, variant } } : line
}

/** The one other version of the goods whose name, or the part of it that tells it apart, stands in the words; null when none or several do. */
function variantNamed(context: Context, items: Order['items']): string | null {
  const product = context.input.products.find((candidate) => candidate.id === items[0]?.productId)
  const words = context.matter.words.toLowerCase()
  const names = (product?.variants ?? []).filter((variant) => variant.zh !== items[0]?.variant.zh)
    .filter((variant) => [variant.zh, ...variant.zh.split(' '), ...variant.en.toLowerCase().split(', ')].some((name) => /\p{Script=Han}{2}|[a-z]{4}/u.test(name) && words.includes(name)))
  return names.length === 1 && names[0] ? local(names[0], context.language) : null
}

/** More are read off the page, not out of a chat. */
const MOST_VERSIONS = 6

/** Which versions there are, from the product itself; only where there is a choice. */
export function variants(context: Context, productId: string | undefined): Line | null {
  const product = context.input.products.find((candidate) => candidate.id === productId)
  if (!product || product.variants.length < 2 || product.variants.length > MOST_VERSIONS) return null
  const names = product.variants.map((variant) => local(variant, context.language)).join(context.language === 'zh' ? '、' : ', ')
  return {
    key: 'product.variants', vars: { product: local(product.title, context.language), variants: names },
    sources: [{ kind: 'product', id: product.id, title: local(product.title, context.language) }], facts: ['product.variants'],
  }
}
