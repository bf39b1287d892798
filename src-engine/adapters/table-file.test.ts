import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { toCsv } from '../domain/phrases/csv.ts'
import { readRows } from '../domain/phrases/rows.ts'
import { readTableFile } from './table-file.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../tests/fixtures/phrases/${name}`, import.meta.url))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('H-6 a 千牛 export in GBK comes in whole: line breaks in cells, and a quote that does not close costs its own line alone', async () => {
  const file = await readTableFile(fixture('qianniu.gbk.csv'))
  expect(file.encoding).toBe('gb18030')
  const read = readRows(file.rows)
  expect(read?.format).toBe('qianniu')
  expect(read?.rows.map(({ line, code, text }) => [line, code, text.zh])).toEqual([
    [2, 'fhsj', '亲，付款后48小时内发货，发出后给您单号。'],
    [3, 'thdz', '退货地址：\n杭州市西湖区文三路1号，\n请写上订单号'],
    [8, '', '没有编码的一句：请稍等，我帮您查。'],
    [10, '查单', '{customer}您好，您的订单 {order} 我马上查。'],
  ])
  expect(read?.problems.map(({ line, reason }) => [line, reason])).toEqual([[6, 'no-text'], [7, 'quotes']])
})

test('H-6 a 飞鸽 workbook comes in by its lines, with a title above the header', async () => {
  const read = readRows((await readTableFile(fixture('feige.xlsx'))).rows)
  expect(read?.format).toBe('feige')
  expect(read?.rows.map(({ line, group, title, text }) => [line, group.zh, title.zh, text.zh])).toEqual([[3, '物流', '发货时间', '48小时内发出。'], [5, '售后', '换货流程', '先申请，\n再寄回。']])
  expect(read?.problems.map(({ line }) => line)).toEqual([4])
})

test('H-6 byte order marks, UTF-16, semicolons and tabs are told from the bytes, not from the name', async () => {
  const utf16 = Uint8Array.of(0xff, 0xfe, ...new Uint8Array(Uint16Array.from([...'编码\t内容\nfh\t发货'].map((c) => c.charCodeAt(0))).buffer))
  for (const [name, file] of [['bom', bytes('\ufeff编码;内容\nfh;发货\n')], ['bare', bytes('编码,内容\r\nfh,发货')], ['utf-16', utf16]] as const) {
    expect([name, readRows((await readTableFile(file)).rows)?.rows.map(({ code, text }) => [code, text.zh])]).toEqual([name, [['fh', '发货']]])
  }
})

test('H-6 what is no table is refused in a sentence: an old workbook, a picture, half a zip', async () => {
  for (const file of [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0), Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2)]) {
    await expect(readTableFile(file)).rejects.toMatchObject({ code: 'import-unreadable' })
  }
  expect((await readTableFile(new Uint8Array())).rows.flatMap(({ cells }) => cells).join('')).toBe('')
})

test('H-10 an export is read again word for word', async () => {
  const words = { zh: '他说"好"，\n第二行', en: ' one, "two"; three' }
  const phrase = { id: 'p', scope: 'shop' as const, code: 'q', group: { zh: '物流', en: 'Delivery' }, title: { zh: '标题', en: 'Title' }, text: words, pictures: [], updatedAt: 0 }
  const read = readRows((await readTableFile(bytes(toCsv([phrase, { ...phrase, code: 'r' }])))).rows)
  expect(read?.problems).toEqual([])
  expect(read?.rows.map(({ code, group, title, text }) => ({ code, group, title, text }))).toEqual(['q', 'r'].map((code) => ({ code, group: phrase.group, title: phrase.title, text: { zh: words.zh, en: words.en.trim() } })))
})
