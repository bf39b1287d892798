import i18next from 'i18next'
import { expect, test } from 'vitest'
import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { ORIGIN_FIELDS } from '../../../../src-shared/domain/finding-origin.ts'
import { en } from '../../../app/i18n/en.ts'
import { zh } from '../../../app/i18n/zh.ts'
import { correctionsIn, findingWords, questionWords, reasonsIn } from './finding-words.ts'

function wordsIn(language: 'en' | 'zh') {
  const own = i18next.createInstance()
  void own.init({ lng: language, keySeparator: false, nsSeparator: false, initAsync: false, resources: { en: { translation: en }, zh: { translation: zh } }, interpolation: { escapeValue: false } })
  return own.t
}
/** What the guard can say; docs/guard.md. */
const GUARD_KINDS = [
  'amount', 'percentage', 'date', 'weekday', 'time', 'duration', 'order_no', 'tracking_no', 'number_tail', 'phone', 'carrier', 'spec', 'status', 'product', 'colour', 'size', 'quantity',
  'name', 'address', 'policy', 'other-order', 'over-cap', 'other-customer', 'personal-data', 'internal-passage', 'injection-echo', 'language', 'rule',
]
const T = { zh: wordsIn('zh'), en: wordsIn('en') }
const finding = (more: Partial<Finding>): Finding => ({ kind: 'amount', severity: 'error', text: '¥199', start: 0, end: 4, ...more })

test('V-21 a mark says what the source says and which source that is, in words (only the value was shown, or nothing)', () => {
  const amount = finding({ expected: '¥189', source: 'facts[1].total', origin: { kind: 'order', no: '2188340610072265', field: 'total' } })
  expect(findingWords(T.zh, amount)).toBe('“¥199”应为“¥189”（订单 2188340610072265，实付金额）')
  expect(findingWords(T.en, amount)).toBe('“¥199” should be “¥189” (order 2188340610072265, total)')
  const spec = finding({ kind: 'spec', text: '3000 mAh', expected: '5000 mAh', origin: { kind: 'product', title: { zh: '充电宝', en: 'Power bank' }, field: 'spec', label: { zh: '电池容量', en: 'Capacity' } } })
  expect(findingWords(T.zh, spec)).toBe('“3000 mAh”应为“5000 mAh”（充电宝，电池容量）')
})

test('V-21 a rule says its own sentence and the law that it goes by', () => {
  const rule = finding({ kind: 'rule', severity: 'warning', text: '全网第一', expected: '做工扎实', source: 'AD-01', origin: { kind: 'rule', say: { zh: '绝对化用语，换成事实。', en: 'Superlatives: state a fact.' }, law: '广告法 第9条' } })
  expect(findingWords(T.zh, rule)).toBe('“全网第一”：绝对化用语，换成事实，可写“做工扎实”（广告法 第9条）')
  expect(findingWords(T.en, { ...rule, expected: undefined })).toBe('“全网第一”: Superlatives: state a fact (广告法 第9条)')
})

test('V-21 every kind has words of its own matter, never a path, and only what has no source is said to have none', () => {
  for (const kind of [...GUARD_KINDS, 'placeholder'] as const) {
    for (const t of [T.zh, T.en]) {
      const words = findingWords(t, finding({ kind, text: 'X', source: 'facts[0].paid' }))
      expect(words).toContain('X')
      expect(words).not.toMatch(/facts|guard\.|\{\{|undefined/)
    }
  }
  const reasons = ['other-customer', 'over-cap', 'internal-passage', 'personal-data', 'injection-echo'].map((kind) => findingWords(T.zh, finding({ kind, expected: '20元' })))
  expect(new Set(reasons).size).toBe(5)
  for (const words of reasons) expect(words).not.toContain('查不到')
  for (const field of ORIGIN_FIELDS) expect(findingWords(T.en, finding({ origin: { kind: 'order', no: '1', field } }))).not.toContain('guard.')
})

test('V-19 the question before it goes names the reason of the first mark and how many more there are (it always said "no source")', () => {
  const stranger = finding({ kind: 'other-customer', text: '王芳' })
  const over = finding({ kind: 'over-cap', text: '500元', expected: '20元', origin: { kind: 'policy', field: 'compensation-cap' } })
  expect(questionWords(T.zh, 'question', [stranger])).toBe('“王芳”是别的客户的信息。照样发吗？')
  expect(questionWords(T.zh, 'question', [over, stranger])).toBe('“500元”超过上限，最多20元（店铺规则，补偿上限），另有 1 处。照样发吗？')
  expect(questionWords(T.en, 'copy', [over, stranger, stranger])).toBe('“500元” is more than may be given, at most 20元 (shop policy, cap on goodwill), and 2 more. Copy it anyway?')
})

test('GU-24 of many stopped words each reason and each correction is said once, and four reasons at most (eighteen lines and a button wider than the window pushed the composer out of sight)', () => {
  const over = (text: string) => finding({ kind: 'over-cap', text, expected: '20元', protects: 'money' })
  const many = ['50元', '80元', '50元', '80元'].map(over)
  expect(correctionsIn(many)).toEqual(['20元'])
  const twice = reasonsIn(T.zh, many)
  expect([twice.said.length, twice.more]).toEqual([2, 0])
  const six = reasonsIn(T.en, ['30元', '40元', '50元', '60元', '70元', '80元'].map(over))
  expect([six.said.length, six.more]).toEqual([4, 2])
  expect(six.said[0]).toContain('30元')
})
