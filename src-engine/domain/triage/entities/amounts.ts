import { chineseNumber, numberOf, ZH_NUMERAL } from '../numeral.ts'
import { before, each, STRENGTH } from './reading.ts'
import type { Add, Reading } from './reading.ts'

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?(?!\\d)'
/** Signs and codes before the number; ¥ and $ name no country, so the commonest is meant. */
const FIRST: Readonly<Record<string, string>> = {
  '¥': 'CNY', $: 'USD', us$: 'USD', '€': 'EUR', '£': 'GBP', '₹': 'INR', '₩': 'KRW', '₽': 'RUB', '฿': 'THB', '₫': 'VND', '₱': 'PHP', hk$: 'HKD', a$: 'AUD', au$: 'AUD', c$: 'CAD', ca$: 'CAD', s$: 'SGD', nt$: 'TWD', r$: 'BRL',
  rmb: 'CNY', cny: 'CNY', usd: 'USD', eur: 'EUR', gbp: 'GBP', inr: 'INR', jpy: 'JPY', hkd: 'HKD', aud: 'AUD', cad: 'CAD', sgd: 'SGD', rs: 'INR', 'rs.': 'INR', rm: 'MYR', myr: 'MYR',
}
const LAST: ReadonlyArray<readonly [string, string]> = [
  ['人民币|元人民币|块钱?|元钱?|rmb|cny|yuan|kuai', 'CNY'], ['us dollars?|usd|dollars?|bucks|美元|美金|刀|\\$', 'USD'], ['eur|euros?|欧元|€', 'EUR'],
  ['gbp|pounds?(?! of)|quid|英镑|£', 'GBP'], ['inr|rupees?|卢比|₹', 'INR'], ['hkd|港币|港元', 'HKD'], ['jpy|yen|日元|円', 'JPY'], ['krw|won(?![a-z\' ])|韩元', 'KRW'], ['rubles?|rub|卢布|₽', 'RUB'], ['cad', 'CAD'], ['aud', 'AUD'], ['sgd', 'SGD'], ['myr', 'MYR'],
]
const escaped = (word: string): string => word.replace(/[$.]/gu, '\\$&')
const FIRST_SIGN = Object.keys(FIRST).sort((a, b) => b.length - a.length).map((sign) => (/^[a-z]/u.test(sign) ? `(?<![a-z])${escaped(sign)} ?` : `${escaped(sign)} ?`)).join('|')
const UNITS = LAST.map(([words, unit]) => [new RegExp(`^(?:${words})$`, 'u'), unit] as const)
const LAST_SIGN = LAST.map(([words]) => words).join('|')
const SPOKEN = `\\d{1,9}(?:[.,]\\d{1,2})?|${ZH_NUMERAL}{1,7}|几十|几百|几千`
const BEFORE = new RegExp(`(?<s>${FIRST_SIGN})(?<n>${NUMBER})(?<m>万|w(?![a-z])|k(?![a-z]))?(?:(?:-|~|到|至| to )(?:\\k<s>)?(?<e>${NUMBER}))?(?![\\d]| ?(?:码|寸))`, 'gu')
const AFTER = new RegExp(`(?<![\\d.,]|第)(?<n>${SPOKEN})(?<more>多|几)?(?:(?:-|~|到|至| to )(?<e>${SPOKEN}))? ?(?<m>万|w|k)?(?<more2>多|几)? ?个?(?<u>${LAST_SIGN})(?![a-z])(?:(?<!元|\\$)零?(?<t>[1-9一二两三四五六七八九](?:毛|角)?(?:[1-9]分)?)(?![\\d.个件天年月日号小折楼多次位张条种]))?`, 'gu')
const JIAO = new RegExp(`(?<![\\d.])(?<n>\\d{1,2}|[一二两三四五六七八九几])(?<u>毛钱?|角钱|分钱| ?cents?(?![a-z]))`, 'gu')
/** The money verbs that make a bare number an amount ("怎么少退了20", "退我30就行"). */
const BARE = /(?:[退补赔差返扣降]|便宜|少退|多收|多扣|差价|付|花|运费)(?:了|给?我|你|我们|才|要|是){0,2}(\d{2,6}(?:\.\d{1,2})?)(?=$|[\s,.!?;~]|就|吧|可以|行|啊|呢|吗|给|还|退|减|返|的差价|差价|运费)(?!\.\d| ?[个件天号年月点:分小码])/gu
/** Pieces of something, or a compound, and no money. */
const PIECE = /^(?:电池|手表|表|屏|玻璃|地[垫毯板]|[香肥]皂|蛋糕|巧克力|毛巾|浴巾|抹布|布|板|砖|硬盘|饼|肉|糖|滤|毯|拼|锂|催化|牛奶|桥|素|组合|面膜|内存|显|石)/u
const TOGETHER = /^(?:[一两三]块|[一二三四五]元)$/u
const MONEY_BEFORE = /(?:[退补赔差返扣降收花付省价卖就给]|便宜|运费|金额|优惠|红包|才|少[退收]|多[退收扣]|要|券)(?:了|我|给)*$/u

