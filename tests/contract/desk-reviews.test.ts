import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decideReview, sendApproved, undoReview } from '../../src-engine/flows/reviews/decide-review.ts'
import { openReviews } from '../../src-engine/flows/reviews/list-reviews.ts'
import { threadReview } from '../../src-engine/flows/reviews/seen.ts'
import { performByPerson } from '../../src-engine/flows/order-actions.ts'
import { sendReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import type { ReviewPolicy } from '../../src-shared/domain/review.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { undoPolicy } from '../support/shop.ts'
import { orderIn, speaks } from '../support/workflow-shop.ts'

const RULES: ReviewPolicy = { findings: 'none', over: { amount: 20_000, currency: 'CNY' }, probation: [], who: 'everyone', minutes: 15 }
let gateway: MemoryGateway
let agent: Desk
let boss: Desk
let chat: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  gateway.publish({ type: 'policy', policy: { ...undoPolicy(8), intents: {}, review: RULES } })
  agent = openDesk(gateway)
  boss = openDesk(gateway, { seatId: 'boss' })
  await agent.connect()
  await boss.connect()
  chat = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer: speaks('zh'), orders: [orderIn('delivered', gateway.now)] })
  gateway.customerWrites(chat, '给我退 300')
  await both()
})
afterEach(() => {
  expect([...agent.errors, ...boss.errors]).toEqual([])
  agent.kill()
  boss.store.close()
})

async function both(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await agent.idle()
    await boss.idle()
  }
}
/** Time for a decision to stand. */
async function later(ms = 7_000): Promise<void> {
  await agent.pass(ms)
  await boss.pass(0)
  await both()
}
const got = (): string[] => gateway.thread(chat).filter(({ author }) => author.kind === 'agent').map(({ text }) => text)
const seen = (): number => gateway.thread(chat).filter(({ author }) => author.kind === 'customer').at(-1)?.seq ?? 0
async function writes(text: string, id = v7()): Promise<string> {
  sendReply(agent.engine, { id, conversationId: chat, text, attachments: [], basedOnSeq: seen(), draftId: null }, '小林')
  await both()
  return id
}
const waiting = () => openReviews(boss.engine)
const held = () => agent.store.outbox.of(chat).map(({ state, holdReason, text }) => [state, holdReason, text])
const decide = (reviewId: string, verdict: 'approve' | 'edit' | 'reject', more: { text?: string; reason?: string } = {}) => decideReview(boss.engine, { id: v7(), reviewId, verdict, ...(verdict === 'reject' ? { reason: '金额不对' } : {}), ...more })

test('RV-12 words below the limit go; above it they wait, say why in a sentence, and the supervisor’s desk has them with the facts (a queue without a reason)', async () => {
  await writes('退您 100 元')
  expect([got(), waiting()]).toEqual([['退您 100 元'], []])
  const id = await writes('退您 300 元')
  expect([got().length, held(), agent.store.outbox.count()]).toEqual([1, [['held', 'review', '退您 300 元']], { waiting: 1, held: 0 }])
  const [review] = waiting()
  expect([review?.id, review?.why[0]?.say.zh, review?.facts[0]?.zh.startsWith('订单')]).toEqual([id, '金额 ¥300.00，超过 ¥200.00 的要主管看。', true])
  expect(threadReview(agent.engine, chat)).toMatchObject({ waits: false, review: { state: 'open' } })
})

test('RV-13 approved they go once, after the time to take it back; edited, the edited words go, and are suggested as a reply (the words nobody approved)', async () => {
  const first = await writes('退您 300 元')
  await decide(first, 'approve')
  await both()
  expect(got()).toEqual([])
  await later()
  expect(got()).toEqual(['退您 300 元'])
  const second = await writes('退您 400 元，请您把商品寄回来，我们收到后马上处理')
  await decide(second, 'edit', { text: '我们先给您退 150 元，请您把商品寄回来，收到后两天内再退剩下的部分' })
  await later()
  expect(got()[1]).toMatch(/^我们先给您退 150 元/)
  expect(agent.store.outbox.of(chat)).toEqual([])
})

test('RV-14 rejected, the agent has the reason at once and the words back in the composer; what was typed meanwhile stays behind them (words that are lost)', async () => {
  const id = await writes('退您 300 元')
  agent.store.unsent.set(chat, '您好')
  await decide(id, 'reject')
  await both()
  expect(threadReview(agent.engine, chat)?.review).toMatchObject({ state: 'rejected', decision: { reason: '金额不对' } })
  expect(held()).toEqual([['held', 'review', '退您 300 元']])
  await later()
  expect([held(), agent.store.unsent.get(chat), got()]).toEqual([[], '退您 300 元\n您好', []])
  await writes('退您 100 元')
  expect([got(), threadReview(agent.engine, chat)]).toEqual([['退您 100 元'], null])
})

test('RV-15 a decision taken back in time is as if it had not been, a rejection as well as an approval (an undo after which the words go, or are gone)', async () => {
  const id = await writes('退您 300 元')
  for (const verdict of ['approve', 'reject'] as const) {
    await decide(id, verdict)
    await both()
    expect(await undoReview(boss.engine, id)).toEqual({ undone: true })
    await later()
    expect([got(), held(), waiting().length]).toEqual([[], [['held', 'review', '退您 300 元']], 1])
  }
  await decide(id, 'approve')
  await later()
  expect([got(), await undoReview(boss.engine, id)]).toEqual([['退您 300 元'], { undone: false }])
})

