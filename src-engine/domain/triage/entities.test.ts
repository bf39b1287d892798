import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ENTITY_TYPES } from '../../../src-shared/domain/triage.ts'
import type { Entity } from '../../../src-shared/domain/triage.ts'
import { findEntities } from './entities.ts'
import { creditCodeChecks, ibanChecks, luhn, nationalIdChecks, postalItemChecks, upsChecks } from './entities/checks.ts'
import { productNames } from './entities/product-names.ts'
import { productLexicon } from './entities/products.ts'
import { keptText } from './kept.ts'
import { parseLexicon } from './lexicon.ts'
import { normalize } from './normalize.ts'
import { chineseNumber, numberOf } from './numeral.ts'

const lexicon = parseLexicon(JSON.parse(readFileSync(new URL('../../../resources/triage/lexicon.json', import.meta.url), 'utf8')))
/** 2026-04-20 12:00 in China, a Monday. */
const AT = Date.UTC(2026, 3, 20, 4)
const read = (text: string, language = 'zh', lastOurs: string | null = null): Entity[] =>
  findEntities(normalize(text, lexicon.simplified), Array.from(text), AT, language, { lastOurs })

interface Case { readonly language: string; readonly text: string; readonly wanted: readonly string[]; readonly asked: string | null }

function casesOf(file: string): Case[] {
  return readFileSync(new URL(`./testdata/${file}`, import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const [language = '', text = '', wanted = '', asked] = line.split('\t')
    return { language, text, wanted: wanted.split(' | ').filter((one) => one !== ''), asked: asked ?? null }
  })
}

/** As the tables write an entity: type, the customer's words, the normal form where it differs, the carrier. */
function written(entity: Entity, text: string): string {
  const span = Array.from(text).slice(entity.start, entity.end).join('')
  return `${entity.type} ${span}${entity.value === span ? '' : ` => ${entity.value}`}${entity.carrier === undefined ? '' : ` @${entity.carrier}`}`
}

const CASES = [...casesOf('entities-numbers.tsv'), ...casesOf('entities-words.tsv')]

test('EN-1 of the written cases every entity is found and nothing else is: a lost number or an invented one is named here', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(250)
  const lost: string[] = []
  const invented: string[] = []
  let right = 0
  for (const { language, text, wanted, asked } of CASES) {
    const got = read(text, language, asked).map((one) => written(one, text))
    right += wanted.filter((one) => got.includes(one)).length
    lost.push(...wanted.filter((one) => !got.includes(one)).map((one) => `${text}: ${one}`))
    invented.push(...got.filter((one) => !wanted.includes(one)).map((one) => `${text}: ${one}`))
  }
  expect({ lost, invented }).toEqual({ lost: [], invented: [] })
  expect({ precision: right / (right + invented.length), recall: right / (right + lost.length) }).toEqual({ precision: 1, recall: 1 })
})

test('EN-2 what our side asked for makes a bare number, and the words beside one outweigh the question', () => {
  const kinds = (text: string, asked: string | null): string[] => read(text, 'zh', asked).map((one) => one.type)
  expect(kinds('88661234', null)).toEqual([])
  expect(kinds('88661234', '请提供订单号')).toEqual(['order_no'])
  expect(kinds('88661234', '请提供退款单号')).toEqual(['after_sale_no'])
  expect(kinds('快递单号88661234', '请提供订单号')).toEqual(['tracking_no'])
  expect(kinds('13800138000', '请提供订单号')).toEqual(['phone'])
  expect(kinds('20天了还没到', '请提供订单号')).toEqual(['duration'])
})

test('EN-3 of a secret neither text nor value carries what it hides: it is masked on the way out, not by whoever reads it', () => {
  for (const [text, kind] of [
    ['身份证330106199003071236', 'national_id'], ['我的号 330106199003071236 帮我查', 'national_id'], ['卡号6222021234567894', 'bank_card'], ['验证码 483921', 'verification_code'],
    ['483921是验证码', 'verification_code'], ['密码是hunter2abc', 'password'], ['密码123456', 'password'], ['护照号E12345678', 'passport'], ['078-05-1120', 'security_number'],
    ['DE89 3704 0044 0532 0130 00', 'bank_card'],
  ] as const) {
    const found = read(text)
    expect(found.map((one) => [one.type, one.value])).toEqual([['sensitive', kind]])
    const digits = text.replace(/\D/gu, '')
    expect(JSON.stringify(found)).not.toContain(digits.slice(0, 5))
  }
})

