import { gs1Checks, postalItemChecks, upsChecks } from './checks.ts'
import { each, STRENGTH } from './reading.ts'
import type { Add, Reading } from './reading.ts'

/** Words for carriers, full, short, slang and English, and the code they all become. */
const WORDS: Readonly<Record<string, string>> = {
  顺丰速运: 'SF', 顺丰快递: 'SF', 顺丰: 'SF', 顺风快递: 'SF', 丰巢快递: 'SF', 中通快递: 'ZTO', 中通: 'ZTO', 圆通快递: 'YTO', 圆通: 'YTO',
  韵达快递: 'YUNDA', 韵达: 'YUNDA', 申通快递: 'STO', 申通: 'STO', 极兔速递: 'JT', 极兔快递: 'JT', 极兔: 'JT', 兔兔快递: 'JT',
  中国邮政: 'CHINAPOST', 邮政快递: 'CHINAPOST', 邮政小包: 'CHINAPOST', 邮政: 'CHINAPOST', 邮局: 'CHINAPOST', 德邦快递: 'DEPPON', 德邦物流: 'DEPPON', 德邦: 'DEPPON',
  京东物流: 'JD', 京东快递: 'JD', 京东配送: 'JD', 京东小哥: 'JD', 菜鸟裹裹: 'CAINIAO', 菜鸟速递: 'CAINIAO', 菜鸟直送: 'CAINIAO', 菜鸟: 'CAINIAO', 丹鸟: 'DANNIAO',
  百世: 'BEST', 天天快递: 'TTK', 宅急送: 'ZJS', 优速: 'UC', 安能物流: 'ANE', 跨越速运: 'KYE', 壹米滴答: 'YMDD', 众邮: 'ZYKD', 递四方: '4PX', 云途: 'YUNEXPRESS', 燕文: 'YANWEN',
  联邦快递: 'FEDEX', 闪送: 'SHANSONG', 达达快送: 'DADA',
  'sf express': 'SF', 'yto express': 'YTO', 'zto express': 'ZTO', 'j&t express': 'JT', 'j&t': 'JT', 'china post': 'CHINAPOST', 'jd logistics': 'JD',
  'royal mail': 'ROYALMAIL', 'canada post': 'CANADAPOST', 'australia post': 'AUSPOST', 'ninja van': 'NINJAVAN', 'la poste': 'LAPOSTE', 'amazon logistics': 'AMAZON',
}
const SHORT: Readonly<Record<string, string>> = {
  ems: 'EMS', ups: 'UPS', fedex: 'FEDEX', dhl: 'DHL', usps: 'USPS', dpd: 'DPD', hermes: 'HERMES', evri: 'EVRI', gls: 'GLS', auspost: 'AUSPOST', postnl: 'POSTNL',
  cainiao: 'CAINIAO', yunexpress: 'YUNEXPRESS', yanwen: 'YANWEN', '4px': '4PX', colissimo: 'LAPOSTE', ontrac: 'ONTRAC', aramex: 'ARAMEX', yodel: 'YODEL', purolator: 'PUROLATOR',
  sf: 'SF', zto: 'ZTO', yto: 'YTO', sto: 'STO', yunda: 'YUNDA', deppon: 'DEPPON',
}
const longestFirst = (words: Readonly<Record<string, string>>): string => Object.keys(words).sort((a, b) => b.length - a.length).join('|')
const WORD = new RegExp(`(?:${longestFirst(WORDS)})(?!编码|储蓄|银行|证券|驿站)`, 'gu')
const SHORT_WORD = new RegExp(`(?<![a-z0-9&-])(?:${longestFirst(SHORT)})(?![a-z0-9-]| ?电源)`, 'gu')
/** In English these two letters are a city or nothing; beside Chinese they are a carrier. */
const NEEDS_HAN: ReadonlySet<string> = new Set(['sf', 'sto'])

