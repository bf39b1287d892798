import fs from 'node:fs'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { strToU8, zipSync } from 'fflate'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { readDocument } from '../../src-engine/adapters/documents/read-document.ts'
import { importDocument } from '../../src-engine/flows/import-document.ts'
import { getArticle, listArticles } from '../../src-engine/flows/list-articles.ts'
import { reviewArticles } from '../../src-engine/flows/review-articles.ts'
import { removeArticle, restoreArticle, saveArticle } from '../../src-engine/flows/save-article.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import type { ArticleWords, ImportedFile } from '../../src-shared/contract/knowledge.ts'
import type { Article } from '../../src-shared/domain/article.ts'

let gateway: MemoryGateway
let desk: Desk
let chen: string

const words = (id: string, title: string, body: string, more: Partial<ArticleWords> = {}): ArticleWords =>
  ({ id, title: { zh: title, en: '' }, body: { zh: body, en: '' }, audience: 'customer', topics: [], productIds: [], ...more })
const shops = (id: string, title: string, body: string, version = 1): void => gateway.publish({ type: 'article', article: { ...words(id, title, body), version } })

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

const found = (query: string): Article[] => desk.engine.knowledge().search(query, { language: 'zh', audience: 'customer', at: desk.engine.clock.now(), k: 5 }).map((hit) => hit.article)
const bring = async (path: string, content: string | Uint8Array): Promise<ImportedFile> =>
  importDocument(desk.engine, path, await readDocument(path, typeof content === 'string' ? strToU8(content) : content))
const listed = () => listArticles(desk.engine, { query: '', origin: null, audience: null, limit: 100 })
const titles = () => listed().articles.map(({ title }) => title.zh || title.en)

test('KI-1 an article written here is quoted by the next draft; edited, the draft after it says the new words (the index would answer with the old ones)', async () => {
  const id = v7()
  saveArticle(desk.engine, words(id, '礼品卡能不能退', '礼品卡激活前七天内可以退，激活后不退。'))
  gateway.customerWrites(chen, '礼品卡能退吗')
  await desk.idle()
  expect(desk.store.drafts.latest(chen)?.text).toContain('激活前七天内可以退')
  saveArticle(desk.engine, words(id, '礼品卡能不能退', '礼品卡激活前十五天内可以退，激活后不退。'))
  gateway.customerWrites(chen, '那礼品卡到底几天内能退')
  await desk.idle()
  expect(desk.store.drafts.latest(chen)?.text).toContain('激活前十五天内可以退')
  expect(desk.patches).toContainEqual({ kind: 'knowledge' })
})

test('KI-2 an own version stands in the place of the shop\'s article and is shown as such, also when the shop changes its own; taken out, the shop\'s serves again', () => {
  shops('refund', '退款到账', '三到五天到账。')
  saveArticle(desk.engine, words('refund', '退款到账', '一到两天到账。'))
  expect(found('退款多久到账')).toMatchObject([{ id: 'refund', version: 2, body: { zh: '一到两天到账。' } }])
  expect(listed().articles).toMatchObject([{ origin: 'override', shopChanged: false }])
  shops('refund', '退款到账', '七天到账。', 2)
  expect(found('退款多久到账')).toMatchObject([{ body: { zh: '一到两天到账。' } }])
  expect(listed().articles).toMatchObject([{ origin: 'override', shopChanged: true }])
  expect(getArticle(desk.engine, 'refund').found?.shop?.body.zh).toBe('七天到账。')
  removeArticle(desk.engine, 'refund')
  expect(found('退款多久到账')).toMatchObject([{ body: { zh: '七天到账。' } }])
  expect(listed().articles).toMatchObject([{ origin: 'gateway' }])
})

test('KI-3 every version comes back, a removed article too, and own articles outlive a new log of the gateway and a restart', async () => {
  const id = v7()
  saveArticle(desk.engine, words(id, '换货', '七天内可换。'))
  saveArticle(desk.engine, words(id, '换货', '十五天内可换。'))
  saveArticle(desk.engine, words(id, '换货', '十五天内可换。'))
  expect(getArticle(desk.engine, id).found?.versions.map(({ version, article }) => [version, article.body.zh])).toEqual([[2, '十五天内可换。'], [1, '七天内可换。']])
  expect(restoreArticle(desk.engine, id, 1)).toMatchObject({ version: 3, body: { zh: '七天内可换。' } })
  removeArticle(desk.engine, id)
  expect(found('换货')).toEqual([])
  expect(restoreArticle(desk.engine, id, 3)).toMatchObject({ version: 3 })
  expect(found('换货')).toMatchObject([{ body: { zh: '七天内可换。' } }])
  expect(() => restoreArticle(desk.engine, id, 9)).toThrow(expect.objectContaining({ code: 'article-version-gone' }))
  desk.store.forgetLog()
  const dir = desk.kill()
  desk = openDesk(gateway, { dir })
  await desk.connect()
  expect(found('换货')).toMatchObject([{ body: { zh: '七天内可换。' } }])
})

