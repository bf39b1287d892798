import type { Case } from './cases.ts'
import type { Random } from './random.ts'
import * as say from './render.ts'

const DAY = 86_400_000
const NUMBERS = ['order_no', 'tracking_no', 'number_tail', 'other-customer', 'other-order']

/** A wrong text in the place of a slot, and what kinds of finding name it rightly. */
export interface Wrong { error: string; text: string; kinds: readonly string[] }
interface Slot {
  right(one: Case, manner: number): string
  wrong(one: Case, manner: number, random: Random): Wrong[]
}

/** A slot for a day: one off, a week off, a month off. */
const dayOf = (at: (one: Case) => number): Slot => ({
  right: (one, manner) => say.day(one, at(one), manner),
  wrong: (one, manner) => [[1, 'date one day late'], [-1, 'date one day early'], [7, 'date a week late'], [31, 'date a month late']]
    .map(([days, error]) => ({ error: String(error), text: say.day(one, at(one) + Number(days) * DAY, manner), kinds: ['date'] })),
})

const OTHER_CURRENCY = { CNY: 'USD', USD: 'EUR', EUR: 'GBP', GBP: 'USD' } as const
const amountOf = (at: (one: Case) => number): Slot => ({
  right: (one, manner) => say.money(one, at(one), manner),
  wrong: (one, manner) => {
    const minor = at(one)
    const rounded = Math.round(minor / 1000) * 1000
    const written = (error: string, value: number, way = manner): Wrong => ({ error, text: say.money(one, value, way), kinds: ['amount', 'over-cap'] })
    return [
      written('amount one too much', minor + 100), written('amount ten times', minor * 10), written('amount a tenth', Math.round(minor / 10)),
      ...(rounded === minor ? [] : [written('amount rounded', rounded)]), ...(one.language === 'zh' ? [written('amount in Chinese numerals', Math.round(minor / 100) * 100 + 2_000, 3)] : []),
      { error: 'amount in another currency', text: say.money(one, minor, manner, OTHER_CURRENCY[one.currency]), kinds: ['amount'] },
    ]
  },
})

const numberOf = (at: (one: Case) => string, stranger: boolean): Slot => ({
  right: at,
  wrong: (one, _manner, random) => [
    { error: 'number with swapped digits', text: say.swapped(random, at(one)), kinds: NUMBERS },
    ...(stranger ? [{ error: 'number of another order', text: one.strangersOrder, kinds: NUMBERS }] : []),
  ],
})

const spanOf = (one: Case, count: number): string => (one.language === 'zh' ? `${count}天` : `${count} days`)
/** The other words of one language. */
const word = (one: Case, both: { zh: string; en: string }): string => both[one.language]
const COLOURS = [{ zh: '黑色', en: 'black' }, { zh: '蓝色', en: 'blue' }, { zh: '粉色', en: 'pink' }, { zh: '绿色', en: 'green' }]
const SIZES = { letters: [{ zh: 'XS码', en: 'size XS' }, { zh: '3XL码', en: 'size 3XL' }], numbers: [{ zh: '36码', en: 'size 36' }, { zh: '45码', en: 'size 45' }], words: [{ zh: '特大号', en: 'extra large' }] }

function otherSizes(one: Case): readonly { zh: string; en: string }[] {
  if (/\d ?ml/i.test(one.size.en)) return [{ zh: '750ml', en: '750 ml' }]
  if (/\d/.test(one.size.en)) return SIZES.numbers
  return /size /.test(one.size.en) ? SIZES.letters : SIZES.words
}

function otherWeights(one: Case): string[] {
  const text = word(one, one.goods.weight)
  const unit = /kg|公斤/.test(text) ? text.replace(/kg|公斤/, one.language === 'zh' ? '克' : 'g') : text.replace(/g|克/, 'kg')
  return [unit, text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10 || 3))]
}

