const NUMERALS: Readonly<Record<string, number>> = {
  半: 0.5, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10,
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, several: 4,
}

/** Value of a short numeral ("半", "两", "十五", "three", "40"); null when it is none. */
export function numeral(word: string): number | null {
  if (/^\d+$/u.test(word)) return Number(word)
  const direct = NUMERALS[word]
  if (direct !== undefined) return direct
  const [tens, units] = word.split('十')
  if (units === undefined || tens === undefined) return null
  return (tens === '' ? 1 : NUMERALS[tens] ?? 0) * 10 + (units === '' ? 0 : NUMERALS[units] ?? 0)
}