test('KI-4 the same file again changes nothing; changed, only the changed section; what a person edited stays unless the file changed it; a section that went is taken out', async () => {
  const file = (days: string, last = '\n## 发票\n\n随货寄出。\n') => `# 售后\n\n## 退货\n\n${days}天内可退。\n\n## 运费\n\n质量问题运费我们出。\n${last}`
  expect(await bring('手册/售后.md', file('七'))).toEqual({ added: 3, updated: 0, same: 0, removed: 0 })
  const before = desk.store.ownArticles.from('手册/售后.md')
  expect(await bring('手册/售后.md', file('七'))).toEqual({ added: 0, updated: 0, same: 3, removed: 0 })
  const freight = before.find(({ place }) => place === '运费')?.article
  if (!freight) throw new Error('no article about freight')
  saveArticle(desk.engine, { ...freight, body: { zh: '质量问题运费我们出，先垫付。', en: '' } })
  expect(await bring('手册/售后.md', file('十五', ''))).toEqual({ added: 0, updated: 1, same: 1, removed: 1 })
  expect(found('多少天可退')[0]?.body.zh).toBe('十五天内可退。')
  expect(found('运费谁出')[0]?.body.zh).toBe('质量问题运费我们出，先垫付。')
  expect(titles().sort()).toEqual(['运费 — 售后', '退货 — 售后'].sort())
  // The same name in another folder is another file.
  expect(await bring('旧/售后.md', file('三', ''))).toEqual({ added: 2, updated: 0, same: 0, removed: 0 })
})

