import { blackFriday, day, DAY_MS, nearest, springFestival } from './calendar.ts'
import type { AddDay, Now } from './calendar.ts'
import { after, before, each } from './reading.ts'

const FOLK = /(?<p>去年|今年|明年|上次|上一个)?的?(?:(?<f>双十一|双11|双十二|双12|年货节|黑五|国庆节?|元旦|五一(?!次)|春节|过年|圣诞节?|女王节|情人节)|(?<![\d.¥$])(?<g>618|11\.11|12\.12)(?![\d.]))/gu
const FOLK_EN = /(?<![a-z])(?<p>last |this |next )?(?<f>black friday|cyber monday|singles'? day|christmas(?: day)?(?! (?:present|gift|bonus|tree|party|cards?|dinner|lights?))|xmas(?! party)|boxing day|new year's(?: day| eve)?|double (?:11|eleven))(?![a-z])(?: (?<y>20\d{2}))?/gu
/** "618" is a sale only beside words of one; alone it is a price. */
const SALE_BEFORE = /(?:等|趁|京东|天猫|淘宝|参加|赶上|在)$/u
const SALE_AFTER = /^ ?(?:大促|活动|期间|当天|那[天会]|的?时候|买的?|拍的?|之?[前后]|价格?保?|保价|节|狂欢|预售|下单|满减|优惠|还|能|会|有|便宜)(?!块|元)/u
/** Years away of the word before a name. */
const YEAR_WORD: Readonly<Record<string, number>> = { 去年: -1, 今年: 0, 明年: 1, last: -1, this: 0, next: 1 }

const FIXED: ReadonlyArray<readonly [RegExp, number, number]> = [
  [/^(?:双十一|双11|11\.11|singles|double)/u, 11, 11], [/^(?:双十二|双12|12\.12)/u, 12, 12], [/^618/u, 6, 18], [/^国庆/u, 10, 1], [/^元旦|^new year's(?! eve)/u, 1, 1], [/^五一/u, 5, 1], [/^(?:圣诞|christmas|xmas)/u, 12, 25],
  [/^boxing/u, 12, 26], [/^女王/u, 3, 8], [/^情人/u, 2, 14], [/^new year's eve/u, 12, 31],
]
function saleDay(name: string, year: number): number | null {
  if (/^(?:黑五|black)/u.test(name)) return blackFriday(year)
  if (name.startsWith('cyber')) return blackFriday(year) + 3 * DAY_MS
  if (/^(?:春节|过年)/u.test(name)) return springFestival(year)
  const fixed = FIXED.find(([words]) => words.test(name))
  return fixed === undefined ? null : day(year, fixed[1], fixed[2])
}

/** Sales and holidays; without a year the nearest. 年货节 has no day of its own and stands for January. */
export function findHolidays(text: string, now: Now, add: AddDay): void {
  const visit = (match: RegExpExecArray): void => {
    const g = match.groups ?? {}
    const name = g['f'] ?? g['g'] ?? ''
    const end = match.index + match[0].length
    const word = g['p']?.trim()
    if (g['g'] !== undefined && word === undefined && !SALE_BEFORE.test(before(text, match.index)) && !SALE_AFTER.test(after(text, end))) return
    const of = (year: number): number | null => (name === '年货节' ? day(year, 1, 1) : saleDay(name, year))
    const isNearest = word === undefined || word === '上次' || word === '上一个'
    const choice = [of(now.year - 1), of(now.year), of(now.year + 1)]
    const ms = g['y'] !== undefined ? of(Number(g['y'])) : isNearest ? nearest(word === undefined ? choice : choice.filter((one) => one !== null && one <= now.today), now.today) : of(now.year + (YEAR_WORD[word] ?? 0))
    add(match, ms, name === '年货节' ? 'month' : 'day')
  }
  each(FOLK, text, visit)
  each(FOLK_EN, text, visit)
}

