/**
 * Whether an amount is what goods are offered at or what somebody paid. The price of a line of an order was paid; the price of
 * a product in the catalogue was not, whatever the order says. `null`: the record tells neither.
 */
export type RecordKind = 'order' | 'offer' | null

const ORDER_NAME = /order|trade|invoice|payment|refund|after_?sale|checkout|transaction|订单|交易|退款|售后|支付|发票/i
const OFFER_NAME = /^(?:\w*_)?(?:products?|goods|skus?|catalogu?e?|listings?|variants?|merchandise)(?:\[\d+\])?$|^(?:商品|货品|宝贝)(?:库|目录|列表|资料)?$/i
/** Fields that only what was bought has, and such as a product may have too where it is called one. */
const ORDER_FIELD = /^(?:order|trade)_?(?:id|no|num|number|status|time|date|at)?$|^tid$|line_?items|placed_?at|ordered_?at|^(?:grand_?)?total$|total_?(?:price|amount|paid)|paid_?(?:at|amount)?$|^pay_|订单|实付|付款/i
const LINE_FIELD = /^(?:items|quantity|qty|数量|件数)$/i
const NAME_FIELD = /^(?:title|name|product_?name|goods_?name|商品名称|名称|品名)$/i
const PRICE_FIELD = /price|msrp|售价|标价|定价|原价|吊牌价|价格|单价/i

/** What the name of a fact, or of the field that holds a record, tells. */
export const kindOfName = (name: string): RecordKind => (ORDER_NAME.test(name) ? 'order' : OFFER_NAME.test(name) ? 'offer' : null)

/** What a record is; all within an order is the order's. */
export function kindOfRecord(record: Readonly<Record<string, unknown>>, at: { key: string; kind: RecordKind }): RecordKind {
  if (at.kind === 'order') return 'order'
  const keys = Object.keys(record)
  if (keys.some((key) => ORDER_FIELD.test(key) && record[key] !== null)) return 'order'
  const named = kindOfName(typeof record['type'] === 'string' ? record['type'] : at.key)
  if (named !== null || at.kind !== null) return named ?? at.kind
  if (keys.some((key) => LINE_FIELD.test(key))) return 'order'
  return keys.some((key) => NAME_FIELD.test(key)) && keys.some((key) => PRICE_FIELD.test(key)) ? 'offer' : null
}

/** Money of an offer that is no price, such as a deposit, says what it says. */
export const isPriceName = (path: string): boolean => path.split('.').some((name) => PRICE_FIELD.test(name))

const BACK = /退(?!货|换|件|订|出|税)|返还|原路返|打回|(?<![a-z])(?:refund(?:s|ed|ing)?|reimburse(?:d|ment)?|money back|(?:give|pay|send|get) (?:you )?(?:it )?back|back to (?:your|the) (?:card|account|original|bank|wallet))(?![a-z])/gi
const PAID = /实付|实际支付|付了|付的|付款(?:了|的?金额)|支付(?:了|的)|已(?:经)?(?:支付|付款?)|花了|扣了|扣款|扣费|(?<![a-z])(?:paid|(?<!be )charged|(?<!be )billed|debited|payment of|you spent|it cost you)(?![a-z])/gi
const OFFERED = /售价|标价|定价|现价|价格|单价|卖|(?<![a-z])(?:sells? (?:for|at)|sold (?:for|at)|costs?(?! you)|priced?(?: (?:at|is|of))?|list price|on sale for)(?![a-z])/gi
const STOP = /[,,。;;!!?？\n]|\. /

/** Does the clause say of this amount that it was paid or goes back? The nearest word tells; `退` and `您付` outweigh a price. */
export function isPaidOrBack(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 40), start).split(STOP).at(-1) ?? ''
  const after = folded.slice(end, end + 24).split(STOP)[0] ?? ''
  const gap = (form: RegExp): number => Math.min(
    ...[...before.matchAll(form)].map((match) => before.length - match.index - match[0].length), ...[...after.matchAll(form)].map((match) => match.index + 8), Infinity)
  // `¥129 back`; further on it may be `get back to you`.
  if (/^\s?back(?![a-z])/i.test(after)) return true
  const moved = Math.min(gap(BACK), gap(PAID))
  return moved < Infinity && moved <= gap(OFFERED)
}
