const DIGIT: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 幺: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}
const UNIT: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }
/** A map, for it is asked for any word of a customer's ("constructor"). "Several" is about four: it is said of waits. */
const ENGLISH: ReadonlyMap<string, number> = new Map(Object.entries({
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, hundred: 100, several: 4,
}))
/** Sources of expressions for numbers as they are written beside units. */
export const ZH_NUMERAL = '[零一二两三四五六七八九十百千万]'
export const EN_NUMERAL = '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)'

/** Value of a Chinese numeral as spoken: 一百零五 is 105, 一百二 is 120, 两千五 is 2500; null when it is none. */
export function chineseNumber(word: string): number | null {
  if (word === '半') return 0.5
  let [total, section, lastUnit] = [0, 0, 1]
  let digit: number | null = null
  for (const char of word) {
    const value = DIGIT[char]
    const unit = UNIT[char]
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null
      if (value === 0) lastUnit = 1
      digit = value
    } else if (unit === 10_000) {
      total = (total + section + (digit ?? 0)) * unit
      ;[section, digit, lastUnit] = [0, null, unit]
    } else if (unit !== undefined) {
      section += (digit ?? 1) * unit
      ;[digit, lastUnit] = [null, unit]
    } else return null
  }
  return word === '' ? null : total + section + (digit ?? 0) * (lastUnit >= 100 ? lastUnit / 10 : 1)
}

/** Value of a number in digits (with a decimal point), in Chinese or in short English words; null when it is none. */
export function numberOf(word: string): number | null {
  if (/^\d+(?:\.\d+)?$/u.test(word)) return Number(word)
  return ENGLISH.get(word) ?? chineseNumber(word)
}

/** "幺三八零零" as the digits it spells, one for each character; null when a character is none. */
export function spelledDigits(word: string): string | null {
  let out = ''
  for (const char of word) {
    const value = DIGIT[char]
    if (value === undefined) return null
    out += String(value)
  }
  return out
}
