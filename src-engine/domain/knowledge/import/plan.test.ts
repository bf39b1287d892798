import { expect, test } from 'vitest'
import type { Article } from '../../../../src-shared/domain/article.ts'
import { partsOfMarkdown, type Part } from './parts.ts'
import { planParts, type Known } from './plan.ts'

const part = (place: string, text: string): Part => ({ place, title: place, text, audience: 'customer', links: [] })
const article = (id: string, title: string, body: string): Article => ({ id, version: 1, title: { zh: title, en: '' }, body: { zh: body, en: '' }, audience: 'customer', topics: [], productIds: ['p1'] })
const known = (id: string, place: string, body: string): Known => ({ article: article(id, place, body), place, removed: false, written: article(id, place, body) })

test('KI-4 a heading that was renamed keeps its article with what a person said of it (it would be a new one beside a lost one)', () => {
  const steps = planParts([part('退货政策', '七天内可退。'), part('换货', '十五天内可换。')], [known('a', '退货', '七天内可退。'), known('b', '换货', '三天内可换。')])
  expect(steps).toMatchObject([
    { kind: 'update', id: 'a', words: { title: { zh: '退货政策' }, productIds: ['p1'] } },
    { kind: 'update', id: 'b', words: { body: { zh: '十五天内可换。' }, productIds: ['p1'] } },
  ])
})

test('KI-4 two parts with the same words, of which one is known, do not share its article (one would overwrite the other)', () => {
  const steps = planParts([part('一', '同样的话。'), part('二', '同样的话。')], [known('a', '旧', '同样的话。')])
  expect(steps.map(({ kind }) => kind)).toEqual(['update', 'add'])
})

test('KI-5 a folder called internal holds what is internal; headings that repeat have places of their own', () => {
  expect(partsOfMarkdown('# 手册\n\n## 说明\n\n一。\n\n## 说明\n\n二。\n', '内部/手册.md')).toEqual([
    { place: '说明', title: '说明 — 手册', text: '一。', audience: 'internal', links: [] },
    { place: '说明 (2)', title: '说明 — 手册', text: '二。', audience: 'internal', links: [] },
  ])
})