const docx = (): Uint8Array => zipSync({
  'word/styles.xml': strToU8('<w:styles xmlns:w="w"><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>'),
  'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>
    <w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>保修</w:t></w:r><w:r><w:t>期限</w:t></w:r></w:p>
    <w:p><w:r><w:t>整机保修一年 &amp; 电池半年。</w:t></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>屏幕</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>三个月</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    <w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>送修</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>先备份资料。</w:t></w:r></w:p></w:body></w:document>`),
})

/** A PDF with one page for each text: a large line, then small ones. */
function pdf(pages: readonly { head: string; lines: readonly string[] }[]): Uint8Array {
  const kids = pages.map((_, n) => `${n * 2 + 4} 0 R`).join(' ')
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
  for (const [n, { head, lines }] of pages.entries()) {
    const stream = `BT /F1 18 Tf 50 780 Td (${head}) Tj /F1 10 Tf 0 -24 Td ${lines.map((line) => `(${line}) Tj 0 -14 Td`).join(' ')} ET`
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${n * 2 + 5} 0 R >>`, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
  }
  let text = '%PDF-1.4\n'
  const at = objects.map((object, n) => {
    const start = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return `${String(start).padStart(10, '0')} 00000 n \n`
  })
  const table = text.length
  return strToU8(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`)
}

test('KI-5 a PDF of 300 pages becomes articles by its large lines, and answers; one without text is said to be a scan', async () => {
  const pages = Array.from({ length: 300 }, (_, n) => ({ head: `Part ${n + 1} torque`, lines: [`Tighten part ${n + 1} with ${n + 6} newton metres.`, ...Array.from({ length: 30 }, () => 'Switch the machine off, wait ten minutes and open the case.')] }))
  expect(await bring('manual.pdf', pdf(pages))).toEqual({ added: 300, updated: 0, same: 0, removed: 0 })
  expect(desk.engine.knowledge().search('part 217 torque', { language: 'en', k: 1 })[0]?.article).toMatchObject({ title: { en: 'Part 217 torque — manual' }, body: { en: expect.stringContaining('with 222 newton metres') } })
  await expect(bring('scan.pdf', pdf([{ head: '', lines: [] }]))).rejects.toMatchObject({ code: 'document-scanned' })
  await expect(bring('broken.pdf', '%PDF-1.4 and then nothing')).rejects.toMatchObject({ code: 'document-unreadable' })
})

test('KI-5 Markdown, a page, a Word file, tables of questions and answers in Excel and CSV (GBK too) become articles by their headings', async () => {
  await bring('保修.docx', docx())
  expect(titles()).toEqual(expect.arrayContaining(['保修期限 — 保修', '送修 — 保修']))
  expect(found('电池保修多久')[0]?.body.zh).toBe('整机保修一年 & 电池半年。\n\n屏幕：三个月')
  await bring('faq.html', '<html><head><title>常见问题</title><style>p{}</style></head><body><nav>首页</nav><script>alert(1)</script><h2>怎么开发票？</h2><p>在<b>订单</b>页&nbsp;点“开票”。</p><h2>多久寄出？</h2><ul><li>现货当天</li><li>预售七天</li></ul></body></html>')
  expect(found('怎么开发票')[0]).toMatchObject({ title: { zh: '怎么开发票？ — 常见问题' }, body: { zh: '在订单页 点“开票”。' } })
  expect(found('预售多久寄出')[0]?.body.zh).toBe('现货当天\n\n预售七天')
  await bring('qa.csv', '问题,答案,可见范围\n能货到付款吗,不支持货到付款。,\n内部底价,不低于八折。,内部\n没有答案的,,\n')
  expect(found('货到付款')[0]).toMatchObject({ title: { zh: '能货到付款吗' }, body: { zh: '不支持货到付款。' } })
  expect(found('内部底价')).not.toContainEqual(expect.objectContaining({ title: { zh: '内部底价', en: '' } }))
  // 问题,答案 / 能自提吗,可以到店自提。
  await bring('gbk.csv', Uint8Array.from(Buffer.from('cecacce22cb4f0b0b80ac4dcd7d4cce1c2f02cbfc9d2d4b5bdb5ead7d4cce1a1a30a', 'hex')))
  expect(found('能自提吗')[0]?.body.zh).toBe('可以到店自提。')
  expect(await bring('feige.xlsx', new Uint8Array(fs.readFileSync(new URL('../fixtures/phrases/feige.xlsx', import.meta.url))))).toMatchObject({ updated: 0 })
  await bring('两个题目.md', '## 退货\n\n七天。\n\n## 换货\n\n十五天。\n')
  expect(titles()).toEqual(expect.arrayContaining(['退货 — 两个题目', '换货 — 两个题目']))
})

test('KI-6 a broken file is refused by name of its trouble and changes nothing of what came from it before', async () => {
  await bring('保修.docx', docx())
  const before = listed()
  await expect(bring('保修.docx', docx().subarray(0, 200))).rejects.toMatchObject({ code: 'document-unreadable' })
  await expect(bring('保修.docx', 'no zip at all')).rejects.toMatchObject({ code: 'document-unreadable' })
  await expect(bring('picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).rejects.toMatchObject({ code: 'document-kind' })
  await expect(bring('empty.md', '\n\n')).rejects.toMatchObject({ code: 'document-empty' })
  await expect(bring('table.csv', 'colour,size\nred,L\n')).rejects.toMatchObject({ code: 'document-columns' })
  await expect(bring('binary.txt', Uint8Array.of(0, 1, 2, 0))).rejects.toMatchObject({ code: 'document-unreadable' })
  expect(listed()).toEqual(before)
})

test('KI-7 a customer who writes while a manual of 300 pages comes in is heard before it is in, and the manual answers when it is', async () => {
  const page = (n: number) => `## 第${n}章 零件 ${n}\n\n零件 ${n} 的拧紧力矩是 ${n + 5} 牛米。安装前请先断电，等十分钟，再打开外壳，取下旧件。${'检查每个接头是否松动。'.repeat(40)}\n`
  const manual = `# 维修手册\n\n${Array.from({ length: 300 }, (_, n) => page(n + 1)).join('\n')}`
  desk.engine.knowledge()
  let heardAt = -1
  let indexed = 0
  const changed = desk.engine.knowledgeChanged
  desk.engine.knowledgeChanged = (id) => {
    indexed += 1
    changed(id)
  }
  const coming = bring('手册.md', manual)
  setImmediate(() => setImmediate(() => {
    heardAt = indexed
  }))
  expect(await coming).toEqual({ added: 300, updated: 0, same: 0, removed: 0 })
  expect(indexed).toBe(300)
  expect(heardAt).toBeGreaterThanOrEqual(0)
  expect(heardAt).toBeLessThan(300)
  expect(found('零件 217 的拧紧力矩')[0]?.body.zh).toContain('222 牛米')
})

