import i18next from 'i18next'
import { expect, test } from 'vitest'
import { en } from '../../../app/i18n/en.ts'
import { zh } from '../../../app/i18n/zh.ts'
import { codeWords, type KnownNames, refWords } from './ref-words.ts'

const ID = '0198a3e2-0000-7000-8000-000000000001'
const names: KnownNames = { customer: (id) => (id === ID ? '林女士' : null), person: () => '小雨', ticket: () => 7 }

function wordsIn(language: 'en' | 'zh') {
  const own = i18next.createInstance()
  void own.init({ lng: language, keySeparator: false, nsSeparator: false, initAsync: false, resources: { en: { translation: en }, zh: { translation: zh } }, interpolation: { escapeValue: false } })
  return { t: own.t, language, local: (text: { zh: string; en: string }) => text[language], label: () => null }
}

test('RO-22 whom and what it was about stands in names and words; ids of programs do not', () => {
  const ref = { id: ID, messageId: ID, conversationId: ID, 'action.kind': 'refund', 'action.orderNo': '2188340610072265', 'by.kind': 'autopilot' }
  expect(refWords({ ref, what: 'perform' }, wordsIn('zh'), names)).toBe('林女士 · 订单 2188340610072265 · 退款')
  expect(refWords({ ref, what: 'perform' }, wordsIn('en'), names)).toBe('林女士 · order 2188340610072265 · Refund')
  const unknown = { id: ID, conversationId: ID.replace(/1$/, '2') }
  expect(refWords({ ref: unknown, what: 'send' }, wordsIn('en'), names)).toBe('a customer who is not on this desk')
  expect(refWords({ ref: { id: ID, ticketId: ID, 'change.state': 'done' }, what: 'ticket.change' }, wordsIn('en'), names)).toBe('No. 7 · done')
  expect(refWords({ ref: { id: ID, accountId: ID, 'change.role': 'reader', 'change.disabled': true }, what: 'people.put' }, wordsIn('en'), names)).toBe('小雨 · Reader · Switch off')
  expect(refWords({ ref: { open: true }, what: 'people.reach' }, wordsIn('en'), names)).toBe('opened')
  expect(codeWords(wordsIn('zh'), 'not-permitted')).toBe('没有权限')
})
