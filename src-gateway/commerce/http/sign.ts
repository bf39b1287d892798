import { createHash, createHmac } from 'node:crypto'

export type Params = Readonly<Record<string, string>>

/** Names and values one after the other without a separator, by name in ASCII order; `sign` and what is empty are left out. */
export const joined = (params: Params): string => Object.keys(params).filter((key) => key !== 'sign' && params[key] !== '').sort().map((key) => key + params[key]).join('')

/** MD5(secret + parameters + secret) in upper-case hex: TOP's `md5`, JD, 拼多多. */
export const md5Sign = (secret: string, params: Params): string => createHash('md5').update(secret + joined(params) + secret).digest('hex').toUpperCase()

/** TOP's `hmac` (HMAC-MD5) and `hmac-sha256`, in upper-case hex. */
export const hmacSign = (algorithm: 'md5' | 'sha256', secret: string, params: Params): string => createHmac(algorithm, secret).update(joined(params)).digest('hex').toUpperCase()
