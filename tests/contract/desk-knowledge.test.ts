import { strToU8, zipSync } from 'fflate'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { startModelServer } from '../support/model-server.ts'
import { createModel } from '../../src-engine/adapters/model.ts'
import type { DraftInput } from '../../src-engine/domain/drafting/types.ts'
import { draftTraces } from '../../src-engine/flows/draft-account.ts'
import { draftInput } from '../../src-engine/flows/draft-input.ts'
import { importDocument } from '../../src-engine/flows/import-document.ts'
import { searchCopilot } from '../../src-engine/flows/copilot-search.ts'
import { relatedArticles } from '../../src-engine/flows/related-articles.ts'
import { readDocument } from '../../src-engine/adapters/documents/read-document.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import type { Article } from '../../src-shared/domain/article.ts'

let gateway: MemoryGateway
let desk: Desk
let chen: string

const article = (id: string, title: string, body: string): Article =>
  ({ id, version: 1, title: { zh: title, en: '' }, body: { zh: body, en: '' }, audience: 'customer', topics: [], productIds: [] })

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  chen = gateway.open('陈女士')
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

/** A draft that quotes two articles, and a reply that goes out. */
async function quoteBoth(sent: string): Promise<void> {
  const draftId = v7()
  const citation = (n: number, id: string) => ({ n, kind: 'article' as const, id, title: '' })
  desk.engine.store.drafts.save({
    id: draftId, conversationId: chen, basedOnSeq: 1, state: 'ready', text: '原路退回,三到五天。', by: 'local', promptVersion: '1', language: 'zh',
    citations: [citation(1, 'refund'), citation(2, 'invoice')], findings: [], problem: null, startedAt: 1, finishedAt: 2,
  })
  sendReply(desk.engine, { id: v7(), conversationId: chen, text: sent, attachments: [], basedOnSeq: 1, draftId }, '小林')
  await desk.idle()
}

test('KN-7 articles that a sent reply quoted together belong together; a draft that was rewritten says nothing of the kind', async () => {
  gateway.publish({ type: 'article', article: article('refund', '退款到账', '三到五天。') })
  gateway.publish({ type: 'article', article: article('invoice', '红字发票', '退货后开具。') })
  gateway.customerWrites(chen, '退款多久')
  await desk.idle()
  await quoteBoth('我来查一下')
  expect(relatedArticles(desk.engine, { id: 'refund', limit: 5 })).toEqual({ related: [] })
  await quoteBoth('原路退回,三到五天。')
  expect(relatedArticles(desk.engine, { id: 'refund', limit: 5 })).toMatchObject({ related: [{ article: { id: 'invoice' }, reasons: [{ kind: 'cited', times: 1 }] }] })
})

const SLOW = article('slow', '充电慢怎么办', '充电慢先换一个充电头试试，参见电池保养须知。')
const CARE = article('care', '电池保养须知', '避免长期满电存放。高温会伤电芯。')

test('KN-11 under the first hit of a search stand at most two that belong to it, with why; none that is shown already, holds no more or is of another channel; internal ones do not go into a reply', async () => {
  for (const one of [
    SLOW, CARE, { ...article('caps', '内部说明', '见充电慢怎么办。'), audience: 'internal' as const },
    { ...article('old', '旧的召回', '见充电慢怎么办。'), validTo: gateway.now - 1 }, { ...article('away', '别处的', '见充电慢怎么办。'), channels: ['elsewhere'] }, article('more', '再一篇', '见充电慢怎么办。'),
  ]) gateway.publish({ type: 'article', article: one })
  gateway.customerWrites(chen, '在吗')
  await desk.idle()
  const find = (limit: number) => searchCopilot(desk.engine, { conversationId: chen, query: '充电慢', limit })
  const { articles, beside } = find(1)
  expect(articles.map(({ article: { id } }) => id)).toEqual(['slow'])
  expect(beside.map(({ article: { id }, insert, reasons }) => [id, insert !== null, reasons[0]?.kind])).toEqual([['caps', false, 'link'], ['care', true, 'link']])
  const wide = find(8)
  const shown = new Set(wide.articles.map(({ article: { id } }) => id))
  expect(wide.beside.filter(({ article: { id } }) => shown.has(id))).toEqual([])
  expect(searchCopilot(desk.engine, { conversationId: chen, query: '火星移民', limit: 4 }).beside).toEqual([])
})

/** More hits than a draft takes: what belongs to the best of them is none. */
const CROWD = [1, 2, 3, 4].map((n) => article(`other${n}`, `充电慢的第${n}种`, '充电慢怎么办，充电慢先看线。'))

