import { expect, test } from 'vitest'
import type { Phrase } from '../../../src-shared/domain/phrase.ts'
import { createPhraseIndex, titleOf } from './search.ts'
import { spell } from './spelling.ts'

const phrase = (id: string, code: string, title: string, text = '正文', more: Partial<Phrase> = {}): Phrase => ({
  id, scope: 'shop', code, group: { zh: '', en: '' }, title: { zh: title, en: '' }, text: { zh: text, en: '' }, pictures: [], updatedAt: 0, ...more,
})
const none = new Map()
const ids = (found: Phrase[]): string[] => found.map(({ id }) => id)

test('H-1 Chinese is spelled as it is typed, with the reading that the word has: 重新 found under z, 银行 under x', () => {
  expect(spell('发货时间')).toEqual({ full: 'fahuoshijian', initials: 'fhsj' })
  expect(spell('重新发货').initials).toBe('cxfh')
  expect(spell('银行绿色')).toEqual({ full: 'yinhanglvse', initials: 'yhls' })
  expect(spell('VIP客户，7天')).toEqual({ full: 'vipkehu7tian', initials: 'vipkh7t' })
  expect(spell('When we ship').initials).toBe('wws')
})

test('H-1 exact code, then its beginning, pinyin, letters in between, title, text: a phrase named fh that others bury', () => {
  const index = createPhraseIndex([
    phrase('text', '', '其他', 'fh 在正文里'), phrase('between', '', '发快递货'), phrase('pinyin', '', '发货时间'),
    phrase('begins', 'fh2', '乙'), phrase('code', 'fh', '甲'), phrase('other', 'xx', '无关'),
  ])
  expect(ids(index.search('fh', none))).toEqual(['code', 'begins', 'pinyin', 'between', 'text'])
  expect(ids(index.search('FH', none))[0]).toBe('code')
})

test('H-1 Chinese words, full pinyin, English titles and two words at once find their phrase', () => {
  const index = createPhraseIndex([
    phrase('return', 'th', '怎么退货', '寄回后填单号', { group: { zh: '售后', en: 'Returns' }, title: { zh: '怎么退货', en: 'How to return' } }), phrase('ship', 'fh', '发货时间'),
  ])
  for (const query of ['退货', 'tuihuo', 'zmth', '寄回', 'how to', '售后', '售后 退货', 'HTR']) expect([query, ids(index.search(query, none))]).toEqual([query, ['return']])
  expect(index.search('退货 发货', none)).toEqual([])
})

test('H-1 a code in Chinese is found by its letters: an agent who has to switch the input method for it', () => {
  expect(ids(createPhraseIndex([phrase('p', '查单', '核实一下')]).search('cd', none))).toEqual(['p'])
})

test('H-2 what fits alike stands by how often this agent took it, then how lately: the daily phrase at the bottom', () => {
  const index = createPhraseIndex([phrase('a', 'a', '退款说明'), phrase('b', 'b', '退款时间'), phrase('c', 'c', '退款到账')])
  const usage = new Map([['b', { uses: 1, lastUsedAt: 9 }], ['c', { uses: 5, lastUsedAt: 1 }]])
  expect(ids(index.search('tk', usage))).toEqual(['c', 'b', 'a'])
  expect(ids(index.search('', usage))).toEqual(['c', 'b', 'a'])
  expect(ids(index.search('tksm', usage))).toEqual(['a'])
})

test('H-1 a phrase without a title goes by its own words, the names of its variables aside: found by "customer" and not by what it says', () => {
  const index = createPhraseIndex([phrase('p', '', '', '{customer}您好，您的订单 {order} 我马上查')])
  expect(ids(index.search('nhnd', none))).toEqual(['p'])
  expect(titleOf(phrase('p', '', '', '{customer}您好，您的订单 {order} 我马上查'), 'zh')).toBe('您好，您的订单 我马上查')
})

test('H-1 a scope can be searched alone, and strange input finds nothing instead of failing', () => {
  const index = createPhraseIndex([phrase('mine', 'fh', '发货', 'x', { scope: 'personal' }), phrase('shop', 'fh', '发货')])
  expect(ids(index.search('fh', none, 'personal'))).toEqual(['mine'])
  for (const query of ['(', '\\', '😀', "f'h[", '%']) expect(index.search(query, none)).toEqual([])
})