test('RV-16 the customer writes while it waits: it is off and the words come back (an answer to half of what was said)', async () => {
  const id = await writes('退您 300 元')
  gateway.customerWrites(chat, '算了，我要 400')
  await both()
  expect([waiting(), agent.store.unsent.get(chat), threadReview(agent.engine, chat)?.review.state]).toEqual([[], '退您 300 元', 'outdated'])
  expect(await decide(id, 'approve')).toEqual({ state: 'outdated', first: false })
  await later()
  expect(got()).toEqual([])
})

test('RV-16 nobody decides: it comes back and does not go (a review that approves itself)', async () => {
  await writes('退您 300 元')
  gateway.now += 16 * 60_000
  await gateway.shared.expire(gateway.now)
  await both()
  expect([got(), agent.store.unsent.get(chat), threadReview(agent.engine, chat)?.review.state]).toEqual([[], '退您 300 元', 'expired'])
})

test('RV-17 offline the request waits and says so; a decision is never kept for later (an approval of yesterday)', async () => {
  agent.cut()
  await writes('退您 300 元')
  expect([threadReview(agent.engine, chat)?.waits, waiting()]).toEqual([true, []])
  await expect(decide(v7(), 'approve')).rejects.toMatchObject({ code: 'review-offline' })
  await agent.connect()
  await both()
  expect(waiting()).toHaveLength(1)
})

test('RV-18 the asker’s desk is killed while it waits: decided meanwhile, it goes when the desk is back, once (words that are lost with a process, or doubled)', async () => {
  const id = await writes('退您 300 元')
  const listener = gateway.onEvents
  const dir = agent.kill()
  gateway.onEvents = listener
  await boss.connect()
  await decide(id, 'edit', { text: '退您 200 元' })
  await boss.pass(7_000)
  agent = openDesk(gateway, { dir })
  await agent.connect()
  await later()
  expect([got(), held()]).toEqual([['退您 200 元'], []])
})

test('RV-18 the asker’s desk stays away: the supervisor sends the approved words from their own, and the asker’s return doubles nothing (a customer who waits for a desk that is off)', async () => {
  const id = await writes('退您 300 元')
  const listener = gateway.onEvents
  const dir = agent.kill()
  gateway.onEvents = listener
  await boss.connect()
  await decide(id, 'approve')
  await boss.pass(60_000)
  sendApproved(boss.engine, id)
  sendApproved(boss.engine, id)
  await boss.idle()
  expect(got()).toEqual(['退您 300 元'])
  agent = openDesk(gateway, { dir })
  await agent.connect()
  await later()
  expect([got(), held()]).toEqual([['退您 300 元'], []])
})

test('RV-19 taken back by its author it is off everywhere, also when the answer to that is lost (words that go although they were taken back)', async () => {
  const id = await writes('退您 300 元')
  takeBackReply(agent.engine, id)
  await both()
  expect([waiting(), agent.store.unsent.get(chat)]).toEqual([[], '退您 300 元'])
  expect(await decide(id, 'approve')).toEqual({ state: 'withdrawn', first: false })
  await later()
  expect(got()).toEqual([])
})

test('RV-20 an action of a person above the limit waits, is done once approved, and is told as refused when it is not (money that leaves before it was looked at)', async () => {
  const [order] = agent.store.shop.orders('c001')
  const action = { kind: 'compensate' as const, orderNo: order?.no ?? '', amount: { amount: 25_000, currency: 'CNY' as const }, reason: '破损' }
  const [first, second] = [v7(), v7()]
  performByPerson(agent.engine, { id: first, conversationId: chat, action })
  await both()
  expect([gateway.effects.calls, waiting().map(({ subject }) => subject.kind)]).toEqual([0, ['action']])
  await decide(first, 'reject')
  await later()
  expect(agent.store.effects.get(first)?.outcome).toMatchObject({ state: 'refused', reason: 'policy' })
  performByPerson(agent.engine, { id: second, conversationId: chat, action })
  await both()
  await decide(second, 'approve')
  await both()
  expect(gateway.effects.calls).toBe(0)
  await later()
  expect([gateway.effects.calls, agent.store.effects.get(second)?.by.kind]).toEqual([1, 'agent'])
})

test('RV-21 like stands beside like, the oldest group first (a supervisor who changes the subject thirty times an hour)', async () => {
  const chats = ['a', 'b', 'c'].map((name) => gateway.open(name))
  for (const id of chats) gateway.customerWrites(id, '你好')
  await both()
  const words = ['退您 300 元', '退您 50 美元', '退您 500 元']
  for (const [n, conversationId] of chats.entries()) {
    gateway.now += 1000
    sendReply(agent.engine, { id: v7(), conversationId, text: words[n] ?? '', attachments: [], basedOnSeq: 1, draftId: null }, '小林')
    await both()
  }
  expect(waiting().map(({ why }) => why[0]?.rule)).toEqual(['over-amount', 'over-amount', 'over-currency'])
})
