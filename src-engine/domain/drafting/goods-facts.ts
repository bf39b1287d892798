import type { Product } from '../../../src-shared/domain/product.ts'
import { productMeant } from './answers/goods.ts'
import { chooseOrder } from './choose-order.ts'
import { local, money } from './format.ts'
import type { Matter } from './matter.ts'
import { replacementFor } from './replacement.ts'
import type { DraftInput } from './types.ts'

/** Most products told, properties and variants of each, and code points of one text: a prompt has an end. */
const MOST_PRODUCTS = 4
const MOST_SPECS = 8
const MOST_VARIANTS = 8
const LONGEST = 80
/** Matters in which the same thing may be wanted again. */
const EXCHANGES: ReadonlySet<string> = new Set(['exchange_request', 'out_of_stock', 'resend_request', 'wrong_item', 'damaged', 'quality_defect', 'restock', 'not_as_described'])

const cut = (text: string): string => {
  const points = [...text]
  return points.length > LONGEST ? `${points.slice(0, LONGEST).join('')}…` : text
}

/** The products that the question is about: those of the order that is meant, else of the newest ones, and the one that is named. */
export function productsMeant(input: DraftInput, matter: Matter): Product[] {
  const own = input.orders.filter((order) => matter.verified && order.customerId === input.customer?.id)
  const choice = chooseOrder({ text: matter.words, history: input.history, orders: own, topic: matter.topics[0] ?? null, denied: matter.acts.has('deny_correct'), shown: input.shownOrder, earlier: input.earlier })
  const orders = choice.order ? [choice.order] : [...own].sort((a, b) => b.placedAt - a.placedAt)
  const ordered = orders.flatMap((order) => order.items.map(({ productId }) => productId))
  const named = productMeant(matter.words, input, ordered)
  const ids = new Set([...(named ? [named.id] : []), ...ordered])
  const byId = new Map(input.products.map((product) => [product.id, product]))
  return [...ids].flatMap((id) => byId.get(id) ?? []).slice(0, MOST_PRODUCTS)
}

/** A product as a model may see it. Where none is left and the same again may be wanted: what can be had instead, or that nothing can. */
export function productFacts(product: Product, input: DraftInput, matter: Matter): Record<string, unknown> {
  const { language } = matter
  const variants = product.variants.slice(0, MOST_VARIANTS).map((variant, index) => {
    const left = product.variantStock?.[index]
    return { name: cut(local(variant, language)), ...(left === undefined ? {} : { stock: left }) }
  })
  return {
    product: cut(local(product.title, language)), price: money(product.price, language), warrantyMonths: product.warrantyMonths,
    stock: product.stock ?? 'not known',
    specs: product.specs.slice(0, MOST_SPECS).map(({ name, value }) => `${cut(local(name, language))}: ${cut(local(value, language))}`),
    ...(variants.length > 0 ? { variants } : {}),
    ...(product.stock === 0 && matter.topics.some((topic) => EXCHANGES.has(topic)) ? { insteadOfIt: insteadOf(product, input, language) } : {}),
  }
}

function insteadOf(product: Product, input: DraftInput, language: string): Record<string, unknown> {
  const why = 'none is left, so the same one cannot be sent'
  const found = replacementFor(product, input.products)
  if (!found) return { why, product: null, then: 'nothing of the kind is near in price; a colleague looks for another way' }
  const { difference } = found
  const costs = difference === 0 ? 'the same' : `${money({ ...product.price, amount: Math.abs(difference) }, language)} ${difference > 0 ? 'more' : 'less'}`
  return { why, product: cut(local(found.product.title, language)), price: money(found.product.price, language), costs, stock: found.product.stock }
}
