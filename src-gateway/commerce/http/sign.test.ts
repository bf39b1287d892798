import { expect, test } from 'vitest'
import { parseJson } from './big-json.ts'
import { chinaTime, fromChinaTime } from './china-time.ts'
import { hmacSign, joined, md5Sign } from './sign.ts'
import { windowsOf } from './windows.ts'

const PARAMS = { b: '2', a: '1' }

test('SC-4 the published signing vectors of TOP, JD and 拼多多 come out, whatever the order of the parameters; a sign and what is empty are not signed (every call is refused by the platform)', () => {
  expect(hmacSign('sha256', 'secret', PARAMS)).toBe('3A9F9E53162A24430830CCA87B7FB623401B81EB6616A6EA75B3614AEBDC7F4D')
  expect(md5Sign('secret', PARAMS)).toBe('EF16F26C937CF52AE6F85DF2FD08B24A')
  expect(hmacSign('md5', 'secret', PARAMS)).toBe('41EC77C97D8E808985B688BBB518A251')
  expect(joined({ sign: 'x', z: '', Z: '1', a: '2' })).toBe('Z1a2')
})

test('SC-4 numbers of 16 digits and more are read whole, also beside texts that hold digits and quotes (a refund of another order, whose number ends alike)', () => {
  expect(parseJson('{"tid":2188000000000001234,"n":12,"t":"a \\"1234567890123456789\\" b","p":12.5,"list":[6936476692437472563]}')).toEqual({ tid: '2188000000000001234', n: 12, t: 'a "1234567890123456789" b', p: 12.5, list: ['6936476692437472563'] })
})

test('SC-4 times go to and from GMT+8, and what is no time is none (an order that was paid in 1970)', () => {
  expect(chinaTime(Date.parse('2026-01-01T00:00:00Z'))).toBe('2026-01-01 08:00:00')
  expect([fromChinaTime('2026-01-01 08:00:00'), fromChinaTime(''), fromChinaTime('0000-00-00 00:00:00'), fromChinaTime(null)]).toEqual([Date.parse('2026-01-01T00:00:00Z'), null, null, null])
})

test('SC-4 a long absence is read in windows that a platform takes, without a gap (half an hour of refunds that nobody sees)', () => {
  expect(windowsOf(0, 70, 30)).toEqual([{ from: 0, to: 30 }, { from: 30, to: 60 }, { from: 60, to: 70 }])
})
