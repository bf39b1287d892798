import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { tokenMatches } from '../../http/token.ts'

export const VISITOR_COOKIE = 'deskmate_visitor'
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Gives out and recognises the tokens that customers' browsers keep. */
export interface Visitors {
  /** A new token: 128 random bits and a seal that shows that they are ours. */
  issue(): string
  /** What the store knows the visitor by: the hash of the token in this Cookie header; null: none of ours. */
  recognise(cookieHeader: string | undefined): string | null
}

/** @param databaseKey 64 hex digits; the seal's key is derived from it (HKDF-SHA256). */
export function visitorsOf(databaseKey: string): Visitors {
  const sealKey = Buffer.from(hkdfSync('sha256', Buffer.from(databaseKey, 'hex'), Buffer.alloc(0), 'deskmate visitor tokens', 32))
  const sealed = (id: string) => `${id}.${createHmac('sha256', sealKey).update(id).digest('base64url').slice(0, 22)}`
  return {
    issue: () => sealed(randomBytes(16).toString('base64url')),
    recognise(cookieHeader) {
      const token = cookieValue(cookieHeader)
      if (token === null || !/^[\w-]{22}\.[\w-]{22}$/.test(token) || !tokenMatches(token, sealed(token.slice(0, 22)))) return null
      return createHash('sha256').update(token).digest('hex')
    },
  }
}

export function setCookieHeader(token: string): string {
  return `${VISITOR_COOKIE}=${token}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax`
}

/** The token of a Cookie header, to be handed out again so that it lives on. */
export function cookieValue(header: string | undefined): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.split('=', 2)
    if (name?.trim() === VISITOR_COOKIE && value !== undefined) return value.trim()
  }
  return null
}
