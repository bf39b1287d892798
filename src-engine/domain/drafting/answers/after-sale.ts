import type { Order } from '../../../../src-shared/domain/order.ts'
import { local, money } from '../format.ts'
import { replacementFor } from '../replacement.ts'
import type { Bubble, Line, Source } from '../types.ts'
import { asBubble, covered, plainly, say, type Context, type OrderAnswer } from './context.ts'
import { variants } from './order.ts'

/** State of a case that already runs; [] when there is none. */
function caseState(context: Context, order: Order): Bubble[] {
  const sale = order.afterSale
  if (!sale) return []
  const key = sale.kind === 'refund' || sale.kind === 'return' ? (sale.status === 'paid' ? 'sale.paid' : 'sale.refund') : 'sale.other'
  return [[say(context, order, key, ['afterSale.status', 'afterSale.amount', 'afterSale.requestedAt'])]]
}

export const refundProgress: OrderAnswer = (context, order) => {
  const state = caseState(context, order)
  if (state.length > 0) return [...state, ...asBubble(context.quote)]
  if (order.shownStatus || order.status === 'refunded' || order.status === 'cancelled' || order.status === 'refunding') return [[say(context, order, 'order.status', ['status'])], ...asBubble(context.quote)]
  return [[say(context, order, 'sale.none', ['afterSale'])], ...asBubble(context.quote)]
}

/** A case that is refused, short or withdrawn is for a person; what is known is said first. */
export const disputedCase: OrderAnswer = (context, order) => [...caseState(context, order), ...asBubble(context.quote), [plainly('person.next')]]

export const withdraw: OrderAnswer = (context, order) => [...caseState(context, order), ...asBubble(context.quote)]

/** They say that the picture is there. */
const SENT = /[拍发](?:了|过)(?:一?张)?(?:图|照片|视频)?|图(?:片)?(?:发|传)了|\b(?:sent|attached|took) (?:a |the |\w+ )?(?:photos?|pictures?|pics?)\b/i
const PHOTO = /照片|视频|拍一|photo|video/i

/** The customer has it in hand, whatever the record says. */
const HAS_IT = /收到|到货|拿到|拆开|打开|装好|用了|arrived|received|opened|got (?:it|them|my)/i

/** Something is wrong with the goods: sorry for the trouble, what we need to see, what the shop's rules say. No cause, no fault. */
export const wrongGoods: OrderAnswer = (context, order) => {
  const running = order.afterSale !== null && order.afterSale.status !== 'closed' ? caseState(context, order) : []
  const sorry = context.matter.emotion < 2
  if (running.length > 0) return [[...(sorry ? [plainly('goods.sorry')] : []), ...(running[0] ?? [])], [plainly('sale.check')]]
  // What has not arrived cannot have disappointed: then how the order stands, and what the shop says of it.
  if (order.deliveredAt === null && order.logistics?.status !== 'delivered' && !HAS_IT.test(context.matter.words)) return [[say(context, order, 'order.status', ['status'])], ...asBubble(context.quote)]
  const seen = context.matter.acts.has('media_only') || SENT.test(context.matter.words)
  const photo = seen ? [plainly('photo.got')] : covered(context.quote, PHOTO) ? [] : [plainly(`photo.${context.topic}`)]
  return [[say(context, order, sorry ? 'goods.about' : 'goods.noted'), ...photo], ...asBubble(context.quote), [plainly('goods.wish')]]
}

export const askReturn: OrderAnswer = (context, order) => {
  const state = caseState(context, order)
  if (state.length > 0 && order.afterSale?.status !== 'closed') return [...state, ...asBubble(context.quote)]
  const base = order.deliveredAt === null ? say(context, order, 'return.notDelivered', ['status']) : say(context, order, 'return.delivered', ['deliveredAt'])
  return [[base], ...asBubble(context.quote), [plainly('return.reason')]]
}

/** None is left of what they bought: the nearest of its kind, with what it costs more or less. */
function otherGoods(context: Context, order: Order): Line | null {
  const bought = context.input.products.find(({ id }) => id === order.items[0]?.productId) ?? null
  const found = replacementFor(bought, context.input.products)
  if (!bought || !found) return null
  const { product, difference } = found
  const vars = { product: local(bought.title, context.language), other: local(product.title, context.language), price: money(product.price, context.language), was: money(bought.price, context.language) }
  const sources: Source[] = [bought, product].map(({ id, title }) => ({ kind: 'product', id, title: local(title, context.language) }))
  return { key: difference === 0 ? 'instead.same' : 'instead.near', vars, sources, facts: ['product.stock', 'product.price'] }
}

export const exchange: OrderAnswer = (context, order) => {
  const state = caseState(context, order)
  if (state.length > 0 && order.afterSale?.status !== 'closed') return [...state, ...asBubble(context.quote)]
  const instead = otherGoods(context, order)
  if (instead) return [[instead], ...asBubble(context.quote)]
  const choice = variants(context, order.items[0]?.productId)
  return [[say(context, order, 'exchange.ask')], ...asBubble(context.quote), ...asBubble(choice)]
}
