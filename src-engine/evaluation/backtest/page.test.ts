import { expect, test } from 'vitest'
import type { BacktestReport, BacktestRow } from '../../../src-shared/domain/backtest.ts'
import { backtestPage } from './page.ts'

const row: BacktestRow = { intent: 'where_is_order', moments: 4, would: { auto: 2, unknown: 0, ask: 0, draft: 2, review: 0, escalate: 0 }, alone: { same: 1, asked: 0, money: 1, handover: 0, unclear: 0, none: 0 }, agreement: { value: 0.5, low: 0.1, high: 0.9 }, savedMs: 60_000, waitedMs: 90_000, granted: [] }
const report: BacktestReport = {
  conversations: 2, wholly: 1, total: row, intents: [row], unknown: { orderStatus: 1, identity: 0 }, rules: [{ rule: 'level:off', count: 2 }],
  cases: [{ conversationId: 'c', turn: 0, intent: 'where_is_order', would: 'auto', did: 'money', granted: [], risk: 0.6, rules: [] }], paid: [],
}

test('HI-23 the page shows the case’s words as text and runs nothing (a customer’s words would run as a script)', () => {
  const page = backtestPage(report, () => [{ role: 'customer', at: null, text: '<script>alert(1)</script>' }], { language: 'en', policy: '<b>p</b> 1' })
  expect(page).not.toContain('<script')
  expect(page).not.toContain('<b>p</b>')
  expect(page).toContain('&lt;script&gt;alert(1)')
  expect(page).toContain("default-src 'none'")
})

test('HI-23 nothing to count is told as such, not as zero of a hundred', () => {
  const nothing = { ...row, moments: 0, agreement: null }
  expect(backtestPage({ ...report, total: nothing, intents: [], cases: [] }, () => [], { language: 'zh', policy: 'p 1' })).toContain('没有：凡是看得出人工做了什么的地方')
})
