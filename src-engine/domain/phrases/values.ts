import type { Order } from '../../../src-shared/domain/order.ts'
import type { PhraseVariable } from '../../../src-shared/domain/phrase-gaps.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { chooseOrder } from '../drafting/choose-order.ts'
import { day, local, money } from '../drafting/format.ts'
import { matterOf } from '../drafting/matter.ts'
import type { DraftInput } from '../drafting/types.ts'

export type PhraseValues = Partial<Record<PhraseVariable, string>>

/** What every phrase may say, whoever asks. */
export interface Speaker {
  agentName: string
  shopName: LocalText
}

/** The order that the drafter would speak of; null when the customer is not verified or it is not clear which. */
export function orderMeant(input: DraftInput): Order | null {
  const matter = matterOf(input)
  if (!matter.verified) return null
  const orders = input.orders.filter((order) => order.customerId === input.customer?.id)
  return chooseOrder({ text: matter.words, history: input.history, orders, topic: matter.topics[0] ?? null, denied: matter.acts.has('deny_correct'), earlier: input.earlier }).order
}

/**
 * What the variables of a phrase stand for in this conversation. Facts of the customer and of orders only for a verified
 * customer; whatever is not certain has no value, and its gap is left to the person.
 * @param input null where no customer has written yet
 */
export function phraseValues(input: DraftInput | null, speaker: Speaker, language: 'zh' | 'en'): PhraseValues {
  const always: PhraseValues = { agent: speaker.agentName, shop: local(speaker.shopName, language) }
  if (!input?.customer || input.conversation.verification === 'none') return always
  const order = orderMeant(input)
  return { ...always, customer: input.customer.name, ...(order ? orderValues(order, language, input.timeZone ?? 'Asia/Shanghai', input.now) : {}) }
}

/** What an order's variables stand for; `now` in milliseconds, `timeZone` IANA. */
export function orderValues(order: Order, language: 'zh' | 'en', timeZone: string, now: number): PhraseValues {
  const parcel = order.logistics
  const [item, ...others] = order.items
  // An estimate that has passed promises nothing any more; a case for another amount makes "the amount" a guess.
  const eta = parcel?.etaAt && parcel.etaAt >= now ? day(parcel.etaAt, language, timeZone) : undefined
  const oneAmount = !order.afterSale || order.afterSale.amount.amount === order.total.amount
  return {
    order: order.no,
    product: item && others.length === 0 ? local(item.title, language) : undefined,
    carrier: parcel ? local(parcel.carrier, language) : undefined,
    tracking: parcel?.trackingNo,
    eta,
    amount: oneAmount ? money(order.total, language) : undefined,
  }
}
