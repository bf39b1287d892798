import { expect, test } from 'vitest'
import { hostAllowed, refusalOf } from './guard.ts'
import { bearerToken, tokenMatches } from './token.ts'

test('G-11 only our own loopback names with our own port are Hosts: a name that merely starts or ends like ours', () => {
  for (const host of ['127.0.0.1:5000', 'localhost:5000', '[::1]:5000']) expect([host, hostAllowed(host, 5000)]).toEqual([host, true])
  for (const host of [undefined, '', 'localhost', 'localhost:5001', 'localhost:5000.evil.example', 'evil.example:5000', 'localhost.:5000', '127.0.0.2:5000', '0.0.0.0:5000', ' localhost:5000', 'user@localhost:5000']) {
    expect([host, hostAllowed(host, 5000)]).toEqual([host, false])
  }
  expect(hostAllowed('localhost', 80)).toBe(true)
})

test('G-11 own pages only on the chat port, no browser on the seat port: a foreign page that sends neither cookie nor token but an Origin', () => {
  const host = 'localhost:5000'
  const own = (headers: Record<string, string>) => refusalOf({ host, ...headers }, 5000, { browsers: 'own' })
  const none = (headers: Record<string, string>) => refusalOf({ host, ...headers }, 5000, { browsers: 'none' })
  expect([own({}), own({ origin: 'http://localhost:5000' }), own({ 'sec-fetch-site': 'same-origin' }), own({ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' })]).toEqual([null, null, null, null])
  for (const origin of ['null', '', 'https://localhost:5000', 'http://127.0.0.1:5000', 'http://localhost:5001', 'http://localhost:5000/']) expect([origin, own({ origin })]).toEqual([origin, 'origin'])
  expect([own({ 'sec-fetch-site': 'same-site' }), own({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'websocket' })]).toEqual(['origin', 'origin'])
  expect(own({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', origin: 'https://evil.example' })).toBe('origin')
  expect([none({}), none({ origin: 'http://localhost:5000' }), none({ 'sec-fetch-site': 'none' }), none({ host: 'evil' })]).toEqual([null, 'origin', 'origin', 'host'])
})

test('G-10 only the very token matches: a prefix, or an empty one against an empty header', () => {
  expect([tokenMatches('abc', 'abc'), tokenMatches('ab', 'abc'), tokenMatches('', 'abc'), tokenMatches('abcd', 'abc')]).toEqual([true, false, false, false])
  expect([bearerToken('Bearer t'), bearerToken('bearer t'), bearerToken('Basic t'), bearerToken(undefined), bearerToken('Bearer a b')]).toEqual(['t', '', '', '', ''])
})
