/** A currency by its signs and names; a bare `$` or `¥` may be any of several. */
const CURRENCIES: ReadonlyArray<[RegExp, readonly string[]]> = [
  [/^HK\$|HKD|港币|港元/i, ['HKD']], [/^A\$|AUD|澳元/i, ['AUD']], [/^C\$|CAD|加元/i, ['CAD']], [/^S\$|SGD|新元|新币/i, ['SGD']],
  [/US\$|USD|美元|美金/i, ['USD']], [/\$|dollar/i, ['USD', 'AUD', 'CAD', 'SGD', 'HKD', 'NZD']], [/€|EUR|欧元|euro/i, ['EUR']], [/£|GBP|英镑|pound/i, ['GBP']],
  [/JPY|日元|円|yen/i, ['JPY']], [/KRW|₩|韩元/i, ['KRW']], [/INR|₹/i, ['INR']], [/¥/, ['CNY', 'JPY']], [/RMB|CNY|元|块|圆|yuan/i, ['CNY']],
]
export const CODES: readonly string[] = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'AUD', 'CAD', 'SGD', 'NZD', 'KRW', 'INR']

/** The codes that a sign or name may stand for; [] when it is none. */
export const codesOf = (sign: string): readonly string[] => CURRENCIES.find(([shape]) => shape.test(sign))?.[1] ?? []

export const BEFORE = '(?:¥|RMB|CNY|US\\$|HK\\$|A\\$|C\\$|S\\$|USD|EUR|GBP|HKD|AUD|CAD|SGD|\\$|€|£|₩|₹)'
const COINLESS = '块(?!电|板|面|砖|头|布|屏|肉|儿|表|手|腕)'
export const AFTER = `(?:元|块钱|${COINLESS}|圆|美元|美金|欧元|英镑|日元|港币|港元|韩元|澳元|加元|新元|(?:RMB|CNY|USD|EUR|GBP|HKD|AUD|CAD|SGD|JPY)\\b|dollars?\\b|yuan\\b|euros?\\b|pounds?\\b|yen\\b|€|£)`

/**
 * Normal forms of an amount. Without a currency (`''`) it may be any; a currency matches itself and what has none.
 * @param minor hundredths, whatever the currency
 */
export const amountKeys = (currency: string, minor: number): string[] => (currency === '' ? [...CODES, ''] : [currency, '']).map((code) => `${code}:${minor}`)

/** `129.5`, `129`: major units as people write them. @param minor hundredths */
export const plainAmount = (minor: number): string => (minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2))