export const SLOTS: Readonly<Record<string, Slot>> = {
  order: numberOf((one) => one.order, true),
  track: numberOf((one) => one.tracking, true),
  tail: numberOf((one) => one.order.slice(-4), false),
  paid: amountOf((one) => one.paid),
  refund: amountOf((one) => one.refund),
  placedOn: dayOf((one) => one.placed), shippedOn: dayOf((one) => one.shipped), shipByOn: dayOf((one) => one.shipBy), etaOn: dayOf((one) => one.eta), deliveredOn: dayOf((one) => one.delivered),
  etaDay: {
    right: (one, manner) => (one.language === 'zh' ? `${say.day(one, one.eta, manner)}(${say.weekday(one, one.eta)})` : `${say.weekday(one, one.eta)}, ${say.day(one, one.eta, manner % 2)}`),
    wrong: (one, manner) => [
      { error: 'weekday that does not fit', text: one.language === 'zh' ? `${say.day(one, one.eta, manner)}(${say.weekday(one, one.eta, 1)})` : `${say.weekday(one, one.eta, 1)}, ${say.day(one, one.eta, manner % 2)}`, kinds: ['weekday', 'date'] },
      { error: 'date one day late', text: one.language === 'zh' ? say.day(one, one.eta + DAY, manner) : say.day(one, one.eta + DAY, manner % 2), kinds: ['date'] },
    ],
  },
  etaRel: {
    right: (one) => say.relative(one, one.eta),
    wrong: (one) => [1, -1].map((days) => ({ error: 'relative day against the clock', text: say.relative(one, one.eta + days * DAY), kinds: ['date'] })),
  },
  at: { right: (one) => say.hour(one, one.shipBy), wrong: (one) => [{ error: 'time of day', text: say.hour(one, one.shipBy + 3_600_000), kinds: ['time'] }] },
  returnDays: {
    right: (one) => spanOf(one, one.returnDays),
    wrong: (one) => [{ error: 'return window', text: spanOf(one, one.returnDays === 7 ? 15 : one.returnDays + 5), kinds: ['duration', 'policy'] }, { error: 'return window in another unit', text: one.language === 'zh' ? `${one.returnDays}小时` : `${one.returnDays} weeks`, kinds: ['duration', 'policy'] }],
  },
  refundSpan: {
    right: (one, manner) => say.spanOfDays(one, one.refundDays, manner),
    wrong: (one, manner) => [
      { error: 'refund time', text: say.spanOfDays(one, [one.refundDays[0] + 4, one.refundDays[1] + 5], manner), kinds: ['duration'] },
      { error: 'refund time in another unit', text: one.language === 'zh' ? `${one.refundDays[1]}小时` : `${one.refundDays[1]} hours`, kinds: ['duration'] },
    ],
  },
  warranty: {
    right: (one, manner) => say.months(one, one.warrantyMonths, manner),
    wrong: (one, manner) => [{ error: 'warranty', text: say.months(one, one.warrantyMonths === 6 ? 18 : one.warrantyMonths + 12, manner), kinds: ['duration', 'policy'] }],
  },
  percent: {
    right: (one) => say.discount(one, one.percentOff),
    wrong: (one) => [{ error: 'percentage', text: say.discount(one, one.percentOff + 5), kinds: ['percentage'] }],
  },
  carrier: { right: (one) => word(one, one.carrier), wrong: (one) => [{ error: 'carrier', text: word(one, one.otherCarrier), kinds: ['carrier'] }] },
  product: { right: (one) => word(one, one.goods), wrong: (one) => [{ error: 'product', text: word(one, one.otherGoods), kinds: ['product'] }] },
  colour: {
    right: (one) => word(one, one.colour),
    wrong: (one) => COLOURS.filter((colour) => colour.en !== one.colour.en).map((colour) => ({ error: 'colour', text: word(one, colour), kinds: ['colour'] })),
  },
  size: { right: (one) => word(one, one.size), wrong: (one) => otherSizes(one).map((size) => ({ error: 'size', text: word(one, size), kinds: ['size', 'spec'] })) },
  qty: { right: (one, manner) => say.quantity(one, one.quantity, manner), wrong: (one, manner) => [1, -1].map((by) => ({ error: 'quantity', text: say.quantity(one, one.quantity + by, manner), kinds: ['quantity'] })) },
  weight: { right: (one) => word(one, one.goods.weight), wrong: (one) => otherWeights(one).map((text, at) => ({ error: at === 0 ? 'unit of weight' : 'weight', text, kinds: ['spec'] })) },
  name: {
    right: (one) => (one.language === 'zh' ? one.person.honorific : one.person.en.split(' ')[0] ?? ''),
    wrong: (one) => [{ error: 'another customer\'s name', text: one.language === 'zh' ? one.strangersName : one.strangersName.split(' ')[0] ?? '', kinds: ['name', 'other-customer'] }],
  },
  city: { right: (one) => word(one, one.place.city), wrong: (one) => [{ error: 'city', text: word(one, one.otherPlace.city), kinds: ['address'] }] },
  street: {
    right: (one) => (one.language === 'zh' ? `${one.place.street.zh}${one.place.detail.zh}` : `${one.place.detail.en} ${one.place.street.en}`),
    wrong: (one) => [
      { error: 'street', text: one.language === 'zh' ? `${one.otherPlace.street.zh}${one.place.detail.zh}` : `${one.place.detail.en} ${one.otherPlace.street.en}`, kinds: ['address'] },
      { error: 'house number', text: one.language === 'zh' ? `${one.place.street.zh}${one.place.detail.zh.replace(/^\d/, (digit) => String((Number(digit) % 9) + 1))}` : `${Number(one.place.detail.en) + 1} ${one.place.street.en}`, kinds: ['address'] },
    ],
  },
  status: {
    right: (one) => say.status(one, one.stage),
    wrong: (one) => (['waiting', 'moving', 'arrived'] as const).filter((stage) => stage !== one.stage && one.stage !== 'refunded').map((stage) => ({ error: 'status', text: say.status(one, stage), kinds: ['status'] })),
  },
}
