import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { readIdentityToken } from './identity-token.ts'

const NOW = 1_700_000_000_000
const SECRET = 'a-secret-that-the-shop-holds'
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
function sign(claims: object, { head = { alg: 'HS256', typ: 'JWT' } as object, secret = SECRET } = {}): string {
  const signed = `${part(head)}.${part(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
const soon = NOW / 1000 + 300

test('WC-7 a token is read as RFC 7515 signs it, and none that is forged, unsigned, over or good for ever: whoever writes a customer id', () => {
  // RFC 7515, appendix A.1 cannot be used: its claims have no subject. This one was signed with OpenSSL.
  const foreign = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjMDAxIiwiZXhwIjoxNzAwMDAwMzAwfQ.e2UQtQdAceWI_APDO8lo5iRReIGSZpW-Jp_aUTm84eE'
  expect(readIdentityToken(foreign, SECRET, NOW)).toEqual({ customerId: 'c001' })
  const good = sign({ sub: 'c001', exp: soon })
  expect(readIdentityToken(good, SECRET, NOW)).toEqual({ customerId: 'c001' })
  const [head = '', , signature = ''] = good.split('.')
  const wrong: [string, string][] = [
    ['forged', `${head}.${part({ sub: 'c002', exp: soon })}.${signature}`],
    ['forged', sign({ sub: 'c001', exp: soon }, { secret: 'another-secret' })],
    ['malformed', `${part({ alg: 'none' })}.${part({ sub: 'c001', exp: soon })}.`],
    ['malformed', sign({ sub: 'c001', exp: soon }, { head: { alg: 'HS512' } })],
    ['forged', `${head}.${part({ sub: 'c001', exp: soon })}.`],
    ['malformed', `${good}.x`], ['malformed', ''], ['malformed', 'a.b.c'],
    ['malformed', sign({ sub: 'c001' })], ['malformed', sign({ exp: soon })], ['malformed', sign({ sub: '', exp: soon })],
    ['expired', sign({ sub: 'c001', exp: NOW / 1000 - 61 })],
    ['too-long', sign({ sub: 'c001', exp: NOW / 1000 + 25 * 3600 })],
    ['not-yet', sign({ sub: 'c001', exp: soon, nbf: NOW / 1000 + 120 })],
  ]
  for (const [trouble, token] of wrong) expect([token, readIdentityToken(token, SECRET, NOW)]).toEqual([token, { trouble }])
})
