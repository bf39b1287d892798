import fs from 'node:fs'
import { expect, test } from 'vitest'
import { guard, parseRulePacks, type GuardInput } from '../../domain/guard/index.ts'
import { heldOutDrafts, openDrafts, secondDrafts, thirdDrafts } from './index.ts'

const read = (path: string): string => fs.readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const parsed = <T>(path: string): T => JSON.parse(read(path)) as T
const names = (path: string): string[] => fs.readdirSync(new URL(`../../../${path}`, import.meta.url))
const rules = parseRulePacks(names('resources/rules/').map((name) => parsed(`resources/rules/${name}`)))
const { guard: policy } = parsed<{ guard: Record<string, unknown> }>('resources/policies/default.json')
interface Said { zh: string; en: string }
const articles = parsed<{ id: string; audience: 'customer' | 'internal'; body: Said }[]>('resources/demo-shop/articles.json')
/** With every internal text of the demo shop beside them: more than any conversation has. */
const passages = articles.flatMap(({ id, audience, body }) => [body.zh, body.en].map((text) => ({ id, text, audience })))
const shop: Omit<GuardInput, 'draft'> = { facts: [], passages, policy, rules, now: '2026-11-24T10:00:00+08:00', channel: 'demo' }

/** Every text within a value, at any depth. */
const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [])
const lines = (language: string): string[] => read(`src-engine/domain/guard/clean-replies.${language}.txt`).trim().split('\n')
const inShop = (drafts: readonly string[]): GuardInput[] => drafts.map((draft) => ({ ...shop, draft }))

/** Replies that are right, by where they are from. */
const SETS: [string, number, () => GuardInput[]][] = [
  ['right replies of the four sets', 700, () => [openDrafts(), heldOutDrafts(), secondDrafts(), thirdDrafts()].flatMap(({ right }) => right.map(({ input }) => ({ ...input, rules })))],
  ['clean replies', 500, () => inShop([...lines('zh'), ...lines('en')])],
  ['quick phrases', 80, () => inShop(parsed<{ text: Said }[]>('resources/demo-shop/phrases.json').flatMap(({ text }) => [text.zh, text.en]))],
  ['templates in all languages', 800, () => inShop(names('resources/templates/').flatMap((name) => texts(parsed(`resources/templates/${name}`))))],
  ['articles for customers, a paragraph each', 200, () => inShop(articles.filter(({ audience }) => audience === 'customer').flatMap(({ body }) => [body.zh, body.en]).flatMap((body) => body.split('\n\n')))],
]

test.each(SETS)('GU-21 of %s none is stopped: a guard that blocks wrongly is worse than none', { timeout: 180_000 }, (_name, least, replies) => {
  const all = replies()
  const stopped = all.flatMap((input) => guard(input).findings.filter(({ protects }) => protects !== undefined).map(({ protects, text }) => `${protects}: ${text} in ${input.draft}`))
  expect(stopped).toEqual([])
  expect(all.length).toBeGreaterThanOrEqual(least)
})
