import { expect, test } from 'vitest'
import { fillGaps, gapsIn } from '../../../src-shared/domain/phrase-gaps.ts'
import type { Templates } from '../drafting/templates.ts'
import { DAY, input, NOW, order, PARCEL } from '../drafting/testing.ts'
import { phraseValues } from './values.ts'

const NO_TEMPLATES: Templates = { version: '', languages: new Map() }
const speaker = { agentName: '小林', shopName: { zh: '小店', en: 'Small shop' } }
const values = (change: Parameters<typeof input>[1] = {}, language: 'zh' | 'en' = 'zh') => phraseValues(input(NO_TEMPLATES, change), speaker, language)

test('H-3 the facts of the conversation fill a phrase in the language it is said in', () => {
  const text = '{customer}您好，订单 {order}（{product}）由{carrier}承运，单号 {tracking}，预计 {eta} 到，实付 {amount}。{shop}{agent}'
  expect(fillGaps(text, values())).toBe('李雷您好，订单 2188340610072265（云雀耳机）由中通承运，单号 73100299881726，预计 11月24日 到，实付 199元。小店小林')
  expect(fillGaps('{product} with {carrier}, {eta}, {amount}', values({}, 'en'))).toBe('Lark earbuds with ZTO, 24 November, ¥199')
})

test('H-4 nothing of an unverified customer, of somebody else\'s order or of nobody is said: an order number told to a stranger', () => {
  expect(values({ verified: false })).toEqual({ agent: '小林', shop: '小店' })
  expect(values({ orders: [order({ customerId: 'c999' })] })).toEqual({ agent: '小林', shop: '小店', customer: '李雷' })
  expect(phraseValues(null, speaker, 'en')).toEqual({ agent: '小林', shop: 'Small shop' })
})

test('H-4 what is not certain stays a gap: which of two orders to cancel, a passed estimate, the amount of another case, one of many goods', () => {
  const paid = { status: 'paid' as const, logistics: null }
  expect(values({ text: '我要取消', topics: ['order_cancel'], orders: [order(paid), order({ ...paid, no: '2188340610072266' })] }).order).toBeUndefined()
  const one = order({ logistics: { ...PARCEL, etaAt: NOW - DAY }, items: [...order().items, ...order().items], afterSale: { id: 'as1', kind: 'refund', status: 'requested', amount: { amount: 500, currency: 'CNY' }, requestedAt: NOW } })
  const found = values({ orders: [one] })
  expect([found.order, found.eta, found.amount, found.product]).toEqual([one.no, undefined, undefined, undefined])
  expect(gapsIn(fillGaps('{order} {eta} {amount}', found)).map(({ name }) => name)).toEqual(['eta', 'amount'])
})

test('H-5 a gap is one of our variables in braces, told by its place; other braces are words, and a value is never filled itself', () => {
  expect(gapsIn('a {order} {foo} {"x":1} {eta}')).toEqual([{ name: 'order', start: 2, end: 9 }, { name: 'eta', start: 24, end: 29 }])
  expect(fillGaps('{order}', { order: '{eta} $& $1' })).toBe('{eta} $& $1')
})
