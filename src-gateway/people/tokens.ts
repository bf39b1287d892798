import { createHash, randomBytes } from 'node:crypto'

/** By these a token of a session is told from the gateway's own. */
const SESSION_PREFIX = 'dms_'

/** 256 random bits. */
export const newSessionToken = (): string => SESSION_PREFIX + randomBytes(32).toString('base64url')
export const isSessionToken = (token: string): boolean => token.startsWith(SESSION_PREFIX)

/** 120 random bits in groups that can be read out: no letter that looks like a digit. */
export function newCode(): string {
  const letters = [...randomBytes(24)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length] ?? '').join('')
  return letters.match(/.{4}/g)?.join('-') ?? ''
}
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
/** As somebody typed it: spaces, dashes and small letters make no difference. */
export const hashOfCode = (code: string): string => hashOfSecret(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
