import { expect, test } from 'vitest'
import { feelingReport } from '../../domain/evaluation/feeling-report.ts'
import { labelReport } from '../../domain/evaluation/label-report.ts'
import type { Told } from '../../domain/evaluation/told.ts'
import { reportPage, type PageFacts } from './index.ts'

const FACTS: PageFacts = { language: 'zh', by: 'model', day: '2026-11-27', times: { median: 0.05, p99: 0.4 }, skipped: 2 }
const HOSTILE = `<script>alert(1)</script><img src="https://evil.example/x.png" onerror='x()'> & "quoted" \u0000 \ud800 end`
const told = (expected: string | null, label: string | null, text = ''): Told => ({ text, expected, label, confidence: 0.9, claim: 0.9 })

const hostile = () => reportPage(labelReport([told('<i>a"</i>', "'><svg onload=x>", HOSTILE), told(null, '<i>a"</i>', HOSTILE)]), FACTS)
const feelings = () => reportPage(feelingReport([{ text: HOSTILE, dissatisfied: true, score: 0 }, { text: HOSTILE, dissatisfied: false, score: 1 }]), FACTS)
/** Every label of two hundred is told for the next. */
const large = () => reportPage(labelReport(Array.from({ length: 400 }, (_, i) => told(`label ${String(i % 200)}`, `label ${String((i + (i % 3 ? 0 : 1)) % 200)}`))), FACTS)
const empty = () => reportPage(labelReport([]), FACTS)

/** Names of all elements as they open and close. */
const tags = (page: string) => [...page.matchAll(/<(\/?)([a-z0-9]+)([^>]*?)(\/?)>/gi)].map((m) => ({ name: (m[2] ?? '').toLowerCase(), opens: m[1] === '' , isVoid: m[4] === '/' }))

test.each([['labels', hostile], ['feelings', feelings], ['many labels', large], ['nothing', empty]])('EV-7 the page of %s runs no script and fetches nothing (a report that is mailed would call home)', (_, page) => {
  const text = page()
  expect(tags(text).map(({ name }) => name)).not.toContain('script')
  expect(tags(text).map(({ name }) => name)).not.toContain('img')
  expect(text).not.toMatch(/<[^>]*\s(?:src|href|on\w+)=/i)
  expect(text.replaceAll(/<blockquote[\s\S]*?<\/blockquote>/g, '')).not.toMatch(/https?:|@import|url\(/)
  expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
})

test('EV-8 what customers wrote and what labels are called is shown as it is, never as markup', () => {
  const text = hostile()
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=&quot;https://evil.example/x.png&quot; onerror=&#39;x()&#39;&gt; &amp; &quot;quoted&quot; \ufffd \ufffd end')
  expect(text).toContain('&lt;i&gt;a&quot;&lt;/i&gt;')
  expect(tags(text).map(({ name }) => name)).not.toContain('i')
})

test.each([['labels', hostile], ['feelings', feelings], ['many labels', large], ['nothing', empty]])('EV-8 the page of %s closes what it opens (one open tag would swallow the rest)', (_, page) => {
  const open: string[] = []
  for (const { name, opens, isVoid } of tags(page().replace(/<!doctype html>/, ''))) {
    if (isVoid || ['meta', 'input'].includes(name)) continue
    if (opens) open.push(name)
    else expect(open.pop()).toBe(name)
  }
  expect(open).toEqual([])
})

test('EV-9 the page is in both languages and opens in the one that was asked for', () => {
  expect(hostile()).toMatch(/<html lang="zh">[\s\S]*id="in-en">[\s\S]*id="in-zh" checked/)
  expect(reportPage(labelReport([]), { ...FACTS, language: 'en' })).toMatch(/<html lang="en">[\s\S]*id="in-en" checked[\s\S]*id="in-zh">/)
  for (const page of [hostile(), feelings(), large()]) expect(page.split('class="en"').length).toBe(page.split('class="zh"').length)
})

test('EV-9 figures stand in the words: how many, how right, how sure, and what could not be read', () => {
  const text = reportPage(labelReport([...Array.from({ length: 97 }, () => told('a', 'a')), ...Array.from({ length: 3 }, () => told('b', 'a'))]), FACTS).replaceAll('\u00a0', ' ')
  expect(text).toContain('100 messages whose label is known (2 labels) were judged. 97.0 % were told right (91.5 % – 99.0 %)')
  expect(text).toContain('it takes “b” for “a” (3 times)')
  expect(text).toContain('2 lines could not be read')
  expect(empty()).toContain('No line could be judged.')
})
