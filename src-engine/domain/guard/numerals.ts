const DIGIT: Record<string, number> = { 零: 0, '〇': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 半: 0.5 }
const UNIT: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** `一百二十` -> 120, `两` -> 2, `半` -> 0.5; null when it is no numeral. */
export function chineseNumber(text: string): number | null {
  let total = 0
  let section = 0
  let digit = 0
  let seen = false
  for (const character of text) {
    const value = DIGIT[character]
    const unit = UNIT[character]
    if (value !== undefined) digit = value
    else if (unit !== undefined) {
      section += (digit === 0 ? 1 : digit) * unit
      digit = 0
    } else if (character === '万') {
      total += (section + digit) * 10_000
      section = 0
      digit = 0
    } else return null
    seen = true
  }
  return seen ? total + section + digit : null
}

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** Digits (with thousands separators), Chinese numerals or English words up to twelve. */
export function anyNumber(text: string): number | null {
  const plain = text.trim().toLowerCase()
  if (/^[\d,]*\.?\d+$/.test(plain)) return Number(plain.replace(/,/g, ''))
  const word = WORDS.indexOf(plain)
  return word >= 0 ? word : chineseNumber(plain)
}

export const NUM = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`
export const CN_NUM = '[零〇一二两三四五六七八九十百千半]+'
export const EN_NUM = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
