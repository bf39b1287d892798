import { expect, test } from 'vitest'
import { signWarehouse, wdtPack } from './signing.ts'

// The digests were computed from the published rules with Python's hashlib and hmac, not with this code.
test('WM-1 聚水潭: MD5 of the secret and the sorted names and values, lower case (a gateway that no call gets through)', () => {
  const params = { app_key: 'key1', access_token: 'tok', timestamp: '1700000000', charset: 'utf-8', version: '2', biz: '{"so_ids":["A1"],"remark":"客户"}' }
  expect(signWarehouse('md5-secret-first', 'sec', params)).toBe('44e236da09a914795df42c1580e04649')
})

test('WM-1 旺店通: names and values with their lengths in characters, empty ones too, then the secret', () => {
  const params = { sid: 'shop', appkey: 'key1', timestamp: '1700000000', src_tid: 'A1', note: '客户😀', empty: '', sign: 'left out' }
  expect(wdtPack(params)).toBe('06-appkey:0004-key1;05-empty:0000-;04-note:0003-客户😀;03-sid:0004-shop;07-src_tid:0002-A1;09-timestamp:0010-1700000000')
  expect(signWarehouse('wdt-pack', 'sec', params)).toBe('d16a6f47e7bf5e7724212575d2a84478')
})

test('WM-1 快麦: HMAC-SHA256 of the sorted names and values, upper case', () => {
  const params = { method: 'erp.trade.list.query', appKey: 'key1', session: 'tok', timestamp: '2023-11-15 06:13:20', version: '1.0', format: 'json', sign_method: 'hmac-sha256', tid: 'A1', receiverName: '陈一' }
  expect(signWarehouse('hmac-sha256', 'sec', params)).toBe('819CB700294618D96B3EE9A631171E605C7D0516DC0E5013F39E243CE23428AB')
})
