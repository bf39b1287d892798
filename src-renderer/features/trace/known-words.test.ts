import i18next from 'i18next'
import { expect, test } from 'vitest'
import { en } from '../../app/i18n/en.ts'
import { labelOf } from '../../app/i18n/label.ts'
import { zh } from '../../app/i18n/zh.ts'
import { allowedWords, rememberedWords } from './known-words.ts'

function wordsIn(language: 'en' | 'zh') {
  const own = i18next.createInstance()
  void own.init({ lng: language, keySeparator: false, nsSeparator: false, initAsync: false, resources: { en: { translation: en }, zh: { translation: zh } }, interpolation: { escapeValue: false } })
  return { t: own.t, language, label: (code: string) => labelOf(language, code) }
}

test('D-23 what was read of the customer and of the policy stands in the trace in words, no code and nothing where nothing was', () => {
  const known = { conversations: 2, lastAt: Date.parse('2026-11-18T10:00:00+08:00'), topics: ['return_request'], promised: 1 }
  const told = rememberedWords(known, wordsIn('zh'))
  expect(told).toMatch(/另有 2 个会话 · 最近 .*退货.* · 还有 1 项承诺没兑现/)
  expect(rememberedWords(known, wordsIn('en'))).not.toContain('return_request')
  expect(rememberedWords({ conversations: 0, lastAt: null, topics: [], promised: 0 }, wordsIn('en'))).toBe('no other conversation')
  expect(rememberedWords(undefined, wordsIn('zh'))).toBe('')
  expect(allowedWords({ goodwill: { amount: 2_000, currency: 'CNY' }, refund: null }, wordsIn('zh'))).toMatch(/^补偿一次最多 .*20/)
  expect(allowedWords(undefined, wordsIn('en'))).toBe('')
})
