const DIGIT: Record<string, number> = {
  零: 0, '〇': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 半: 0.5,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}
const UNIT: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }

/** `一百二十` -> 120, `一百二` -> 120, `一二九` -> 129, `两` -> 2, `半` -> 0.5; null when it is no numeral. */
export function chineseNumber(text: string): number | null {
  const characters = [...text]
  if (characters.length > 1 && characters.every((character) => (DIGIT[character] ?? 0.5) % 1 === 0)) return Number(characters.map((character) => DIGIT[character]).join(''))
  let total = 0
  let section = 0
  let digit = 0
  let lastUnit = 1
  for (const character of characters) {
    const value = DIGIT[character]
    const unit = UNIT[character]
    if (value !== undefined) {
      digit = value
      if (value === 0) lastUnit = 1
    } else if (unit !== undefined) {
      section += (digit === 0 ? 1 : digit) * unit
      digit = 0
      lastUnit = unit
    } else if (character === '万') {
      total += (section + digit) * 10_000
      section = 0
      digit = 0
      lastUnit = 10_000
    } else return null
  }
  // The last unit may go unsaid: 一百二 is 120, 一百零二 is 102.
  return characters.length === 0 ? null : total + section + (lastUnit >= 100 && digit >= 1 ? digit * (lastUnit / 10) : digit)
}

const SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** `one hundred and twenty-nine` -> 129; null when a word of it is no numeral. */
function englishNumber(text: string): number | null {
  let total = 0
  let section = 0
  const words = text.split(/[\s-]+/).filter((word) => word !== 'and')
  for (const word of words) {
    if (SMALL.includes(word)) section += SMALL.indexOf(word)
    else if (TENS.indexOf(word) > 1) section += TENS.indexOf(word) * 10
    else if (word === 'hundred') section = (section || 1) * 100
    else if (word === 'thousand') {
      total += (section || 1) * 1000
      section = 0
    } else return null
  }
  return words.length === 0 ? null : total + section
}

/** Digits (with thousands separators), Chinese numerals or English words. */
export function anyNumber(text: string): number | null {
  const plain = text.trim().toLowerCase()
  if (/^[\d,]*\.?\d+$/.test(plain)) return Number(plain.replace(/,/g, ''))
  return /[a-z]/.test(plain) ? englishNumber(plain) : chineseNumber(plain)
}

export const NUM = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`
export const CN_NUM = '[零〇一二两三四五六七八九十百千半壹贰叁肆伍陆柒捌玖拾佰仟]+'
const EN_WORD = `(?:${[...SMALL.slice(1), ...TENS.slice(2), 'hundred', 'thousand'].join('|')})`
export const EN_NUM = `${EN_WORD}(?:(?:[\\s-]|\\sand\\s)${EN_WORD})*`
