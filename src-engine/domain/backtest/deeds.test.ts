import fs from 'node:fs'
import { expect, test } from 'vitest'
import { parseTerms } from '../promises/terms.ts'
import { readDeed } from './deeds.ts'

const json = (path: string): unknown => JSON.parse(fs.readFileSync(new URL(path, import.meta.url), 'utf8'))
const place = { terms: parseTerms(json('../../../resources/promises/terms.json')), timeZone: 'Asia/Shanghai' }
const NOON = Date.UTC(2026, 2, 2, 4)
const LINES = fs.readFileSync(new URL('testdata/deeds.tsv', import.meta.url), 'utf8').split('\n').filter(Boolean).map((line) => line.split('\t'))

test('HI-10 what people did is read from their words: answered, asked back, granted money, handed on (a coupon that counts as an answer would hide a cost)', () => {
  const wrong = LINES.flatMap(([intent = '', kind = '', text = '']) => {
    const read = readDeed([text], intent, NOON, place)
    return read.kind === kind ? [] : [`${intent} ${text}: ${read.kind}, not ${kind}`]
  })
  expect(wrong).toEqual([])
})

test('HI-10 an amount that was granted is told in minor units, and money that was on its way before is no grant', () => {
  expect(readDeed(['给您补偿10元，今天到账'], 'where_is_order', NOON, place).granted).toEqual([{ currency: 'CNY', amount: 1000 }])
  expect(readDeed(['退款128元会在三天内到账'], 'refund_progress', NOON, place)).toEqual({ kind: 'same', granted: [] })
  expect(readDeed([], 'where_is_order', NOON, place).kind).toBe('none')
})