test('KI-8 articles that say the same are pointed out with the figures in which they differ; two goods that differ in a figure are not', () => {
  const text = (days: string) => `签收后${days}天内可以申请退货，商品需要保持完好，吊牌和包装都要齐全。退款会原路退回您的账户。`
  saveArticle(desk.engine, words('a', '退货', text('7')))
  saveArticle(desk.engine, words('b', '怎么退', text('15')))
  saveArticle(desk.engine, words('c', '小杯', '这款杯子的容量大约是 300 毫升。', { productIds: ['p1'] }))
  saveArticle(desk.engine, words('d', '大杯', '这款杯子的容量大约是 500 毫升。', { productIds: ['p2'] }))
  const { duplicates } = reviewArticles(desk.engine)
  expect(duplicates).toMatchObject([{ a: { id: 'a' }, b: { id: 'b' }, contradictions: [{ a: expect.stringContaining('后7天'), b: expect.stringContaining('后15天') }] }])
  expect(duplicates[0]?.share).toBeGreaterThan(0.6)
})

test('KI-9 an article that holds no more, and one whose drafts agents write anew, are listed with the reason', async () => {
  saveArticle(desk.engine, words('old', '双十一活动', '活动价保三十天。', { validTo: gateway.now - 1 }))
  saveArticle(desk.engine, words('wrong', '礼品卡', '礼品卡一律不退。'))
  saveArticle(desk.engine, words('right', '发票', '发票随货寄出。'))
  for (const [n, reply] of ['我帮您问一下仓库再说', '可以退的，我来登记', '请把卡面拍给我看看'].entries()) {
    gateway.customerWrites(chen, `卡呢 ${n}`)
    await desk.idle()
    for (const [id, text] of [['wrong', '礼品卡一律不退。'], ['right', reply]] as const) {
      desk.store.drafts.save({
        id: v7(), conversationId: chen, basedOnSeq: desk.store.conversations.get(chen)?.lastCustomerSeq ?? 0, state: 'ready', text, by: 'local', promptVersion: '1', language: 'zh',
        citations: [{ n: 1, kind: 'article', id, title: '' }], findings: [], problem: null, startedAt: n, finishedAt: n,
      })
    }
    sendReply(desk.engine, { id: v7(), conversationId: chen, text: reply, attachments: [], basedOnSeq: desk.store.conversations.get(chen)?.lastCustomerSeq ?? 0, draftId: null }, '小林')
    await desk.idle()
  }
  const { stale } = reviewArticles(desk.engine)
  expect(stale.map(({ id, reasons, cited, sent }) => [id, reasons, cited, sent])).toEqual(expect.arrayContaining([['old', ['expired'], 0, 0], ['wrong', ['overruled'], 3, 0]]))
  expect(stale.map(({ id }) => id)).not.toContain('right')
})

test('KI-12 the list is narrowed by product and by whether articles hold (an expired one would be looked for among hundreds)', () => {
  gateway.publish({ type: 'product', product: { id: 'p1', title: { zh: '蓝牙耳机', en: 'Earbuds' }, category: '', price: { amount: 100, currency: 'CNY' }, specs: [], variants: [], warrantyMonths: 0 } })
  saveArticle(desk.engine, words('old', '旧规', '甲', { validTo: 1 }))
  saveArticle(desk.engine, words('new', '新规', '乙', { validFrom: gateway.now + 1, productIds: ['p1'] }))
  saveArticle(desk.engine, words('now', '规定', '丙'))
  const ids = (more: Partial<Parameters<typeof listArticles>[1]>) => listArticles(desk.engine, { query: '', origin: null, audience: null, limit: 9, ...more }).articles.map(({ id }) => id)
  expect([ids({ holds: 'now' }), ids({ holds: 'no-more' }), ids({ holds: 'later' }), ids({ productId: 'p1' }), ids({ productId: 'p1', holds: 'now' })]).toEqual([['now'], ['old'], ['new'], ['new'], []])
  expect(listed().products).toEqual([{ id: 'p1', title: { zh: '蓝牙耳机', en: 'Earbuds' } }])
})
