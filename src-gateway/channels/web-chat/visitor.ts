import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { tokenMatches } from '../../http/token.ts'

/** On the chat's own page, and in a frame on a page of the shop's. */
export const VISITOR_COOKIE = 'deskmate_visitor'
export const FRAME_COOKIE = 'deskmate_frame'
/** Where a browser keeps no cookie for the frame, its page shows the token itself. */
export const VISITOR_HEADER = 'x-deskmate-visitor'
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** What a browser shows of itself. */
export interface Shown { cookie?: string | undefined; token?: unknown }

/** Gives out and recognises the tokens that customers' browsers keep. */
export interface Visitors {
  /** A new token: 128 random bits and a seal that shows that they are ours. */
  issue(): string
  /** The token that a browser shows; null: none of ours. */
  tokenOf(shown: Shown): string | null
  /** What the store knows the visitor by: the hash of that token. */
  recognise(shown: Shown): string | null
}

/** @param databaseKey 64 hex digits; the seal's key is derived from it (HKDF-SHA256). */
export function visitorsOf(databaseKey: string): Visitors {
  const sealKey = Buffer.from(hkdfSync('sha256', Buffer.from(databaseKey, 'hex'), Buffer.alloc(0), 'deskmate visitor tokens', 32))
  const sealed = (id: string) => `${id}.${createHmac('sha256', sealKey).update(id).digest('base64url').slice(0, 22)}`
  const isOurs = (token: string) => /^[\w-]{22}\.[\w-]{22}$/.test(token) && tokenMatches(token, sealed(token.slice(0, 22)))
  const visitors: Visitors = {
    issue: () => sealed(randomBytes(16).toString('base64url')),
    tokenOf: ({ cookie, token }) => [token, cookieValue(cookie, VISITOR_COOKIE), cookieValue(cookie, FRAME_COOKIE)].find((one): one is string => typeof one === 'string' && isOurs(one)) ?? null,
    recognise(shown) {
      const token = visitors.tokenOf(shown)
      return token === null ? null : createHash('sha256').update(token).digest('hex')
    },
  }
  return visitors
}

/** @param secure over TLS */
export function pageCookie(token: string, secure: boolean): string {
  return `${VISITOR_COOKIE}=${token}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/**
 * Goes along in a frame on another site, and on that site alone (CHIPS: one jar for each top-level site). Browsers take
 * `Secure` over plain http from this machine only; where they do not, the page falls back to its token.
 */
export function frameCookie(token: string): string {
  return `${FRAME_COOKIE}=${token}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; Secure; SameSite=None; Partitioned`
}

function cookieValue(header: string | undefined, wanted: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.split('=', 2)
    if (name?.trim() === wanted && value !== undefined) return value.trim()
  }
  return null
}
