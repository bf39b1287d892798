import type { Claim } from './claim.ts'
import { anyNumber, CN_NUM, NUM } from './numerals.ts'

/** Units of what can be measured on goods: the unit that they are compared in, and how many of it they are. */
const UNITS: Readonly<Record<string, readonly [string, number]>> = {
  kg: ['g', 1000], 公斤: ['g', 1000], 千克: ['g', 1000], 斤: ['g', 500], g: ['g', 1], 克: ['g', 1], mg: ['g', 0.001], 毫克: ['g', 0.001], lb: ['lb', 1], lbs: ['lb', 1], oz: ['oz', 1], 吨: ['g', 1e6],
  kilograms: ['g', 1000], kilogram: ['g', 1000], grams: ['g', 1], gram: ['g', 1], litres: ['ml', 1000], liters: ['ml', 1000],
  l: ['ml', 1000], 升: ['ml', 1000], ml: ['ml', 1], 毫升: ['ml', 1], m: ['mm', 1000], 米: ['mm', 1000], cm: ['mm', 10], 厘米: ['mm', 10], mm: ['mm', 1], 毫米: ['mm', 1], 寸: ['inch', 1], 英寸: ['inch', 1], inch: ['inch', 1], inches: ['inch', 1],
  mah: ['mah', 1], 毫安: ['mah', 1], 毫安时: ['mah', 1], wh: ['wh', 1], kwh: ['wh', 1000], w: ['w', 1], 瓦: ['w', 1], kw: ['w', 1000], v: ['v', 1], 伏: ['v', 1], a: ['a', 1], hz: ['hz', 1], khz: ['hz', 1000], db: ['db', 1], 分贝: ['db', 1],
  lm: ['lm', 1], 流明: ['lm', 1], '℃': ['℃', 1], '°c': ['℃', 1], 度: ['℃', 1], gb: ['gb', 1], tb: ['gb', 1024], mb: ['mb', 1],
}
const NAMES = 'mAh|kWh|Wh|kW|W|kg|KG|mg|g|G|lbs?|oz|cm|mm|ml|mL|ML|L|V|kHz|Hz|dB|lm|GB|TB|MB|inch(?:es)?|kilograms?|grams?|lit(?:re|er)s|毫安时|毫安|公斤|千克|毫克|斤|克(?!服|隆|里|拉)|毫升|升(?!级|降|温)|厘米|毫米|米(?!色|饭|粉|其|线|白|黄|兰|酒)|分贝|英寸|寸|瓦|℃|°C|流明'
const SPEC = new RegExp(`(?<![\\d.A-Za-z]|\\d,)(${NUM})\\s?(${NAMES})(?![A-Za-z])|(?<![一二三四五六七八九十百千])(${CN_NUM})(公斤|千克|斤|克(?!服|隆)|毫升|升(?!级|降|温)|厘米|毫米|英寸|寸|瓦)`, 'g')

/** The normal form of a measure: `1.5`, `kg` -> `1500 g`; null for an unknown unit. */
export function specKey(value: number, unit: string): string | null {
  const known = UNITS[unit.toLowerCase()]
  return known ? `${Number((value * known[1]).toPrecision(9))} ${known[0]}` : null
}

/** Measures of goods in a text. */
export const specs = (text: string): Array<Omit<Claim, 'text'>> => [...text.matchAll(SPEC)].flatMap((match) => {
  const key = specKey(anyNumber(match[1] ?? match[3] ?? '') ?? 0, match[2] ?? match[4] ?? '')
  return key === null ? [] : [{ kind: 'spec' as const, start: match.index, end: match.index + match[0].length, keys: [key], value: null }]
})

/** The unit in a field's name: `weightKg`, `capacity_mah`, `重量(克)`; null when it has none. */
export function unitOfKey(key: string): string | null {
  const match = /(?:_|(?<=[a-z]))(kg|g|mg|lbs?|oz|ml|l|cm|mm|mah|wh|w|v|hz|db|gb|inch(?:es)?|grams|kilograms|Kg|G|Ml|L|Cm|Mm|Mah|MAh|Wh|W|V|Gb|GB|Grams)$/.exec(key) ?? /[((](克|公斤|千克|毫升|升|厘米|毫米|瓦)[))]$/.exec(key)
  const unit = match?.[1]
  // `weight` ends in no unit, `total` in no litre: lower case needs its underscore.
  return unit === undefined || (/^[a-z]/.test(unit) && !key.includes(`_${unit}`)) ? null : unit
}
