import type { Order } from '../../../../src-shared/domain/order.ts'
import { offeredBy } from '../../agreement/offered.ts'
import { isPlainYes } from '../../agreement/plain-yes.ts'
import type { Choice } from '../choose-order.ts'
import { bare, day, isMidnight, local, moment, money, TIME_ZONE } from '../format.ts'
import type { Matter } from '../matter.ts'
import { shortTitle } from '../short-title.ts'
import { wordings } from '../templates.ts'
import type { Bubble, DraftInput, Line, Source } from '../types.ts'

/** What every answer may use. */
export type Context = {
  input: DraftInput
  matter: Matter
  topic: string
  choice: Choice
  /** The sentences of the shop's knowledge for this topic, if any. */
  quote: Line | null
  language: string
  timeZone: string
}
export type Answer = (context: Context) => Bubble[]
export type OrderAnswer = (context: Context, order: Order) => Bubble[]

export const orderSource = (order: Order): Source => ({ kind: 'order', id: order.no, title: order.no })

/** Label of a closed value, such as an order status, in the customer's language; '' where the language has none. */
export function label(context: Context, key: string): string {
  return wordings(context.input.templates.languages.get(context.language) ?? {}, `label.${key}`, {})[0] ?? ''
}

/** `云雀 S2 真无线耳机`, with `等 2 件` when there are more. */
export function productName(context: Context, order: Order): string {
  const first = order.items[0]
  if (!first) return ''
  const title = shortTitle(local(first.title, context.language))
  const pieces = order.items.reduce((sum, item) => sum + item.quantity, 0)
  if (order.items.length === 1) return title
  return wordings(context.input.templates.languages.get(context.language) ?? {}, 'label.andMore', { product: title, count: String(pieces) })[0] ?? title
}

/** A carrier's words in a script that the customer does not write are left out; the time of the scan still tells. */
const readable = (text: string, language: string): string => (/\p{Script=Han}/u.test(text) === (language === 'zh') ? text : '')

/** Every variable that an order can fill; a fact that is not there stays away and takes its sentence with it. */
export function orderVars(context: Context, order: Order): Record<string, string> {
  const on = (value: number | null | undefined): string => (value === null || value === undefined ? '' : day(value, context.language, context.timeZone))
  // A record that holds a day alone is read as its first instant: the hour is then nobody's.
  const at = (value: number | null | undefined): string => (value === null || value === undefined ? '' : isMidnight(value, context.timeZone) ? on(value) : moment(value, context.language, context.timeZone))
  const scan = order.logistics?.events.at(-1)
  const sale = order.afterSale
  return {
    product: productName(context, order), total: order.total.amount > 0 ? money(order.total, context.language) : '', placed: on(order.placedAt || null),
    status: order.shownStatus ? local(order.shownStatus, context.language) : label(context, `status.${order.status}`),
    shipBy: at(order.promisedShipBy), shipped: on(order.shippedAt), delivered: at(order.deliveredAt),
    carrier: order.logistics ? local(order.logistics.carrier, context.language) : '', trackingNo: order.logistics?.trackingNo ?? '',
    scanTime: at(scan?.at), scan: scan ? readable(bare(local(scan.text, context.language)), context.language) : '', eta: on(order.logistics?.etaAt),
    // A customer elsewhere reads whose clock it is; one of a shop elsewhere reads the shop's own, which needs no word.
    clock: context.timeZone === TIME_ZONE && context.language !== 'zh' ? label(context, 'clock') : '',
    ...(sale ? { saleKind: label(context, `sale.${sale.kind}`), saleStatus: sale.shownStatus ? local(sale.shownStatus, context.language) : label(context, `saleStatus.${sale.status}`),
      saleAmount: sale.amount.amount > 0 ? money(sale.amount, context.language) : '', saleDate: on(sale.requestedAt || null) } : {}),
    items: order.items.map((item) => `${local(item.title, context.language)} ${local(item.variant, context.language)} ×${item.quantity}`).join(context.language === 'zh' ? '、' : ', '),
  }
}

/** A line about an order: its variables, its source, the facts that it names. */
export const say = (context: Context, order: Order, key: string, facts: readonly string[] = []): Line => ({
  key, vars: orderVars(context, order), sources: [orderSource(order)], facts: facts.map((fact) => `order.${fact}`),
})
/** A line without facts: a question, an offer, a courtesy. */
export const plainly = (key: string, vars: Record<string, string> = {}): Line => ({ key, vars })
/** Does the shop's own text already say it? Then ours is left out. */
export const covered = (quote: Line | null, what: RegExp): boolean => quote !== null && 'verbatim' in quote && what.test(quote.verbatim)
/** Did we say something like it in this conversation? */
export const saidBefore = (context: Context, what: RegExp | string): boolean =>
  context.input.history.some((turn) => turn.role !== 'customer' && (typeof what === 'string' ? turn.text.includes(what) : what.test(turn.text)))
/** Is all that the customer wrote a plain yes to our last words, or what these offered? */
export const agrees = ({ input, matter }: Context): boolean => isPlainYes(matter.words, offeredBy(input.history.findLast(({ role }) => role !== 'customer')?.text ?? ''))
/** Sorry for the wait, unless the tone of the whole draft is an apology already. */
export const sorryForWait = (context: Context): Line[] => (context.matter.emotion >= 2 ? [] : [plainly('sorry.wait')])
export const asBubble = (line: Line | null): Bubble[] => (line ? [[line]] : [])