test.each([
  ['👍卡号6222 0212 3456 7894退这里', '👍卡号**** **** **** 7894退这里'], ['验证码是483921', '验证码是******'], ['身份证330106199003071236', '身份证******************'], ['订单2188340991226675', '订单2188340991226675'],
])('EN-8 the kept text has stars where the secret was, sign for sign, so that highlights stay where they were: %s', (text, kept) => {
  expect(keptText(text, read(text))).toBe(kept)
  expect(Array.from(keptText(text, read(text)))).toHaveLength(Array.from(text).length)
})

test('EN-3 an order number that has the form of a card or an identity number stays an order where it is called one', () => {
  expect(read('订单号6222021234567894').map((one) => one.type)).toEqual(['order_no'])
  expect(read('订单号330106199003071236').map((one) => one.type)).toEqual(['order_no'])
  expect(read('4123456789012345678').map((one) => one.type)).toEqual(['order_no'])
})

test('EN-4 check digits: one wrong digit is noticed, so that a mistyped tax id or IMEI is said to be invalid before an invoice is made out', () => {
  expect(luhn('4111111111111111')).toBe(true)
  expect(luhn('4111111111111112')).toBe(false)
  expect(nationalIdChecks('11010519491231002x')).toBe(true)
  expect(nationalIdChecks('110105194912310021')).toBe(false)
  expect(creditCodeChecks('91330106MA2H3X4Y59')).toBe(true)
  expect(creditCodeChecks('91330106MA2H3X4Y95')).toBe(false)
  expect(creditCodeChecks('91330106MA2H3X4YI9')).toBe(false)
  expect(postalItemChecks('rb123456785gb')).toBe(true)
  expect(postalItemChecks('rb123456786gb')).toBe(false)
  expect(upsChecks('1Z999AA10123456784')).toBe(true)
  expect(upsChecks('1Z999AA10123456785')).toBe(false)
  expect(ibanChecks('gb82west12345698765432')).toBe(true)
  expect(ibanChecks('gb82west12345698765433')).toBe(false)
  expect(read('税号91330106MA2H3X4Y95').map((one) => one.value)).toEqual(['invalid:91330106MA2H3X4Y95'])
})

test.each([['一百零五', 105], ['一百二', 120], ['两千五', 2500], ['一万二', 12_000], ['二十', 20], ['十五', 15], ['三百二十一', 321], ['两万零五十', 20_050], ['半', 0.5], ['五五', null], ['块', null]])(
  'EN-4 a spoken numeral has the value that a listener hears: %s', (word, value) => {
    expect(chineseNumber(word)).toBe(value)
  })

test.each([['several', 4], ['twelve', 12], ['3', 3], ['2.5', 2.5], ['半', 0.5], ['十五', 15], ['constructor', null], ['', null]])(
  'EN-4 a wait and an entity read the same number in the same word, and none in any other: %s', (word, value) => {
    expect(numberOf(word)).toBe(value)
  })

test('EN-5 products come from the list that is handed in, the longest name first; without a list there are none', () => {
  const fold = (text: string): string => normalize(text, lexicon.simplified).text
  const products = productLexicon([{ id: 'p1', names: ['加湿器', '桌面加湿器'] }, { id: 'p2', names: ['Desk Lamp', '電熱壺', 'X'] }], fold)
  const found = (text: string): Array<[string, string]> =>
    findEntities(normalize(text, lexicon.simplified), Array.from(text), AT, 'zh', { products }).filter((one) => one.type === 'product').map((one) => [one.text, one.value])
  expect(found('桌面加湿器坏了 电热壺没坏')).toEqual([['桌面加湿器', 'p1'], ['电热壺', 'p2']])
  expect(found('my DESK LAMP, not desk lamps')).toEqual([['DESK LAMP', 'p2']])
  expect(read('加湿器坏了')).toEqual([])
})

