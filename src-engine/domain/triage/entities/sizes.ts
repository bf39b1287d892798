import { numberOf } from '../numeral.ts'
import { after, before, each, STRENGTH } from './reading.ts'
import type { Add, Reading, Strength } from './reading.ts'

const LETTER = 'x{0,5}[sl]|m|[2-9]xl|[2-6]x'
const NAMED = new RegExp(`(?<![a-z0-9])(?<l>${LETTER})(?:码|号(?![楼线]))|(?<![\\d.])(?<n>\\d{2}(?:\\.5)?)码|(?<f>均码)|(?<![\\d/.-])(?<g>1[3-9]\\d/\\d{2,3}[abcyz])(?![a-z0-9])|(?<![a-z0-9.])(?<b>(?:6[05]|7[05]|8[05]|9[05]|3[02468])(?:[abcdefg]|dd|aa))(?:罩?杯)?(?![a-z0-9])`, 'gu')
const BARE_LETTER = /(?<![a-z0-9'&-])(?:x{1,5}[sl]|[2-9]xl)(?![a-z0-9'&-])/gu
const EN_NAMED = new RegExp(`(?<![a-z])sizes?(?![a-z])(?: is| of|:|,)? ?(?<l>${LETTER}|small|medium|large|x-large|\\d{1,2}(?:\\.5)?)(?![a-z0-9.])|(?<![a-z])(?<z>us|eu|uk) ?(?:size )?(?<n>\\d{1,2}(?:\\.5)?)(?![\\d.a-z$])|(?<=(?<![a-z])(?:an?|in|the) )(?<w>small|medium|large)(?= ?(?:$|[.,!?;]|(?:and|but|one|size|instead|please|if|is|was|or|back)(?![a-z])))`, 'gu')
const MEASURED = /(?<![\d.,a-z-])(?<n>[1-9]\d{0,3}(?:[.,]\d{1,2})?|0[.,]\d{1,2}) ?(?<u>ml|毫升|kg|公斤|千克|mm|毫米|cm|厘米|公分|英寸|寸|inch(?:es)?|oz|lbs?|gb|tb|l(?![a-z码])|升|g|克|m(?![a-z码])|米)(?![a-z0-9²'])/gu
const UNIT: Readonly<Record<string, string>> = {
  毫升: 'ml', 公斤: 'kg', 千克: 'kg', 毫米: 'mm', 厘米: 'cm', 公分: 'cm', 英寸: 'in', 寸: 'in', inch: 'in', inches: 'in', lbs: 'lb', gb: 'GB', tb: 'TB', l: 'L', 升: 'L', 克: 'g', 米: 'm',
}
const MEMORY: ReadonlySet<string> = new Set(['8', '16', '32', '64', '128', '256', '512'])
const WORDS: Readonly<Record<string, string>> = { small: 'S', medium: 'M', large: 'L', 'x-large': 'XL' }

/**
 * Sizes of goods: M, XL, 42, FREE (均码), 165/88A, 36B, "US 9", and measures as "100ml", "2kg", "128GB".
 * A network's 5G, 360度 and battery mAh are none.
 */
export function findSizes(reading: Reading, add: Add): void {
  const { text, hasDigit, hasLatin, hasHan } = reading
  const put = (match: RegExpExecArray, value: string, strength: Strength = STRENGTH.shape): void => add({ type: 'size', from: match.index, to: match.index + match[0].length, value, strength })
  if (hasHan && text.includes('码') || hasDigit) {
    each(NAMED, text, (match) => {
      const g = match.groups ?? {}
      if (/^(?:寸|数)/u.test(after(text, match.index + match[0].length, 1)) || (g['b'] !== undefined && !hasHan && !/bra|cup|size/u.test(text))) return
      put(match, g['f'] !== undefined ? 'FREE' : (g['l'] ?? g['n'] ?? g['g'] ?? g['b'] ?? '').toUpperCase(), STRENGTH.checked)
    })
  }
  if (hasLatin) {
    if (text.includes('x')) each(BARE_LETTER, text, (match) => put(match, match[0].toUpperCase()))
    each(EN_NAMED, text, (match) => {
      const g = match.groups ?? {}
      const word = g['l'] ?? g['w']
      // "rate us 5 stars" means no size.
      if (g['z'] === 'us' && !reading.raw(match.index, match.index + 2).startsWith('US')) return
      put(match, word === undefined ? `${(g['z'] ?? '').toUpperCase()} ${g['n'] ?? ''}` : WORDS[word] ?? word.toUpperCase(), STRENGTH.named)
    })
    if (/哪个码|什么码|尺码|size/u.test(reading.asked) && /^ ?(?:m|l|s)(?:吧|的|码)? ?[.!~]?$/u.test(text)) {
      const from = text.search(/[msl]/u)
      add({ type: 'size', from, to: from + 1, value: (text[from] ?? '').toUpperCase(), strength: STRENGTH.asked })
    }
  }
  if (!hasDigit) return
  each(MEASURED, text, (match) => {
    const g = match.groups ?? {}
    const [number, unit] = [(g['n'] ?? '').replace(',', '.'), g['u'] ?? '']
    const end = match.index + match[0].length
    if ((unit === 'g' || unit === 'm') && /[GM]$/u.test(reading.raw(match.index, end)) || unit === 'g' && Number(number) < 7) {
      if (unit === 'g' && MEMORY.has(number)) put(match, `${number}GB`)
      return
    }
    if (/^(?:路|线)/u.test(after(text, end, 1)) || (unit === '米' && /^\d/u.test(after(text, end, 1)))) return
    put(match, `${number}${UNIT[unit] ?? unit}`)
  })
}

const HEIGHT = '(?:身高|净?高|height)?[: ]?(?:(?<m>1)(?:米|m)(?<c>\\d{1,2})?|(?<h>1[3-9]\\d|20\\d)(?: ?(?:cm|厘米|公分))?)'
const WEIGHT = '(?:体重|净?重|weight)?[: ]?(?<w>\\d{2,3}(?:\\.\\d)?) ?(?<u>kg|公斤|千克|斤)'
const PAIR = new RegExp(`(?<![\\d.a-z])${HEIGHT}[ ,/、;和-]{0,2}${WEIGHT}(?![a-z\\d])`, 'gu')
const BARE_PAIR = /(?<![\d.-])(?:身高 ?)?(?<h>1[3-9]\d)[ ,/](?:体重 ?)?(?<w>\d{2,3})(?![\d.-]| ?[元块年月件个])/gu
const HEIGHT_ALONE = /(?:身高|我高|个子|height)(?:是|有|:| |is){0,2}(?:(?<m>1)(?:米|m)(?<c>\d{1,2})|(?<h>1[3-9]\d|20\d)(?:cm|厘米)?)(?!\d)/gu
const WEIGHT_ALONE = /(?<=体重|我现在|我才|我有|我|老公|老婆|孩子|宝宝|男朋友|女朋友|妈妈|爸爸|妈|爸|胖)(?:是|有|:| |才|大概|差不多){0,2}(?<w>\d{2,3}(?:\.\d)?) ?(?<u>kg|公斤|斤)(?!的?(?:货|东西|装|大米|面))/gu
const IMPERIAL = /(?<![\d.])(?<f>[4-6])(?:'|′| ?ft\.? ?| foot | feet )(?<i>\d{1,2})?(?:"|''|″| ?in(?:ches)?(?![a-z]))?(?:(?: |,|and|\/|weigh|i'm|about){0,6}(?<w>\d{2,3}) ?(?:lbs?|pounds))?(?![a-z\d])/gu
const WANTS_FIT = /身高|体重|尺码|什么码|多大码|哪个码|height|weight/u
const SPEAKS_FIT = /身高|体重|码|穿|合适|胖|高|瘦/u

const trimmed = (value: number): string => String(Math.round(value * 10) / 10)
const kilograms = (amount: string, unit: string): string => `${trimmed(unit === '斤' ? Number(amount) / 2 : Number(amount))}kg`
const heightOf = (g: Readonly<Record<string, string | undefined>>): string => `${g['h'] ?? String(100 + Number((g['c'] ?? '0').padEnd(2, '0')))}cm`

/** Height and weight of a person as "160cm 55kg", or one of the two; 斤 is half a kilogram. */
export function findBodySizes({ text, asked, hasDigit }: Reading, add: Add): void {
  if (!hasDigit) return
  const put = (match: RegExpExecArray, value: string): void => {
    const lead = match[0].length - match[0].trimStart().length
    add({ type: 'body_size', from: match.index + lead, to: match.index + match[0].length, value, strength: STRENGTH.named })
  }
  each(PAIR, text, (match) => put(match, `${heightOf(match.groups ?? {})} ${kilograms(match.groups?.['w'] ?? '', match.groups?.['u'] ?? '')}`))
  if (WANTS_FIT.test(asked) || SPEAKS_FIT.test(text)) {
    each(BARE_PAIR, text, (match) => {
      const weight = Number(match.groups?.['w'])
      // Ninety and more beside a height are 斤: few who ask for a size weigh ninety kilograms.
      put(match, `${match.groups?.['h'] ?? ''}cm ${kilograms(String(weight), weight >= 85 ? '斤' : 'kg')}`)
    })
  }
  each(HEIGHT_ALONE, text, (match) => put(match, heightOf(match.groups ?? {})))
  each(WEIGHT_ALONE, text, (match) => {
    if (numberOf(match.groups?.['w'] ?? '') !== null) put(match, kilograms(match.groups?.['w'] ?? '', match.groups?.['u'] ?? ''))
  })
  if (/['′]|ft|foot|feet/u.test(text)) {
    each(IMPERIAL, text, (match) => {
      const g = match.groups ?? {}
      if (g['i'] === undefined && g['w'] === undefined && !/(?:i'm|i am|height|tall) ?$/u.test(before(text, match.index)) && !/^ ?tall/u.test(after(text, match.index + match[0].length))) return
      const height = `${String(Math.round((Number(g['f']) * 12 + Number(g['i'] ?? 0)) * 2.54))}cm`
      put(match, g['w'] === undefined ? height : `${height} ${String(Math.round(Number(g['w']) * 0.4536))}kg`)
    })
  }
}
