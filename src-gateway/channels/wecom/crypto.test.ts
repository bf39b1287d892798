import { expect, test } from 'vitest'
import { callbackSignature, decrypt, encrypt, signatureMatches } from './crypto.ts'
import { readFlatXml } from './xml.ts'

/** The platform's own example (WXBizMsgCrypt sample code). */
const KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const CORP = 'wx5823bf96d3bd56c7'
const ECHO = 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=='

test('CT-20 the platform\'s own example: signature of the address check, and its decrypted echo', () => {
  expect(callbackSignature('QDG6eK', '1409659589', '263014780', ECHO)).toBe('5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3')
  expect(decrypt(KEY, CORP, ECHO)).toBe('1616140317555161061')
})

test('CT-20 what is sealed opens again whatever its length, for its receiver alone (a callback of another company)', () => {
  for (const text of ['', 'a', '顾客来信', 'x'.repeat(11), 'x'.repeat(12), '长'.repeat(5000)]) {
    const sealed = encrypt(KEY, CORP, text)
    expect([decrypt(KEY, CORP, sealed), decrypt(KEY, 'wx0000000000000000', sealed)]).toEqual([text, null])
  }
})

test('CT-20 broken ciphertext, lengths and paddings open as nothing (a crash by a forged callback)', () => {
  const sealed = Buffer.from(encrypt(KEY, CORP, 'hello'), 'base64')
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 0x41
    const opened = decrypt(KEY, CORP, changed.toString('base64'))
    // A change within the first two blocks touches the random bytes, or the text itself, which the signature guards.
    if (at >= 32) expect([at, opened]).toEqual([at, null])
  }
  for (const rubbish of ['', 'AAAA', '!!!', sealed.subarray(0, 16).toString('base64'), sealed.subarray(0, 17).toString('base64')]) expect(decrypt(KEY, CORP, rubbish)).toBeNull()
  expect([signatureMatches('', 'abc'), signatureMatches('abc', 'abc'), signatureMatches('abd', 'abc')]).toEqual([false, true, false])
})

test('CT-21 only flat XML as the platform sends it is read: declared, nested and attributed documents are not (entities that grow)', () => {
  expect([...readFlatXml('<xml><ToUserName><![CDATA[ww1]]></ToUserName>\n<CreateTime>1348831860</CreateTime><Event><![CDATA[a<b]]></Event><T>&lt;&amp;</T></xml>') ?? []])
    .toEqual([['ToUserName', 'ww1'], ['CreateTime', '1348831860'], ['Event', 'a<b'], ['T', '<&']])
  for (const bad of [
    '', '<xml>', '<!DOCTYPE x [<!ENTITY a "aaaa">]><xml><A>&a;</A></xml>', '<xml><A>&a;</A></xml>', '<xml><A>&#65;</A></xml>', '<xml><A><B>1</B></A></xml>', '<xml><A b="1">1</A></xml>',
    '<xml><A>1</A><A>2</A></xml>', '<xml><A>1</B></xml>', '<xml>words<A>1</A></xml>', '<xml><A>1</A></xml><xml></xml>trailing', '<xml><A><![CDATA[1]]</A></xml>', '{"xml":1}',
  ]) expect([bad, readFlatXml(bad)]).toEqual([bad, null])
})