test('EN-5 a product is found by its titles with and without blanks and pack, and a name that two share tells neither (else the wrong one is named)', () => {
  const product = (id: string, zh: string, en: string) => ({ id, title: { zh, en } })
  const named = new Map(productNames([
    product('p1', '白露 桌面加湿器 2.5L', 'Dew humidifier 2.5 L'), product('p2', '岩羊 登山杖(一对)', 'Ibex trekking poles (pair)'),
    product('p3', '豆豆 保温杯 450mL', 'Bean flask 450 mL'), product('p4', '豆豆 保温杯 600mL', 'Bean flask 600 mL'),
  ]).map(({ id, names }) => [id, names]))
  expect(named.get('p1')).toEqual(expect.arrayContaining(['白露 桌面加湿器 2.5L', '白露桌面加湿器', '白露 桌面加湿器', 'Dew humidifier']))
  expect(named.get('p2')).toEqual(expect.arrayContaining(['岩羊登山杖', 'Ibex trekking poles']))
  expect([named.get('p3'), named.get('p4')].flat()).not.toEqual(expect.arrayContaining(['豆豆保温杯']))
  expect([named.get('p3'), named.get('p4')].flat()).not.toEqual(expect.arrayContaining(['Bean flask']))
})

test('EN-6 the day turns at midnight of the customer, and a month without such a day gives no date', () => {
  const late = (language: string, text: string): string[] => findEntities(normalize(text, lexicon.simplified), Array.from(text), Date.UTC(2026, 3, 20, 17), language).map((one) => one.value)
  expect(late('zh', '明天下午3点')).toEqual(['2026-04-22T15:00+08:00'])
  expect(late('en', 'tomorrow at 3pm')).toEqual(['2026-04-21T15:00Z'])
  expect(read('2月30号')).toEqual([])
  expect(read('2026-02-29')).toEqual([])
})

test('EN-7 any text gives entities with spans inside it, in order, apart, of the listed types, and the same ones twice', () => {
  const piece = fc.constantFrom(
    '订单号', '快递', 'SF', '1Z', '13800138000', '138****', '6222', '021234567894', ' ', '-', '#', '20', '元', '多块', '¥', '$', '三', '点', '半', '号', '3月', '上个月', '周', '五', '前', '到', '2026', '.', '/', '4', '18', '浙江省', '西湖区', '文三路', '号楼', '栋',
    '张伟', 'M', '码', '斤', '160', '110', '黑', '色', '两', '件', '抬头', '有限公司', '91330106MA2H3X4Y59', '取件码', 'in two weeks', 'by Friday', ' pm', 'size ', '尾号', '验证码', '密码', '@', 'a.b', '👨‍👩‍👧', '１', '\u0301', 'ﷺ', 'İ', '\ud83d', '\n',
  )
  const text = fc.oneof(fc.array(piece, { maxLength: 16 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }))
  const types: ReadonlySet<string> = new Set(ENTITY_TYPES)
  fc.assert(fc.property(text, fc.constantFrom('zh', 'en', 'de', 'ja', 'und'), fc.integer({ min: -1e15, max: 1e15 }), fc.constantFrom(null, '请提供订单号和手机尾号', 'your order number? which size?'), (raw, language, at, lastOurs) => {
    const points = Array.from(raw)
    const found = findEntities(normalize(raw, lexicon.simplified), points, at, language, { lastOurs })
    let end = 0
    for (const one of found) {
      expect(types.has(one.type)).toBe(true)
      expect(one.start).toBeGreaterThanOrEqual(end)
      expect(one.end).toBeGreaterThan(one.start)
      expect(one.value).not.toBe('')
      expect(one.value).not.toMatch(/undefined|NaN|null/u)
      if (one.type !== 'sensitive') expect(one.text).toBe(points.slice(one.start, one.end).join(''))
      end = one.end
    }
    expect(end).toBeLessThanOrEqual(points.length)
    expect(findEntities(normalize(raw, lexicon.simplified), points, at, language, { lastOurs })).toEqual(found)
  }), { seed: 20260420, numRuns: 3000 })
})

test.each(['区县', '市', '中山市区', '深区县', '苑里城', '12 ', '4111 ', '三块', '100 a a '])('EN-7 a message that is one piece two thousand signs long is read (an expression that tries every cut of it would hang the desk): %s', (piece) => {
  expect(Array.isArray(read(piece.repeat(2000).slice(0, 2000)))).toBe(true)
})
