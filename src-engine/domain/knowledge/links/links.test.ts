import { expect, test } from 'vitest'
import type { Article } from '../../../../src-shared/domain/article.ts'
import { createAssociations } from '../associations.ts'
import { partsOfMarkdown } from '../import/parts.ts'
import { resolveLinks, type FromFile } from './resolve.ts'

/** Files as an import keeps them. */
const brought = (files: Record<string, string>): FromFile[] =>
  Object.entries(files).flatMap(([source, text]) => partsOfMarkdown(text, source).map(({ title, place, links }, at) => ({ id: `${source} ${at}`, title, source, place, links })))
const leads = (files: Record<string, string>) => Object.fromEntries([...resolveLinks(brought(files))].map(([id, to]) => [id, [...to]]))

test('KN-10 links lead to the part of the file that they name, up and down folders, also where the file came in later; outside they lead nowhere', () => {
  expect(leads({
    '帮助/充电.md': '# 充电\n\n## 充电慢\n\n先看[瓦数](../型号/充电头.md#瓦数是多少)，再看[电池](./电池.md)和[下文](#召回 "召回")。也可以看 [官网](https://shop.example/电池.md)、[没有的](x.md)。\n\n## 召回\n\n批次号见底部。\n',
    '帮助/电池.md': '# 电池\n\n## 保养\n\n避免长期满电。\n\n## 寿命\n\n五百次。\n',
    '型号/充电头.md': '# 充电头\n\n## 规格\n\n### 瓦数是多少\n\n六十五瓦。\n',
  })).toEqual({ '帮助/充电.md 0': ['型号/充电头.md 0', '帮助/电池.md 0', '帮助/充电.md 1'] })
})

test('KN-10 pages exported under another kind, encoded names, headings that are links, pages of a wiki by their title', () => {
  expect(leads({
    'site/a.md': '# A\n\n## [See b](b%20two.html?x=1#How-Long)\n\nWords of a, [[Care of cells|care]] and ![picture](b%20two.html).\n',
    'site/b two.md': '# B\n\n## How long\n\nThree days.\n\n## Else\n\nNo.\n',
    'care.md': '# Care of cells\n\nKeep them cool.\n',
  })).toEqual({ 'site/a.md 0': ['site/b two.md 0', 'care.md 0'] })
  expect(partsOfMarkdown('# A\n\nSee [[Care of cells|care]], [b](b.md) and [](c.md)c.\n', 'a.md')[0]).toMatchObject({ text: 'See care, b and c.', links: ['b.md', 'c.md', 'Care of cells'] })
})

const article = (id: string, title: string, body: string): Article => ({ id, version: 1, title: { zh: title, en: '' }, body: { zh: body, en: '' }, audience: 'customer', topics: [], productIds: [] })
const kinds = (...articles: Article[]) => createAssociations(articles)(articles[0]?.id ?? '', 9, []).flatMap(({ article: { id }, reasons }) => reasons.flatMap(({ kind }) => (kind === 'link' ? [id] : [])))

test('KN-10 a part of a document is named by its heading alone; a heading that several have, a short one, and a part of a word name nothing', () => {
  expect(kinds(article('a', '充电慢', '请看电池保养须知。'), article('b', '电池保养须知 — 手册', '一。'))).toEqual(['b'])
  expect(kinds(article('a', '充电慢', '请看注意事项。'), article('b', '注意事项 — 手册', '一。'), article('c', '注意事项 — 说明书', '二。'))).toEqual([])
  expect(kinds(article('a', 'Slow', 'Some notes on it.'), article('b', 'Notes — Manual', '一。'))).toEqual([])
  expect(kinds(article('a', 'Slow', 'See how to care for it.'), article('b', 'How to care — Manual', '一。'))).toEqual(['b'])
  expect(kinds(article('a', 'Slow', 'It was not returned.'), article('b', 'return', '一。'))).toEqual([])
})