/** Carriers spoken of; `value` is the carrier's code. */
export function findCarriers({ text, hasHan, hasLatin }: Reading, add: Add): void {
  if (hasHan || hasLatin) each(WORD, text, (match) => add({ type: 'carrier', from: match.index, to: match.index + match[0].length, value: WORDS[match[0]] ?? '', strength: STRENGTH.shape }))
  if (!hasLatin) return
  each(SHORT_WORD, text, (match) => {
    if (NEEDS_HAN.has(match[0]) && !hasHan) return
    add({ type: 'carrier', from: match.index, to: match.index + match[0].length, value: SHORT[match[0]] ?? '', strength: STRENGTH.shape })
  })
}

/** The carrier named last in a stretch of text, or null. */
export function carrierIn(stretch: string): string | null {
  let found: string | null = null
  each(WORD, stretch, (match) => { found = WORDS[match[0]] ?? null })
  if (found !== null) return found
  each(SHORT_WORD, stretch, (match) => { found = SHORT[match[0]] ?? null })
  return found
}

/** Beginnings that a carrier gives its own numbers. */
const PREFIXED: ReadonlyArray<readonly [RegExp, string]> = [
  [/^sf\d{9,15}$/u, 'SF'], [/^(?:yt|yto)\d{9,16}$/u, 'YTO'], [/^(?:zt|zto)\d{9,16}$/u, 'ZTO'], [/^jt\d{9,16}$/u, 'JT'],
  [/^(?:jjd|jd(?=0\d{17}$))\d{16,18}$/u, 'DHL'], [/^jd(?:v[abcde]?|x|k|az|ap)?\d{9,16}$/u, 'JD'], [/^yd\d{9,16}$/u, 'YUNDA'], [/^sto?\d{9,16}$/u, 'STO'],
  [/^dpk?\d{9,16}$/u, 'DEPPON'], [/^ems\d{9,16}$/u, 'EMS'], [/^ky\d{9,16}$/u, 'KYE'], [/^ane\d{9,16}$/u, 'ANE'], [/^bt\d{9,16}$/u, 'BEST'], [/^(?:lp|cnsf)\d{9,16}$/u, 'CAINIAO'], [/^tba\d{12}$/u, 'AMAZON'],
]
/** Digits alone that only a carrier writes this way. */
const BARE: ReadonlyArray<readonly [RegExp, string]> = [[/^7[35689]\d{12}$/u, 'ZTO'], [/^77\d{13}$/u, 'STO'], [/^4[36]\d{13}$/u, 'YUNDA']]
const POST: Readonly<Record<string, string>> = { gb: 'ROYALMAIL', us: 'USPS', de: 'DHL', ca: 'CANADAPOST', au: 'AUSPOST', fr: 'LAPOSTE', nl: 'POSTNL' }

/**
 * Reads the form of a tracking number.
 * @param code lower case, without blanks
 * @returns null when it has the form of none; `sure` when beginning or check digit leaves no doubt; `carrier` null when only named ones are known
 */
export function trackingForm(code: string): { carrier: string | null; sure: boolean } | null {
  const prefixed = PREFIXED.find(([form]) => form.test(code))
  if (prefixed) return { carrier: prefixed[1], sure: true }
  if (/^1z[0-9a-z]{15}\d$/u.test(code)) return upsChecks(code.toUpperCase()) ? { carrier: 'UPS', sure: true } : null
  if (/^[a-z]{2}\d{9}[a-z]{2}$/u.test(code)) {
    if (!postalItemChecks(code)) return null
    return { carrier: code.endsWith('cn') ? (code.startsWith('e') ? 'EMS' : 'CHINAPOST') : POST[code.slice(-2)] ?? null, sure: true }
  }
  if (/^(?:420\d{5})?9[1-5]\d{20}$/u.test(code)) return gs1Checks(code.slice(-22)) ? { carrier: 'USPS', sure: true } : null
  const bare = BARE.find(([form]) => form.test(code))
  return bare ? { carrier: bare[1], sure: false } : null
}
