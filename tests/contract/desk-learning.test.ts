import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { approveSuggestion, mergeSuggestions, rejectSuggestion, undoDecision } from '../../src-engine/flows/decide-suggestion.ts'
import { listSuggestions } from '../../src-engine/flows/list-suggestions.ts'
import { answerQuestion, dismissQuestion, listQuestions } from '../../src-engine/flows/open-questions.ts'
import { searchEverything } from '../../src-engine/flows/search-everything.ts'
import { sendReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import { currentDraft } from '../../src-engine/flows/thread.ts'
import { learningHandlers } from '../../src-engine/learning-handlers.ts'
import type { LearnedAs, Writing } from '../../src-shared/domain/learning.ts'
import { AppError } from '../../src-shared/errors.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

/** What the desk learns from what agents write, on a real encrypted database with triage as it is shipped. */
const ASKED = '你们的净水器滤芯多久换一次呀？'
const ASKED_AGAIN = '请问净水器的滤芯多久要换一次？'
const ANSWER = '滤芯建议每6个月更换一次，如果水质比较硬，3个月换一次更好。'

let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway, { realTriage: true })
  gateway.publish({ type: 'product', product: { id: 'p02', title: { zh: '净水器 W3', en: 'Water purifier W3' }, category: 'home', price: { amount: 19900, currency: 'CNY' }, specs: [], variants: [], warrantyMonths: 12 } })
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

async function says(text: string, conversationId = chen): Promise<number> {
  const { seq } = gateway.customerWrites(conversationId, text)
  await desk.idle()
  return seq
}
/** An agent writes from nothing. @returns the reply's id */
async function replies(text: string, over: { conversationId?: string; draftId?: string | null; writing?: Writing } = {}): Promise<string> {
  const id = v7()
  const conversationId = over.conversationId ?? chen
  const draft = currentDraft(desk.engine, conversationId)
  const shown = draft?.state === 'ready' ? { draftId: draft.id, at: gateway.now } : null
  gateway.now += 60_000
  const basedOnSeq = desk.store.conversations.get(conversationId)?.lastCustomerSeq ?? 0
  sendReply(desk.engine, { id, conversationId, text, attachments: [], basedOnSeq, draftId: over.draftId ?? null, writing: over.writing ?? { beganAt: gateway.now - 5_000, shown } }, '小雅')
  await desk.idle()
  return id
}
const open = () => listSuggestions(desk.engine, false).suggestions
function only() {
  const [one, ...others] = open()
  if (!one || others.length > 0) throw new Error(`${others.length + (one ? 1 : 0)} suggestions`)
  return one
}
const approve = (as: LearnedAs, text = only().text) => approveSuggestion(desk.engine, { id: only().id, as, title: '滤芯多久换', text })
const questions = (conversationId?: string) => listQuestions(desk.engine, { conversationId }).questions
const figures = () => learningHandlers(desk.engine)['learning.figures']({}, { focused: null })
const stranger = () => gateway.open('访客')
const draftOf = (conversationId: string) => currentDraft(desk.engine, conversationId)

test('LR-10 for each reply of a person it is kept what became of its draft, without a word of anybody; taken back it is not counted (figures of a good day would be made of replies that nobody got)', async () => {
  await says('物流到哪了？')
  const draft = draftOf(chen)
  await replies(draft?.text ?? '', { draftId: draft?.id ?? null })
  expect(await figures()).toMatchObject({ counts: { unchanged: 1 }, taken: { right: 1, of: 1 }, makers: [{ by: 'local' }], topics: [{ topic: 'where_is_order' }], medianEdit: 0 })
  const stored = JSON.stringify(desk.store.outcomes.since(0))
  expect(stored).not.toMatch(/\p{Script=Han}/u)

  await says(ASKED)
  desk.cut()
  const id = await replies(ANSWER)
  expect(await figures()).toMatchObject({ counts: { unchanged: 1, none: 1 }, reasons: [{ why: 'no-source', count: 1 }] })
  expect(open()).toHaveLength(1)
  takeBackReply(desk.engine, id)
  expect(await figures()).toMatchObject({ counts: { unchanged: 1 } })
  expect(open()).toHaveLength(0)
})

test('LR-10 the same reply told twice is counted once, a second bubble is no missing draft, and a simulated agent is not judged', async () => {
  await says('物流到哪了？')
  const id = await replies('好的，我看一下物流信息')
  sendReply(desk.engine, { id, conversationId: chen, text: 'x', attachments: [], basedOnSeq: 1, draftId: null }, '小雅')
  await replies('已经到杭州了')
  expect(await figures()).toMatchObject({ counts: { refused: 1 }, reasons: [{ why: 'second', count: 1 }] })
  const other = stranger()
  await says('在吗', other)
  sendReply(desk.engine, { id: v7(), conversationId: other, text: '在的', attachments: [], basedOnSeq: 1, draftId: null }, '小雅')
  expect((await figures()).counts).toMatchObject({ unwatched: 1 })
})

test('LR-11 a reply that was written where no draft was is suggested without the customer in it; the same again joins it, with the conversations behind it', async () => {
  await says(ASKED)
  await replies(`陈静您好，${ANSWER}`)
  expect(only()).toMatchObject({ text: expect.stringContaining('每6个月') as string, question: ASKED, count: 1, reasons: { missing: 1 }, productIds: ['p02'] })
  expect(only().text).not.toContain('陈静')
  const other = stranger()
  await says(ASKED_AGAIN, other)
  await replies('滤芯建议每6个月更换一次，水质比较硬的话，3个月换一次更好。', { conversationId: other })
  expect(only()).toMatchObject({ count: 2, reasons: { missing: 2 } })
  expect(only().sources.map((source) => source.conversationId)).toEqual([other, chen])
  await says('谢谢', other)
  await replies('不客气，祝您生活愉快', { conversationId: other })
  expect(open()).toHaveLength(1)
})

