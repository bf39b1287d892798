import fs from 'node:fs'
import { expect, test } from 'vitest'
import { guard, parseRulePacks } from './index.ts'

const folder = new URL('../../../resources/rules/', import.meta.url)
const rules = parseRulePacks(fs.readdirSync(folder).map((name) => JSON.parse(fs.readFileSync(new URL(name, folder), 'utf8')) as unknown))
const lines = (language: string): string[] => fs.readFileSync(new URL(`clean-replies.${language}.txt`, import.meta.url), 'utf8').trim().split('\n')

test('GU-9 500 clean replies full of 最, 第一, best and first have no mark at all: a rule that takes 最近 or "best way" for praise of the goods', () => {
  const replies = [...lines('zh').map((draft) => ({ draft, language: 'zh' })), ...lines('en').map((draft) => ({ draft, language: 'en' }))]
  expect(new Set(replies.map(({ draft }) => draft)).size).toBeGreaterThanOrEqual(500)
  const marked = replies.flatMap(({ draft, language }) => guard({ draft, language, facts: [], passages: [], rules, now: '2026-11-24T10:00:00+08:00' }).findings.map((finding) => `${draft}: ${finding.kind} ${finding.text}`))
  expect(marked).toEqual([])
})
