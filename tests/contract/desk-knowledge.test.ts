import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { relatedArticles } from '../../src-engine/flows/related-articles.ts'
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