/** What the draft for this question would be made of. */
async function inputFor(text: string, ...articles: Article[]): Promise<DraftInput | null> {
  for (const one of articles) gateway.publish({ type: 'article', article: one })
  gateway.customerWrites(chen, text)
  await desk.idle()
  return draftInput(desk.engine, chen)
}

test('KN-12 one that belongs to the best hit for sure goes along to a draft behind the hits, named in the trace with its reason', async () => {
  const input = await inputFor('充电慢怎么办', SLOW, CARE, ...CROWD)
  expect(input?.hits.map((hit) => hit.article.id)).not.toContain('care')
  expect(input?.neighbour).toMatchObject({ article: { id: 'care' }, passage: CARE.body.zh, of: { id: input?.hits[0]?.article.id }, reasons: [{ kind: 'link' }] })
  const gather = draftTraces(desk.engine, chen)[0]?.steps.find(({ name }) => name === 'gather')
  expect(gather).toMatchObject({ neighbour: { id: 'care', title: '电池保养须知', reasons: [{ kind: 'link' }] } })
})

test('KN-12 an endpoint reads it behind what the question found, and may cite it', async () => {
  const server = await startModelServer([{ do: 'tokens', tokens: ['高温会伤电芯[5]。'] }])
  desk.kill()
  desk = openDesk(gateway, { model: createModel({ baseUrl: server.url, name: 'scripted', key: null }) })
  await desk.connect()
  await inputFor('充电慢怎么办', SLOW, CARE, ...CROWD)
  await expect.poll(() => desk.store.drafts.latest(chen), { timeout: 10_000 }).toMatchObject({ by: 'scripted', citations: [{ id: 'care' }] })
  const sent = JSON.stringify(server.requests.at(-1)?.body)
  expect(sent.indexOf(CARE.body.zh)).toBeGreaterThan(sent.indexOf(SLOW.body.zh))
  await server.close()
})

test.each([
  ['internal', { audience: 'internal' as const }], ['held no more', { validTo: 1 }], ['of another channel', { channels: ['elsewhere'] }], ['without words in this language', { body: { zh: '', en: 'Keep it cool.' } }],
])('KN-12 one that is %s goes along to no draft (it would be quoted to a customer whom it is not for)', async (_, change) => {
  const input = await inputFor('充电慢怎么办', SLOW, { ...CARE, ...change })
  expect(input?.hits[0]?.article.id).toBe('slow')
  expect(input?.neighbour).toBeNull()
})

const bring = async (path: string, content: string | Uint8Array) => importDocument(desk.engine, path, await readDocument(path, typeof content === 'string' ? strToU8(content) : content))
const linked = (title: string): string[] => {
  const own = desk.engine.knowledge().articles().find((one) => one.title.zh === title || one.title.en === title)
  return relatedArticles(desk.engine, { id: own?.id ?? '', limit: 9 }).related.flatMap(({ article: other, reasons }) => (reasons.some(({ kind }) => kind === 'link') ? [other.title.zh || other.title.en] : []))
}

test('KN-10 links of Markdown, HTML and Word files that were brought in lead to each other\'s parts, whichever came first; the same file again keeps them, and an edit does', async () => {
  const html = '<html><body><h1>充电</h1><h2>充电慢</h2><p>先看<a href="battery.md#%E4%BF%9D%E5%85%BB">怎样存放</a>，不行再<a href="mailto:a@b.example">写信</a>。</p></body></html>'
  const word = zipSync({
    'word/document.xml': strToU8('<w:document><w:body><w:p><w:r><w:t>召回前先读</w:t></w:r><w:hyperlink r:id="r1"><w:r><w:t>那一页</w:t></w:r></w:hyperlink></w:p></w:body></w:document>'),
    'word/_rels/document.xml.rels': strToU8('<Relationships><Relationship Id="r1" Target="battery.md#%E5%AF%BF%E5%91%BD" TargetMode="External"/></Relationships>'),
  })
  await bring('help/charge.html', html)
  await bring('help/recall.docx', word)
  expect(linked('充电慢 — 充电')).toEqual([])
  await bring('help/battery.md', '# 电池\n\n## 保养\n\n避免满电。\n\n## 寿命\n\n五百次。\n')
  expect(linked('充电慢 — 充电')).toEqual(['保养 — 电池'])
  expect(linked('寿命 — 电池')).toEqual(['recall'])
  expect(desk.engine.knowledge().articles().map(({ body }) => body.zh).join()).not.toMatch(/battery|\]\(/)
  await bring('help/charge.html', html)
  expect(linked('保养 — 电池')).toEqual(['充电慢 — 充电'])
  await bring('help/charge.html', html.replace('battery.md#%E4%BF%9D%E5%85%BB', 'x.md'))
  expect(linked('充电慢 — 充电')).toEqual([])
})
