import fs from 'node:fs'
import { expect, test } from 'vitest'
import { parseClassifier, writeClassifier } from './file.ts'
import { learn, type Example } from './learn.ts'
import { createLookup } from './lookup.ts'
import { parseMeaning } from './meaning.ts'
import { createClassifier } from './model.ts'

const TABLE = fs.readFileSync(new URL('../../../resources/models/meaning.bin', import.meta.url))
const meaning = parseMeaning(TABLE)
const of = (label: string | null, ...texts: string[]): Example[] => texts.map((text) => ({ text, label }))

/** Written for this test. */
const EN = [
  ...of('late', 'where is my parcel', 'it has not arrived yet', 'still waiting for the delivery'),
  ...of('money_back', 'i want my money back', 'please refund me', 'return the amount to my account'),
  ...of('password', 'i cannot log in', 'forgot my password', 'the site does not accept my login'),
]
const ZH = [...of('催发货', '怎么还没发货', '什么时候发货呀', '三天了还不发'), ...of('退款', '我要退款', '钱什么时候退给我', '把钱退回来')]

function closeness(a: string, b: string): number {
  const [one, other] = [meaning.of(a), meaning.of(b)]
  return one?.reduce((sum, value, k) => sum + value * (other?.[k] ?? 0), 0) ?? Number.NaN
}

test('CL-1 texts that say the same in other words point the same way: else few examples understand only their own words', () => {
  expect(closeness('my package never came', 'the parcel has not arrived')).toBeGreaterThan(closeness('my package never came', 'how do i reset my password') + 0.3)
  expect(closeness('i would like a reimbursement', 'give me my money back')).toBeGreaterThan(closeness('i would like a reimbursement', 'the screen is cracked') + 0.2)
})

test('CL-2 with three examples a topic, words that none of them has are told right by what they mean', () => {
  const classify = createClassifier(learn(EN, 1, meaning).model, null, meaning)
  expect(['the package never came', 'my shipment is overdue', 'reimburse me', "can't sign in to the website"].map((text) => classify(text).label)).toEqual(['late', 'late', 'money_back', 'password'])
})

test('CL-3 other languages are read without the table: a few words that look English would pull them astray', () => {
  for (const text of ['怎么还没发货', '你好hello', 'wo bleibt meine bestellung denn nun', 'dónde está mi pedido por favor', '', '12345', '😀']) expect(meaning.of(text)).toBeNull()
  const [without, beside] = [createClassifier(learn(ZH, 1).model), createClassifier(learn(ZH, 1, meaning).model, null, meaning)]
  for (const text of ['还没发货吗', '退款退款', '钱呢']) expect(beside(text).label).toBe(without(text).label)
})

test('CL-4 two labels of three examples make a model, in Chinese and English, the same file bit for bit', () => {
  for (const examples of [ZH, EN.slice(0, 6)]) {
    const bytes = writeClassifier(learn(examples, 7, meaning).model)
    expect(writeClassifier(learn(examples, 7, meaning).model)).toEqual(bytes)
    const classify = createClassifier(parseClassifier(bytes), null, meaning)
    for (const { text, label } of examples) expect(classify(text).label).toBe(label)
  }
})

test("CL-5 a label's name is an example of it: a word that only the name has is told", () => {
  const classify = createClassifier(learn([...of('customs_duty', 'why do i pay extra at the border', 'who pays the tax'), ...of('giftWrap', 'can you put a bow on it', 'it is a present')], 1).model)
  expect([classify('customs').label, classify('gift').label]).toEqual(['customs_duty', 'giftWrap'])
})

test('CL-6 a model answers the same from any place in memory: files are read into shared buffers, and its weights were once taken from the wrong place', () => {
  const { model } = learn(EN, 1, meaning)
  const bytes = writeClassifier(model)
  const shared = new Uint8Array(bytes.length + 11)
  shared.set(bytes, 5)
  const [here, there] = [createClassifier(model, null, meaning), createClassifier(parseClassifier(Buffer.from(shared.buffer, 5, bytes.length)), null, meaning)]
  for (const { text } of EN) expect(there(text)).toEqual(here(text))
})

test('CL-7 an earlier or damaged file, and a model that was learned with another table, are refused in one sentence that says what to do', () => {
  const bytes = writeClassifier(learn(EN, 1, meaning).model)
  const changed = (change: (copy: Uint8Array) => void): Uint8Array => {
    const copy = bytes.slice()
    change(copy)
    return copy
  }
  expect(() => parseClassifier(changed((copy) => (copy[7] = '1'.charCodeAt(0))))).toThrow('earlier version: learn it again')
  expect(() => parseClassifier(changed((copy) => (copy[20] = 0)))).toThrow('damaged')
  expect(() => parseClassifier(changed((copy) => copy.fill(255, 9, 13)))).toThrow('cut off or too long')
  expect(() => createClassifier(parseClassifier(bytes))).toThrow('another table of meanings: learn it again')
})

test('CL-8 a table that is none, cut off, or damaged is refused: wrong meanings would be worse than none', () => {
  expect(() => parseMeaning(new TextEncoder().encode('something else'))).toThrow('not a table of meanings')
  expect(() => parseMeaning(TABLE.subarray(0, TABLE.length - 1))).toThrow('cut off or too long')
})

test('CL-9 the lookup finds every key at its place and no other, also keys that meet in one slot', () => {
  const keys = Int32Array.from({ length: 3_000 }, (_, at) => (at % 3 === 0 ? at * 65_536 : at * 7 + 1) & 0x3fffffff).filter((key, at, all) => all.indexOf(key) === at)
  const placeOf = createLookup(keys)
  for (const [place, key] of keys.entries()) expect(placeOf(key)).toBe(place)
  for (const key of [2, 0x3ffffff1, 65_537]) expect(placeOf(key)).toBe(keys.indexOf(key))
  expect(createLookup(new Int32Array(0))(5)).toBe(-1)
})
