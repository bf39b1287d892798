import { expect, test } from 'vitest'
import { checkSignature, webhookSignature } from './signature.ts'

const BODY = Buffer.from('{"event":"message_created","id":1}')
const AT = 1_700_000_000
const SIGNED = { 'x-chatwoot-timestamp': String(AT), 'x-chatwoot-signature': 'sha256=ba55871d2fd9eab97ecf99c4cb52f005f74b4d28e892450237808d85a43a3ea7' }

test('CT-1 the signature covers timestamp and raw body: the documented vector (a body signed alone, which the server does not send)', () => {
  expect(webhookSignature('whsec_test', String(AT), BODY)).toBe(SIGNED['x-chatwoot-signature'])
  expect(checkSignature('whsec_test', SIGNED, BODY, AT * 1000)).toBe('valid')
})

test('CT-1 another body, secret, timestamp or form is forged, and so is one header without the other (a reply put into a customer\'s mouth)', () => {
  const now = AT * 1000
  expect(checkSignature('whsec_test', SIGNED, Buffer.from('{"event":"message_created","id":2}'), now)).toBe('forged')
  expect(checkSignature('whsec_tesT', SIGNED, BODY, now)).toBe('forged')
  expect(checkSignature('', SIGNED, BODY, now)).toBe('forged')
  expect(checkSignature('whsec_test', { ...SIGNED, 'x-chatwoot-timestamp': String(AT + 1) }, BODY, now)).toBe('forged')
  expect(checkSignature('whsec_test', { ...SIGNED, 'x-chatwoot-signature': SIGNED['x-chatwoot-signature'].slice(7) }, BODY, now)).toBe('forged')
  expect(checkSignature('whsec_test', { 'x-chatwoot-timestamp': String(AT) }, BODY, now)).toBe('forged')
  expect(checkSignature('whsec_test', { 'x-chatwoot-signature': SIGNED['x-chatwoot-signature'] }, BODY, now)).toBe('forged')
})

test('CT-1 a right signature is too old, or too new, five minutes from our clock (a recorded webhook played again)', () => {
  expect([-301_000, -300_000, 300_000, 301_000].map((skew) => checkSignature('whsec_test', SIGNED, BODY, AT * 1000 + skew))).toEqual(['forged', 'valid', 'valid', 'forged'])
})

test('CT-2 no header at all is an older server, not a forgery', () => {
  expect(checkSignature('whsec_test', { 'content-type': 'application/json' }, BODY, AT * 1000)).toBe('unsigned')
})
