import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from './db/open.ts'
import { createStore } from './index.ts'

const binding = process.env['DESKMATE_SQLITE_BINDING'] ?? null
const product = (id: string, name: string) => ({ id, title: { zh: name, en: name } }) as never

test('BE-17 products kept in memory are those of the database, after a put, an undone transaction and a forgotten log (a draft that tells a price that never was)', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-shop-'))
  const store = createStore(openDatabase({ file: path.join(dir, 'desk.db'), key: 'a'.repeat(64), binding }))
  const names = () => store.shop.products().map(({ title }) => title.zh)
  store.shop.putProduct(product('p1', '灯'))
  expect(names()).toEqual(['灯'])
  expect(store.shop.products()).toBe(store.shop.products())
  store.shop.putProduct(product('p1', '台灯'))
  expect(names()).toEqual(['台灯'])
  for (const undone of [store.transaction, store.transactionOfLog]) {
    expect(() => undone(() => {
      store.shop.putProduct(product('p2', '伞'))
      expect(names()).toEqual(['台灯', '伞'])
      throw new Error('undo')
    })).toThrow('undo')
    expect(names()).toEqual(['台灯'])
  }
  store.forgetLog()
  expect(names()).toEqual([])
  store.close()
  fs.rmSync(dir, { recursive: true, force: true })
})
