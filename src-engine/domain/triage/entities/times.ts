import { numberOf } from '../numeral.ts'
import { after, before, each } from './reading.ts'
import type { Reading } from './reading.ts'

/** A time of day: minutes after midnight; 1440 is the end of the day. `isSure`: the half of the day was said or written. */
export interface TimeHit { readonly from: number; readonly to: number; readonly minutes: number; readonly isSure: boolean }

const PART = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|今晚|明晚|昨晚|今早|明早|早|晚'
const ZH = new RegExp(`(?<p>${PART})?(?<h>\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点|时(?=[半钟\\d前之以]))(?:钟|整)?(?:(?<half>半)|(?<q>一刻|三刻)|(?<m>\\d{1,2}|[一二三四五][十]?[一二三四五六七八九]?)分?)?(?![\\d多个点几万千百块元%]|要求|建议|问题|意见|原因|说明|疑问|内容)`, 'gu')
const CLOCK = new RegExp(`(?<![\\d:.-]|\\[[^\\]]{1,8})(?<p>${PART})? ?(?<h>[01]?\\d|2[0-4]):(?<m>[0-5]\\d)(?::[0-5]\\d)?(?![\\d:]) ?(?<x>[ap]\\.?m\\.?(?![a-z]))?`, 'gu')
const EN = /(?<![a-z\d:.$])(?:at )?(?<h>1[0-2]|[1-9])(?:\.(?<m>[0-5]\d))? ?(?<x>[ap])\.?m(?![a-z])\.?|(?<![a-z])(?:at )?(?<w>noon|midnight)(?![a-z])/gu
const MORE_OF = /(?:有|这|那|以下|说|提|几|差|打|快|慢|早|晚|好|便宜|贵|大|小|多|少|长|短|快|百分)$/u

/** 晚上8点 is 20:00, 晚上12点 the end of the day, 今晚2点 of the next, 中午1点 13:00, 凌晨12点 its beginning. */
function inDay(hour: number, part: string): number {
  if (/凌晨|清晨|早|上午/u.test(part)) return hour === 12 && part === '凌晨' ? 0 : hour
  if (part === '中午') return hour < 4 ? hour + 12 : hour
  if (/晚|夜/u.test(part)) return hour <= 4 ? hour + 24 : hour <= 12 ? hour + 12 : hour
  return hour < 12 ? hour + 12 : hour
}

/** Times of day as spoken or written; counts of points ("三点建议") and "快一点" are none. */
export function findTimes({ text, hasNumber, hasDigit, hasHan, hasLatin }: Reading): TimeHit[] {
  const found: TimeHit[] = []
  const add = (match: RegExpExecArray, hour: number, minute: number, part: string | undefined): void => {
    if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return
    const minutes = (part === undefined ? hour : inDay(hour, part)) * 60 + minute
    const lead = match[0].length - match[0].trimStart().length
    found.push({ from: match.index + lead, to: match.index + match[0].trimEnd().length, minutes, isSure: part !== undefined || hour > 12 || hour === 0 })
  }
  if (hasHan && hasNumber && /[点时]/u.test(text)) {
    each(ZH, text, (match) => {
      const g = match.groups ?? {}
      const hour = numberOf(g['h'] ?? '') ?? 99
      const part = g['p']
      const isPlain = g['half'] === undefined && g['q'] === undefined && g['m'] === undefined && !/[钟整]/u.test(match[0])
      const end = match.index + match[0].length
      // "一点" and "两点" are "a bit" and "two points" unless the day or the clock is spoken of.
      if (part === undefined && isPlain && !/^\d/u.test(g['h'] ?? '') && (hour <= 3 || MORE_OF.test(before(text, match.index))) && !/^(?:之?前|以前|到|[能可])/u.test(after(text, end))) return
      if (part === undefined && isPlain && (MORE_OF.test(before(text, match.index, 3)) || hour === 1 && !/^\d/u.test(g['h'] ?? ''))) return
      const minute = g['half'] !== undefined ? 30 : g['q'] !== undefined ? (g['q'] === '一刻' ? 15 : 45) : g['m'] === undefined ? 0 : numberOf(g['m']) ?? 99
      add(match, hour, minute, part)
    })
  }
  if (hasDigit && text.includes(':')) {
    each(CLOCK, text, (match) => {
      const g = match.groups ?? {}
      if (/(?:比例|按|稀释|比|ticle|art\.)$/u.test(before(text, match.index, 6).trim())) return
      const half = g['x']?.charAt(0)
      add(match, half === undefined ? Number(g['h']) : Number(g['h']) % 12 + (half === 'p' ? 12 : 0), Number(g['m']), g['p'])
      const last = found.at(-1)
      // What is written as a clock shows it is meant so.
      if (last !== undefined && g['p'] === undefined) found[found.length - 1] = { ...last, isSure: true }
    })
  }
  if (hasLatin) {
    each(EN, text, (match) => {
      const g = match.groups ?? {}
      const lead = match[0].startsWith('at ') ? 3 : 0
      const minutes = g['w'] !== undefined ? (g['w'] === 'noon' ? 720 : 1440) : (Number(g['h']) % 12 + (g['x'] === 'p' ? 12 : 0)) * 60 + Number(g['m'] ?? 0)
      found.push({ from: match.index + lead, to: match.index + match[0].length, minutes, isSure: true })
    })
  }
  return found
}