const money = (value: number, unit: string): string => `${(Math.round(value * 100) / 100).toFixed(2)} ${unit}`
/** "12,50" has a decimal comma; "1,299" has thousands. */
const plain = (written: string): number | null => numberOf(/^\d+,\d{1,2}$/u.test(written) ? written.replace(',', '.') : written.replaceAll(',', ''))
const factor = (sign: string | undefined): number => (sign === '万' || sign === 'w' ? 10_000 : sign === 'k' ? 1000 : 1)

/** From and to of "20多" (20 to 30), "十几" (10 to 20) and "几百" (200 to 1000); null when the number is exact. */
function vague(written: string, hasMore: boolean): readonly [number, number] | null {
  const several = chineseNumber(written.replace('几', ''))
  if (written.startsWith('几') && several !== null) return [several * 2, several * 10]
  const value = plain(written)
  if (!hasMore || value === null || value < 10) return null
  let place = 10
  while (value % (place * 10) === 0) place *= 10
  return [value, value + place]
}

function spoken(groups: Readonly<Record<string, string | undefined>>, unit: string): string | null {
  const times = factor(groups['m'])
  const written = groups['n'] ?? ''
  const range = vague(written, groups['more'] !== undefined || groups['more2'] !== undefined)
  if (range !== null) return `${(range[0] * times).toFixed(2)}..${money(range[1] * times, unit)}`
  const value = plain(written)
  if (value === null) return null
  const end = groups['e'] === undefined ? null : plain(groups['e'])
  if (end !== null) return end > value ? `${(value * times).toFixed(2)}..${money(end * times, unit)}` : null
  const tail = groups['t'] ?? ''
  const jiao = tail === '' ? 0 : numberOf(tail.charAt(0)) ?? 0
  const fen = /(\d)分/u.exec(tail)?.[1] ?? '0'
  return money(value * times + jiao / 10 + Number(fen) / 100, unit)
}

/**
 * Amounts as "<decimal> <ISO 4217>", two decimals, major units; a range or "20多块" as "20.00..30.00 CNY".
 * ¥ is read as CNY (in Japanese as JPY), $ as USD: the message does not say which yen or dollar.
 */
export function findAmounts({ text, language, hasNumber, hasHan, hasDigit }: Reading, add: Add): void {
  const own = (unit: string, sign: string): string => (sign === '¥' && language === 'ja' ? 'JPY' : unit)
  if (hasDigit) {
    each(BEFORE, text, (match) => {
      const groups = match.groups ?? {}
      const sign = (groups['s'] ?? '').trim()
      const value = spoken(groups, own(FIRST[sign] ?? 'CNY', sign))
      if (value !== null) add({ type: 'amount', from: match.index, to: match.index + match[0].length, value, strength: STRENGTH.named })
    })
  }
  if (!hasNumber) return
  each(AFTER, text, (match) => {
    const groups = match.groups ?? {}
    const sign = groups['u'] ?? ''
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 4)
    if (/^[块元]$/u.test(sign) && groups['t'] === undefined && PIECE.test(behind)) return
    if (TOGETHER.test(match[0]) && !MONEY_BEFORE.test(before(text, match.index, 6))) return
    const unit = UNITS.find(([words]) => words.test(sign))?.[1] ?? 'CNY'
    const value = spoken(groups, unit)
    if (value !== null) add({ type: 'amount', from: match.index, to: match.index + match[0].length, value, strength: STRENGTH.named })
  })
  each(JIAO, text, (match) => {
    const value = numberOf(match.groups?.['n'] ?? '')
    const unit = match.groups?.['u'] ?? ''
    if (value !== null) add({ type: 'amount', from: match.index, to: match.index + match[0].length, value: money(value / (unit.startsWith('毛') || unit.startsWith('角') ? 10 : 100), unit.includes('cent') ? 'USD' : 'CNY'), strength: STRENGTH.shape })
  })
  if (hasHan && hasDigit) {
    each(BARE, text, (match) => {
      const written = match[1] ?? ''
      const to = match.index + match[0].length
      add({ type: 'amount', from: to - written.length, to, value: money(Number(written), 'CNY'), strength: STRENGTH.shape })
    })
  }
}
