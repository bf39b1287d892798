import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OVERRIDE_REASON_MIN } from '../../src-shared/domain/protects.ts'
import type { Role } from '../../src-shared/domain/roles.ts'
import { CALLS, type CallParams } from '../../src-shared/contract/calls.ts'
import { decideReview } from '../../src-engine/flows/reviews/decide-review.ts'
import { openReviews } from '../../src-engine/flows/reviews/list-reviews.ts'
import { sendReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import { overrideOf } from '../../src-engine/flows/stopped-words.ts'
import { createSelfWorker } from '../../src-engine/jobs/self-work.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { undoPolicy } from '../support/shop.ts'
import { orderIn, speaks } from '../support/workflow-shop.ts'

/** Words that the guard stops, between an agent's desk and a supervisor's. */
let gateway: MemoryGateway
let agent: Desk
let boss: Desk
let chat: string

const TOO_MUCH = '给您补偿50元'

beforeEach(async () => {
  gateway = new MemoryGateway()
  gateway.publish({ type: 'policy', policy: { ...undoPolicy(8), intents: {}, guard: { compensationCap: 20, currency: 'CNY' } } })
  agent = openDesk(gateway)
  boss = openDesk(gateway, { seatId: 'boss' })
  await agent.connect()
  await boss.connect()
  sits(agent, 'agent')
  chat = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer: speaks('zh'), orders: [orderIn('delivered', gateway.now)] })
  gateway.customerWrites(chat, '杯子碎了')
  await both()
})
afterEach(() => {
  expect([...agent.errors, ...boss.errors]).toEqual([])
  agent.kill()
  boss.store.close()
})

/** Whoever sits there has this role. */
function sits({ store }: Desk, role: Role): void {
  store.settings.write('me', { accountId: 'a1', signedIn: true })
  store.shared.put('account', 'a1', { id: 'a1', name: '小雨', role, teams: [], skills: [], languages: [], capacity: 0, disabled: false, createdAt: 0 })
}
async function both(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await agent.idle()
    await boss.idle()
  }
}
const got = (): string[] => gateway.thread(chat).filter(({ author }) => author.kind === 'agent').map(({ text }) => text)
const seen = (): number => gateway.thread(chat).filter(({ author }) => author.kind === 'customer').at(-1)?.seq ?? 0
async function writes(text: string, standsBy?: CallParams<'reply.send'>['standsBy']): Promise<string> {
  const id = v7()
  sendReply(agent.engine, { id, conversationId: chat, text, attachments: [], basedOnSeq: seen(), draftId: null, ...(standsBy ? { standsBy } : {}) }, '小雨')
  await both()
  return id
}
async function decided(reviewId: string): Promise<void> {
  await decideReview(boss.engine, { id: v7(), reviewId, verdict: 'approve' })
  await agent.pass(7_000)
  await boss.pass(0)
  await both()
}

test('GU-17 the engine takes no stopped words, says why in both languages, and loses none of what was typed; corrected they go (a window that does not ask)', async () => {
  agent.store.unsent.set(chat, TOO_MUCH)
  await expect(writes(TOO_MUCH)).rejects.toMatchObject({ code: 'reply-stopped', say: { zh: expect.stringMatching(/50元.*超出店铺规则/) as string, en: expect.stringMatching(/50元.*beyond the shop’s policy/) as string } })
  await both()
  expect([got(), agent.store.outbox.of(chat), agent.store.unsent.get(chat)]).toEqual([[], [], TOO_MUCH])
  await writes('给您补偿20元')
  await writes('订单2188340610070000已经发出')
  expect(got()).toEqual(['给您补偿20元', '订单2188340610070000已经发出'])
})

