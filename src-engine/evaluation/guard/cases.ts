import type { Pool } from './pools.ts'
import type { Random } from './random.ts'

export const STAGES = ['waiting', 'moving', 'arrived', 'refunded'] as const
export type Stage = (typeof STAGES)[number]

/** What one order's records say; how they are written is a matter of shapes.ts. */
export interface Case {
  language: 'zh' | 'en'
  stage: Stage
  /** Milliseconds; the offset of the place in hours. */
  now: number
  offset: number
  order: string
  tracking: string
  /** Another customer's order number and phone, which stand in no record. */
  strangersOrder: string
  strangersPhone: string
  strangersName: string
  goods: Pool['goods'][number]
  otherGoods: Pool['goods'][number]
  colour: { zh: string; en: string }
  size: { zh: string; en: string }
  quantity: number
  person: Pool['people'][number]
  place: Pool['places'][number]
  otherPlace: Pool['places'][number]
  carrier: Pool['carriers'][number]
  otherCarrier: Pool['carriers'][number]
  /** Minor units. */
  paid: number
  refund: number
  currency: 'CNY' | 'USD' | 'EUR' | 'GBP'
  /** Milliseconds. */
  placed: number
  shipped: number
  shipBy: number
  eta: number
  delivered: number
  returnDays: number
  refundDays: readonly [number, number]
  warrantyMonths: number
  percentOff: number
}

const DAY = 86_400_000
const HOUR = 3_600_000
const digits = (random: Random, length: number): string => Array.from({ length }, (_, at) => (at === 0 ? 1 + random.int(9) : random.int(10))).join('')

/** Another member of the list than this one. */
function other<T>(random: Random, list: readonly T[], than: T): T {
  return random.pick(list.filter((one) => one !== than))
}

export function caseOf(random: Random, pool: Pool, language: Case['language'], stage: Stage): Case {
  const offset = language === 'zh' ? 8 : 0
  const now = Date.UTC(2026, 10, 3 + random.int(24), 10 - offset, 5 * random.int(12))
  const goods = random.pick(pool.goods)
  const person = random.pick(pool.people)
  const place = random.pick(pool.places)
  const carrier = random.pick(pool.carriers)
  const paid = random.pick([9_990, 12_950, 25_880, 4_560, 89_900, 31_270, 6_835])
  const midnight = now - ((now + offset * HOUR) % DAY)
  const stranger = other(random, pool.people, person)
  return {
    language, stage, now, offset, goods, person, place, carrier, paid,
    order: digits(random, 16), tracking: `${carrier.prefix}${digits(random, 13)}`,
    strangersOrder: digits(random, 16), strangersPhone: stranger.phone, strangersName: language === 'zh' ? stranger.honorific : stranger.en,
    otherGoods: other(random, pool.goods, goods), colour: random.pick(goods.colours), size: random.pick(goods.sizes), quantity: 2 + random.int(4),
    otherPlace: other(random, pool.places, place), otherCarrier: other(random, pool.carriers, carrier),
    refund: random.pick([paid, Math.round(paid / 2) + 7, 1_860]), currency: language === 'zh' ? 'CNY' : random.pick(['USD', 'EUR', 'GBP'] as const),
    placed: midnight - 9 * DAY + 13 * HOUR, shipped: midnight - (6 + random.int(2)) * DAY + 16 * HOUR,
    shipBy: midnight + (1 + random.int(3)) * DAY + random.pick([17, 18, 20]) * HOUR,
    eta: midnight + (1 + random.int(2)) * DAY + 15 * HOUR, delivered: midnight - (1 + random.int(3)) * DAY + 11 * HOUR,
    returnDays: random.pick([7, 14, 30]), refundDays: random.pick([[3, 5], [1, 3], [5, 7]] as const), warrantyMonths: random.pick([6, 12, 24]), percentOff: random.pick([10, 15, 20]),
  }
}
