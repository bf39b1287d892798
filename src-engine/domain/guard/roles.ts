/** What a day or an amount in a record is about. A draft that calls the day of dispatch the day of arrival is wrong with a right figure. */
export type Role = 'placed' | 'paid-at' | 'shipped' | 'ships-by' | 'arrives' | 'refund' | 'price' | 'freight' | 'discount'
type Kind = 'date' | 'amount'

/** Names of fields, most telling first; Latin ones are compared in lower case. */
const KEYS: Readonly<Record<Kind, ReadonlyArray<[RegExp, Role]>>> = {
  date: [
    [/refund|退款/, 'refund'], [/arriv|deliver(?!ymethod)|eta\b|etaat|estimated|签收|送达|到货|妥投/, 'arrives'], [/ship_?by|(?:promised?|latest|last|deadline|due|expected)_?(?:ship|dispatch)|(?:承诺|最晚|预计|应)(?:发货|发出|出库)/, 'ships-by'], [/ship|dispatch|fulfil|发货|发出|出库|揽收/, 'shipped'],
    [/payment|paid|pay_|付款|支付/, 'paid-at'], [/placed|created|ordered|order_?time|order_?date|下单|拍下/, 'placed'],
  ],
  amount: [
    [/refund|aftersale|after_sale|退款/, 'refund'], [/freight|shipping|postage|delivery_?fee|运费|邮费/, 'freight'], [/coupon|discount|优惠|满减|抵扣/, 'discount'],
    [/total|price|paid|pay|amount|实付|金额|单价|应付|价格/, 'price'],
  ],
}

/** The role that a field's path tells: its own name first, then those around it; null when none does. */
export function roleOfPath(kind: Kind, path: string): Role | null {
  const names = path.toLowerCase().split('.').toReversed()
  // Whatever stands in a refund is the refund's.
  if (kind === 'amount' && names.some((name) => /refund|aftersale|after_sale|退款/.test(name))) return 'refund'
  for (const [at, name] of names.entries()) {
    const role = KEYS[kind].find(([form]) => form.test(name))?.[1]
    // When a parcel or a refund was created is no day of ordering.
    if (role === 'placed' && names.slice(at + 1).some((outer) => /fulfil|refund|logistic|shipment|return|refunds/.test(outer))) continue
    if (role !== undefined) return role
  }
  return null
}

const WORDS: Readonly<Record<Kind, ReadonlyArray<[RegExp, Role]>>> = {
  date: [
    [/下单|拍下|拍的|下的|(?<![a-z])(?:ordered|placed)(?![a-z])/i, 'placed'], [/付款|支付|(?<![a-z])paid(?![a-z])/i, 'paid-at'],
    [/发出|发货|寄出|出库|出仓|揽收|(?<![a-z])(?:shipp?(?:ed|s)?|left|leaves?|dispatch(?:ed)?|hand(?:ed)?|picked|sent)(?![a-z])/i, 'shipped'],
    [/送达|送到|到货|签收|派送|到达|能到|妥投|收到货|(?<![a-z])(?:deliver(?:ed|y)?|arrives?|arrived|due|with you|reach(?:es)?|estimated?|expect(?:ed|s)?)(?![a-z])|预计|估计|大概/i, 'arrives'], [/退款|(?<![a-z])refund(?:ed)?(?![a-z])/i, 'refund'],
  ],
  amount: [
    [/退款|退您|退回|退还|(?<![a-z])refund(?:ed)?(?![a-z])/i, 'refund'], [/运费|邮费|(?<![a-z])(?:shipping (?:fee|cost)|postage)(?![a-z])/i, 'freight'],
    [/优惠|券|减免|抵扣|(?<![a-z])(?:coupon|voucher|discount)(?![a-z])/i, 'discount'], [/实付|付了|付的|结算|实收|总价|(?<![a-z])(?:paid|price|total)(?![a-z])/i, 'price'],
  ],
}
/** Done, not promised: the day of a promise is no day of dispatch then. */
const DONE = /已|揽收|(?<![a-z])(?:was|were|left|has been|have been|picked|sent|shipped on|dispatched on)(?![a-z])/i
const STOP = /[,,。;;!!?？\n]|(?<=[a-z]),|\. /

/** The nearest word about it in the same clause: in Chinese behind a day (`25日发出`), else before it (`shipped on`). */
export function roleOfWords(kind: Kind, folded: string, start: number, end: number): Role | null {
  const before = folded.slice(Math.max(0, start - 40), start).split(STOP).at(-1) ?? ''
  const after = folded.slice(end, end + 24).split(STOP)[0] ?? ''
  const near = (text: string, backwards: boolean): Array<{ role: Role; gap: number }> => WORDS[kind].flatMap(([form, role]) =>
    [...text.matchAll(new RegExp(form.source, 'gi'))].map((match) => ({ role, gap: backwards ? text.length - match.index - match[0].length : match.index })))
  const isHan = /\p{Script=Han}/u.test(before.slice(-3) + after.slice(0, 6))
  const behind = near(after, false).filter(({ gap }) => gap <= (isHan ? 12 : 16)).map((one) => ({ ...one, gap: kind === 'date' && isHan ? one.gap : one.gap + 100 }))
  const ahead = near(before, true).map((one) => ({ ...one, gap: kind === 'date' && isHan ? one.gap + 100 : one.gap }))
  const role = [...behind, ...ahead].sort((a, b) => a.gap - b.gap)[0]?.role ?? null
  return role === 'shipped' && !DONE.test(before.slice(-24) + after.slice(0, 12)) ? 'ships-by' : role
}
