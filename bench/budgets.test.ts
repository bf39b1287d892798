import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Budgets, keeps } from './budgets.ts'
import { MEASURES } from './measures.ts'
import { budgetText, figureText } from './report/table.ts'

const budgets = Budgets.parse(JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8')))
const figure = (median: number) => ({ median, min: median, max: median })

test('BE-3 budgets.json names exactly the measures (one without a budget is never checked, a budget of nothing looks kept)', () => {
  expect(Object.keys(budgets).sort()).toEqual(MEASURES.map(({ name }) => name).sort())
})

test('BE-3 a budget has one bound; the bound itself is kept, and "at least" is not read as "at most"', () => {
  expect(keeps(figure(1.5), { atMost: 1.5 })).toBe(true)
  expect(keeps(figure(1.51), { atMost: 1.5 })).toBe(false)
  expect(keeps(figure(0.5), { atLeast: 0.5 })).toBe(true)
  expect(keeps(figure(0.49), { atLeast: 0.5 })).toBe(false)
  expect(Budgets.safeParse({ x: { atMost: 1, atLeast: 1 } }).success).toBe(false)
})

test('BE-3 a figure is told as what it is: times the baseline, or more than it', () => {
  expect(figureText({ median: 0.0045, min: 0.004, max: 0.005 }, { compare: 'ratio', unit: 'ms' })).toBe('0.0045 × (0.0040–0.0050)')
  expect(figureText({ median: 9.12, min: 8, max: 12 }, { compare: 'difference', unit: 'ms' })).toBe('+9.1 ms (8.0–12.0)')
  expect(budgetText({ atLeast: 0.5 }, { compare: 'ratio', unit: 'rows/s' })).toBe('≥ 0.5 ×')
})
