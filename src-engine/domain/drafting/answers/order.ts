import { local } from '../format.ts'
import type { Line } from '../types.ts'
import { asBubble, saidBefore, say, type Context, type OrderAnswer } from './context.ts'
import { intercept } from './logistics.ts'

const YES = /确认|是的|没错|对[,\uff0c。 ]|^对|可以|同意|\b(?:confirm|yes|go ahead|please do)\b/i
/** Agreed in clear words: triage says so, or we asked and the words do. */
const confirmed = (context: Context): boolean =>
  context.matter.acts.has('affirm') || (YES.test(context.matter.words) && saidBefore(context, /回复“确认取消”|reply "confirm"|新地址|门牌号|new address|house number|哪个规格|Which version/))

export const lookUp: OrderAnswer = (context, order) => [[say(context, order, 'lookup', ['placedAt', 'items', 'total', 'status'])]]

/** Cancelling is asked for in clear words before anything happens. */
export const cancel: OrderAnswer = (context, order) => {
  if (order.status === 'unpaid') return [[say(context, order, 'cancel.unpaid', ['status'])]]
  if (order.status === 'shipped') return intercept(context, order)
  if (order.status !== 'paid') return [[say(context, order, 'order.status', ['status'])], ...asBubble(context.quote)]
  if (confirmed(context)) return [[say(context, order, 'cancel.done')]]
  return [[say(context, order, 'cancel.ask', ['status', 'total'])]]
}

export const changeAddress: OrderAnswer = (context, order) => {
  if (order.status === 'paid' || order.status === 'unpaid') {
    return confirmed(context) || context.matter.acts.has('provide_info')
      ? [[say(context, order, 'address.done')]]
      : [[say(context, order, 'address.ask', ['status'])]]
  }
  if (order.status !== 'shipped' || order.logistics === null) return [[say(context, order, 'order.status', ['status'])]]
  return [[say(context, order, 'address.shipped', ['shippedAt', 'logistics.carrier'])], ...asBubble(context.quote)]
}

export const modify: OrderAnswer = (context, order) => {
  if (order.status !== 'paid' && order.status !== 'unpaid') return [[say(context, order, 'order.status', ['status'])], ...asBubble(context.quote)]
  if (confirmed(context)) return [[say(context, order, 'modify.done')]]
  return [[say(context, order, 'modify.ask', ['status'])], ...asBubble(variants(context, order.items[0]?.productId) ?? context.quote)]
}

export const schedule: OrderAnswer = (context, order) => {
  if (order.status === 'paid' || order.status === 'unpaid') return [[say(context, order, 'schedule.paid', ['status'])], ...asBubble(context.quote)]
  if (order.status !== 'shipped' || order.logistics === null) return [[say(context, order, 'order.status', ['status'])]]
  return [[say(context, order, 'schedule.shipped', ['logistics.carrier'])]]
}

/** Which versions there are, from the product itself; only where there is a choice. */
export function variants(context: Context, productId: string | undefined): Line | null {
  const product = context.input.products.find((candidate) => candidate.id === productId)
  if (!product || product.variants.length < 2) return null
  const names = product.variants.map((variant) => local(variant, context.language)).join(context.language === 'zh' ? '、' : ', ')
  return {
    key: 'product.variants', vars: { product: local(product.title, context.language), variants: names },
    sources: [{ kind: 'product', id: product.id, title: local(product.title, context.language) }], facts: ['product.variants'],
  }
}
