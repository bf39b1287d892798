import type { Case } from './cases.ts'
import type { Random } from './random.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const WEEKDAYS = { zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] }
const DAY = 86_400_000
const CHINESE = '零一二三四五六七八九'
export const SIGN = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' }

const local = (at: number, one: Case): Date => new Date(at + one.offset * 3_600_000)

/** The ways people write a day; `manner` keeps a right and a wrong one alike. */
export function day(one: Case, at: number, manner: number): string {
  const date = local(at, one)
  const [month, number] = [date.getUTCMonth(), date.getUTCDate()]
  const iso = date.toISOString().slice(0, 10)
  if (one.language === 'zh') return [`${month + 1}月${number}日`, `${month + 1}月${number}号`, iso, `${chinese(month + 1)}月${chinese(number)}日`][manner % 4] ?? iso
  return [`${number} ${MONTHS[month]}`, `${MONTHS[month]} ${number}`, iso, `${MONTHS[month]?.slice(0, 3)} ${number}`][manner % 4] ?? iso
}

export const weekday = (one: Case, at: number, off = 0): string => WEEKDAYS[one.language][(local(at, one).getUTCDay() + off + 7) % 7] ?? ''
export const hour = (one: Case, at: number): string => local(at, one).toISOString().slice(11, 16)

export function relative(one: Case, at: number): string {
  const days = Math.floor(local(at, one).getTime() / DAY) - Math.floor(local(one.now, one).getTime() / DAY)
  const words = one.language === 'zh' ? ['今天', '明天', '后天', '大后天'] : ['today', 'tomorrow', 'the day after tomorrow', 'on ' + weekday(one, at)]
  return words[days] ?? day(one, at, 0)
}

/** 0 to 9,999 as it is spoken. */
export function chinese(value: number): string {
  let words = ''
  let zero = false
  for (const [unit, name] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) zero = words !== ''
    else {
      words += `${zero ? '零' : ''}${digit === 1 && unit === 10 && words === '' ? '' : CHINESE[digit]}${name}`
      zero = false
    }
  }
  return words || '零'
}

/** The ways people write an amount in minor units. */
export function money(one: Case, minor: number, manner: number, currency: Case['currency'] = one.currency): string {
  const plain = (minor / 100).toFixed(2)
  const short = String(minor / 100)
  if (one.language === 'en' || currency !== 'CNY') {
    const name = { CNY: '元', USD: '美元', EUR: '欧元', GBP: '英镑' }[currency]
    return one.language === 'zh' ? `${short}${name}` : [`${SIGN[currency]}${plain}`, `${plain} ${currency}`][manner % 2] ?? plain
  }
  const spoken = minor % 100 === 0 ? `${chinese(minor / 100)}元` : `${plain}元`
  return [`${short}元`, `¥${plain}`, `${plain}元`, spoken, `${short}块`][manner % 5] ?? plain
}

export const spanOfDays = (one: Case, [from, to]: readonly [number, number], manner: number): string => (one.language === 'zh'
  ? [`${from}-${to}个工作日`, `${from}到${to}个工作日`, `${chinese(from)}至${chinese(to)}个工作日`][manner % 3] ?? ''
  : [`${from}-${to} business days`, `${from} to ${to} business days`, `${from}–${to} working days`][manner % 3] ?? '')

export function status(one: Case, stage: Case['stage']): string {
  if (one.language === 'zh') return { waiting: '还没发货', moving: '正在运输中', arrived: '已签收', refunded: '已经到账' }[stage]
  return { waiting: 'has not shipped yet', moving: 'is in transit', arrived: 'was delivered', refunded: 'has been completed' }[stage]
}

export function months(one: Case, count: number, manner: number): string {
  if (one.language === 'en') return count % 12 === 0 && manner % 2 === 1 ? `${count / 12}-year` : `${count}-month`
  return count % 12 === 0 && manner % 2 === 1 ? `${count === 24 ? '两' : chinese(count / 12)}年` : `${count}个月`
}

export const discount = (one: Case, off: number): string => (one.language === 'zh' ? `${100 - off}折`.replace('0折', '折') : `${off}% off`)

export const quantity = (one: Case, count: number, manner: number): string => (one.language === 'zh'
  ? `${manner % 2 === 1 ? (count === 2 ? '两' : chinese(count)) : count}${one.goods.measure.zh}` : `${count} ${one.goods.measure.en}`)

/** Swaps two unlike neighbours of a number, past its middle. */
export function swapped(random: Random, number: string): string {
  const from = Math.floor(number.length / 2) + random.int(Math.floor(number.length / 2) - 1)
  for (let step = 0; step < number.length - 1; step += 1) {
    const at = 2 + ((from + step) % (number.length - 3))
    const [left, right] = [number[at], number[at + 1]]
    if (left !== undefined && right !== undefined && left !== right && /\d\d/.test(left + right)) return number.slice(0, at) + right + left + number.slice(at + 2)
  }
  return number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10)
}
