import { numberOf } from '../numeral.ts'
import { before, each, STRENGTH } from './reading.ts'
import type { Add, Reading } from './reading.ts'

const ZH_COUNT = '\\d{1,4}(?:\\.\\d)?|[一二两三四五六七八九十百]{1,4}|半'
const ZH = new RegExp(`(?<![第\\d.年月周期大上下])(?<n>${ZH_COUNT})(?<more>几|多)?(?:(?:-|~|到|至|、|,)?(?<e>\\d{1,3}|[一二两三四五六七八九十]))?个?(?<h>半)?(?<more2>多)?个?(?<u>小时|钟头|分钟|工作日|天|周(?!年|都|围|有)|星期|礼拜|(?<=个半?)月|年(?!级|款|货|代))(?<h2>半)?(?![一二三四五六日天饼亮底份号款级才冠]|以?[前后](?!台)|之[前后]|\\d|末|[销租])`, 'gu')
const HOURS = /(?<![a-z\d.$])(?<n>\d{1,3})(?<u>h|hrs?)(?![a-z\d])/gu
const EN_COUNT = 'an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple of'
const EN = new RegExp(`(?<![a-z\\d.$])(?:(?<half>half an? |half-)|(?<n>\\d{1,4}(?:\\.\\d)?|${EN_COUNT})(?:(?: ?- ?| to | or )(?<e>\\d{1,3}|two|three|four|five|six|seven|ten))?[ -]?(?:full |whole |more |business |working )?)(?<u>hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?)(?<h> and a half)?(?![a-z]| (?:and a half|ago|back|sale)|'? time)`, 'gu')
/** "40 bathrooms a year" is a rate: the article counts after a word of waiting or lasting. */
const BEFORE_ARTICLE = /(?:^|[,.!?]|\b(?:for|in|within|after|took|takes?|only|about|almost|over|nearly|like|wait(?:ed|ing)?|been|it's|than|of|back|than|and|lasted|worked)) ?$/u
/** A unit's ISO 8601 beginning and letter, and half of it in what is next smaller. */
const UNIT: ReadonlyArray<readonly [RegExp, string, string, string]> = [
  [/^(?:小时|钟头|h)/u, 'PT', 'H', '30M'], [/^(?:分钟|min)/u, 'PT', 'M', '30S'], [/^(?:周|星期|礼拜|week)/u, 'P', 'W', '3D'],
  [/^(?:月|month)/u, 'P', 'M', '15D'], [/^(?:年|year)/u, 'P', 'Y', '6M'], [/^/u, 'P', 'D', 'T12H'],
]

function written(count: number, unit: string, isAndHalf: boolean): string | null {
  const [, lead, letter, half] = UNIT.find(([name]) => name.test(unit)) ?? [null, 'P', 'D', 'T12H']
  const whole = Math.floor(count)
  const hasHalf = isAndHalf || count - whole === 0.5
  if ((count !== whole && !hasHalf) || (whole === 0 && !hasHalf)) return null
  // A week and a half is told in days: ISO 8601 mixes weeks with nothing.
  if (letter === 'W' && hasHalf) return `P${String(whole * 7 + 3)}D`
  return `${lead}${whole === 0 ? '' : `${String(whole)}${letter}`}${hasHalf ? half : ''}`
}

/**
 * Stretches of time as ISO 8601 durations: 48小时 PT48H, 半个月 P15D, "3-5 days" P3D..P5D. Working days count as days.
 * "三天前" and "in three days" are dates and read elsewhere.
 */
export function findDurations({ text, language, hasHan, hasLatin, hasNumber }: Reading, add: Add): void {
  const visit = (match: RegExpExecArray): void => {
    const g = match.groups ?? {}
    const unit = g['u'] ?? ''
    if (/^an?$/u.test(g['n'] ?? '') && !BEFORE_ARTICLE.test(before(text, match.index, 12))) return
    const count = g['half'] !== undefined ? 0.5 : g['n'] === 'a couple of' ? 2 : numberOf(g['n'] ?? '')
    if (count === null) return
    const isVague = g['more'] !== undefined || g['more2'] !== undefined
    const from = written(count, unit, g['h'] !== undefined || g['h2'] !== undefined)
    const last = g['e'] === undefined ? (isVague && count >= 10 ? count + (count % 100 === 0 ? 100 : 10) : null) : numberOf(g['e'])
    const to = last === null || last <= count ? null : written(last, unit, false)
    if (from !== null) add({ type: 'duration', from: match.index, to: match.index + match[0].length, value: to === null ? from : `${from}..${to}`, strength: STRENGTH.shape })
  }
  if (hasHan && hasNumber && /[天周月年时钟头期拜日]/u.test(text)) each(ZH, text, visit)
  if (!hasLatin) return
  if (hasNumber && (language === 'zh' || language === 'en')) each(HOURS, text, visit)
  if (/(?:hour|hr|min|day|week|month|year)/u.test(text)) each(EN, text, visit)
}