test.each<[LearnedAs, string]>([['article', 'article'], ['template', 'reply']])('LR-12 approved as %s it serves the next draft at once, cited, and no more once the approval is taken back', async (as, kind) => {
  await says(ASKED)
  await replies(ANSWER)
  expect(questions()).toHaveLength(1)
  approve(as)
  expect(open()).toHaveLength(0)
  expect(questions()).toHaveLength(0)
  const other = stranger()
  await says(ASKED_AGAIN, other)
  expect(draftOf(other)).toMatchObject({ state: 'ready', text: expect.stringContaining('每6个月') as string, citations: [expect.objectContaining({ kind, title: '滤芯多久换' })] })
  expect(draftOf(other)?.findings.filter((finding) => finding.severity === 'error')).toEqual([])
  expect(searchEverything(desk.engine, { query: '滤芯多久换', groups: ['articles'], limit: 5 }).articles).toHaveLength(as === 'article' ? 1 : 0)
  const [done] = listSuggestions(desk.engine, true).suggestions
  undoDecision(desk.engine, done?.id ?? '')
  const third = stranger()
  await says(ASKED_AGAIN, third)
  expect(draftOf(third)?.text ?? '').not.toContain('每6个月')
  expect([open().length, questions().length]).toEqual([1, 1])
})

test('LR-12 who waits with the same question when it is approved gets a new draft, and an answer outlives a log that is loaded again', async () => {
  await says(ASKED)
  await replies(ANSWER)
  const other = stranger()
  await says(ASKED_AGAIN, other)
  expect(draftOf(other)?.text ?? '').not.toContain('每6个月')
  approve('article')
  await desk.idle()
  expect(draftOf(other)?.text).toContain('每6个月')
  desk.store.forgetLog()
  expect(desk.store.shop.articles().map(({ title }) => title.zh)).toEqual(['滤芯多久换'])
})

test('LR-12 a gap is filled with the order’s fact or its sentence is not said; an article with a gap is refused', async () => {
  await says(ASKED)
  await replies(ANSWER)
  expect(() => approve('article', '{amount}的滤芯每6个月换一次。')).toThrow(AppError)
  expect(open()).toHaveLength(1)
  approve('template', '滤芯每6个月换一次。您的订单是{order}。换下来的请寄到{address}。')
  const id = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  await says(ASKED_AGAIN, id)
  expect(draftOf(id)?.text).toContain('滤芯每6个月换一次。')
  expect(draftOf(id)?.text).not.toMatch(/[{}]/)
})

test('LR-13 approved as a phrase it is one of the agent’s; approved twice it is one', async () => {
  await says(ASKED)
  await replies(ANSWER)
  const { id, text } = only()
  for (let n = 0; n < 2; n++) approveSuggestion(desk.engine, { id, as: 'phrase', title: '滤芯', text })
  expect(desk.store.phrases.all().map((phrase) => [phrase.scope, phrase.title.zh, phrase.text.zh])).toEqual([['personal', '滤芯', text]])
  undoDecision(desk.engine, id)
  expect(desk.store.phrases.all()).toEqual([])
})

test('LR-13 rejected it comes again when it is written again, with “never” it does not; merged, its conversations go along and come back', async () => {
  await says(ASKED)
  await replies(ANSWER)
  const first = only()
  rejectSuggestion(desk.engine, first.id, false)
  const other = stranger()
  await says(ASKED_AGAIN, other)
  await replies(ANSWER, { conversationId: other })
  const second = only()
  undoDecision(desk.engine, first.id)
  mergeSuggestions(desk.engine, first.id, second.id)
  expect(only()).toMatchObject({ id: second.id, count: 2 })
  undoDecision(desk.engine, first.id)
  expect(open().map(({ count }) => count)).toEqual([1, 1])
  for (const { id } of open()) rejectSuggestion(desk.engine, id, true)
  const third = stranger()
  await says(ASKED_AGAIN, third)
  await replies(ANSWER, { conversationId: third })
  expect(open()).toEqual([])
})

test('LR-14 what nothing answers is listed by product, the same question once with its count, and the answer serves at once (a gap that everybody meets and nobody sees)', async () => {
  await says(ASKED)
  const other = stranger()
  await says(ASKED_AGAIN, other)
  expect(questions()).toMatchObject([{ product: { id: 'p02' }, count: 2, language: 'zh' }])
  expect(questions(other)).toHaveLength(1)
  const [open = null] = questions()
  answerQuestion(desk.engine, { id: open?.id ?? '', title: '滤芯多久换', text: ANSWER })
  await desk.idle()
  expect(questions()).toEqual([])
  expect(draftOf(other)).toMatchObject({ text: expect.stringContaining('每6个月') as string, citations: [expect.objectContaining({ kind: 'article' })] })
  dismissQuestion(desk.engine, open?.id ?? '', false)
  expect(questions()).toHaveLength(1)
  dismissQuestion(desk.engine, open?.id ?? '', true)
  expect(questions()).toEqual([])
})

test('LR-14 a greeting, a parcel that an order answers and a question that an article answers are not open', async () => {
  await says('你好')
  await says('物流到哪了？')
  expect(questions()).toEqual([])
})