test('GU-18 an agent stands by stopped words: they wait for a supervisor without any policy of reviews, with what stopped them; approved they go once, and taken back they are in the composer (words that go past four eyes, or are lost)', async () => {
  const id = await writes(TOO_MUCH, { how: 'review' })
  const [review] = openReviews(boss.engine)
  expect([got(), review?.id, review?.why.map(({ rule }) => rule), review?.findings[0]]).toEqual([[], id, ['stopped:over-cap'], expect.objectContaining({ text: '50元', protects: 'money' })])
  expect(review?.why[0]?.say).toEqual({ zh: expect.stringContaining('可以写“20元”') as string, en: expect.stringContaining('allowed is “20元”') as string })
  await decided(id)
  expect(got()).toEqual([TOO_MUCH])
  const second = await writes(TOO_MUCH, { how: 'review' })
  takeBackReply(agent.engine, second)
  await both()
  expect([got(), openReviews(boss.engine), agent.store.unsent.get(chat)]).toEqual([[TOO_MUCH], [], TOO_MUCH])
})

test('GU-18 offline the request waits like any reply, and nothing goes before it was looked at (a line that is away lets go what a supervisor would not)', async () => {
  agent.cut()
  const id = await writes(TOO_MUCH, { how: 'review' })
  expect(agent.store.outbox.get(id)).toMatchObject({ state: 'held', holdReason: 'review' })
  await agent.connect()
  sits(agent, 'agent')
  await both()
  expect([got(), openReviews(boss.engine).map((review) => review.id)]).toEqual([[], [id]])
})

test('GU-19 a reason lets stopped words go only from whoever may decide reviews; it is kept here, and told to the gateway with the reply (a reason that nobody may give, or that nobody can read)', async () => {
  const standsBy = { how: 'override' as const, reason: '店长同意补偿' }
  await expect(writes(TOO_MUCH, standsBy)).rejects.toMatchObject({ code: 'not-permitted' })
  expect([got(), agent.store.audit.count('reply-overridden')]).toEqual([[], 0])
  sits(agent, 'supervisor')
  agent.cut()
  const id = await writes(TOO_MUCH, standsBy)
  expect([agent.store.audit.count('reply-overridden'), overrideOf(agent.engine, id)]).toEqual([1, standsBy.reason])
  await agent.connect()
  sits(agent, 'supervisor')
  await both()
  expect([got(), openReviews(boss.engine), overrideOf(agent.engine, id)]).toEqual([[TOO_MUCH], [], null])
  const { params } = CALLS['reply.send']
  const asked = { id: v7(), conversationId: chat, text: TOO_MUCH, attachments: [], basedOnSeq: 1, draftId: null }
  expect([OVERRIDE_REASON_MIN - 1, OVERRIDE_REASON_MIN].map((length) => params.safeParse({ ...asked, standsBy: { how: 'override', reason: 'x'.repeat(length) } }).success)).toEqual([false, true])
})

test('GU-20 what was queued before is sent as it is, and no worker of the demo sends stopped words (an update that strands replies, or a draft that goes by itself)', async () => {
  agent.cut()
  const id = v7()
  agent.store.outbox.add({ id, conversationId: chat, authorKind: 'agent', authorName: '小雨', text: TOO_MUCH, attachments: [], apart: false, basedOnSeq: seen(), draftId: null, runId: null, createdAt: agent.engine.clock.now(), notBefore: 0, state: 'queued', holdReason: null })
  await agent.connect()
  await both()
  expect(got()).toEqual([TOO_MUCH])
  gateway.customerWrites(chat, '还有呢')
  await both()
  const draft = { id: v7(), conversationId: chat, basedOnSeq: seen(), state: 'ready' as const, text: '给您补偿88元', by: 'local', promptVersion: '1', language: 'zh', citations: [], findings: [], problem: null, startedAt: 0, finishedAt: 0 }
  agent.store.drafts.save(draft)
  agent.store.jobs.done('routine', chat, Number.MAX_SAFE_INTEGER)
  const thrown: unknown[] = []
  const worker = createSelfWorker(agent.engine, 'zh', (error) => thrown.push(error))
  worker.wake()
  await worker.idle()
  await both()
  expect([thrown, got()]).toEqual([[], [TOO_MUCH]])
})
