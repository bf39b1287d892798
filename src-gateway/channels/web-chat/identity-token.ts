import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { tokenMatches } from '../../http/token.ts'

/** Farthest end of a token, and how far the shop's clock may be off, in seconds. */
const LIFE_MAX_S = 24 * 60 * 60
const SKEW_S = 60

const Head = z.object({ alg: z.literal('HS256') })
const Claims = z.object({ sub: z.string().min(1).max(64), exp: z.number(), nbf: z.number().optional() })

export type TokenTrouble = 'malformed' | 'forged' | 'expired' | 'too-long' | 'not-yet'

/**
 * Reads a JSON Web Token (RFC 7519) with HMAC-SHA256 (RFC 7518, 3.2): `sub` is the shop's own id of the customer, `exp`
 * the end, at most a day away. No other algorithm is looked at, "none" least of all.
 * @param secret its UTF-8 bytes are the key
 */
export function readIdentityToken(token: string, secret: string, nowMs: number): { customerId: string } | { trouble: TokenTrouble } {
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  if (more.length > 0 || !Head.safeParse(parsed(head)).success) return { trouble: 'malformed' }
  if (!tokenMatches(signature, createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url'))) return { trouble: 'forged' }
  const claims = Claims.safeParse(parsed(body))
  if (!claims.success) return { trouble: 'malformed' }
  const { sub, exp, nbf } = claims.data
  const now = nowMs / 1000
  if (exp <= now - SKEW_S) return { trouble: 'expired' }
  if (exp > now + LIFE_MAX_S + SKEW_S) return { trouble: 'too-long' }
  return nbf !== undefined && nbf > now + SKEW_S ? { trouble: 'not-yet' } : { customerId: sub }
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
