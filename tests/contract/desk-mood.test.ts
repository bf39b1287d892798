import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readMood } from '../../src-engine/flows/mood.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { Mood } from '../../src-shared/contract/mood.ts'
import { AppError } from '../../src-shared/errors.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

let gateway: MemoryGateway
let desk: Desk
let chen: string

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

test('DS-1 the curve has a point for each customer message and a tick for each reply, in their order (a curve that lost a turn would lie about when it went wrong)', async () => {
  gateway.customerWrites(chen, '我的退款到哪一步了')
  gateway.customerWrites(chen, '到底管不管!!!')
  await desk.idle()
  sendReply(desk.engine, { id: v7(), conversationId: chen, text: '马上给您查', attachments: [], basedOnSeq: 2, draftId: null }, '小林')
  await desk.idle()
  const mood = readMood(desk.engine, chen)
  expect(Mood.parse(mood)).toEqual(mood)
  expect(mood.points.map((one) => one.seq)).toEqual([1, 2])
  expect(mood.replies.map((one) => [one.seq, one.by])).toEqual([[3, 'agent']])
  const [first, second] = mood.points
  expect(second?.dissatisfaction).toBeGreaterThan(first?.dissatisfaction ?? 1)
  expect(second?.level).toBe(3)
  expect(second?.why).toContain('anger.punctuation')
  expect(mood.more).toBe(false)
})

test('DS-1 a reason is named once and what the message is about is none (the line under the point would be a list of topics)', async () => {
  gateway.customerWrites(chen, '到底退不退 到底管不管 退款呢')
  await desk.idle()
  const why = readMood(desk.engine, chen).points[0]?.why ?? []
  expect(new Set(why).size).toBe(why.length)
  expect(why.filter((code) => code.startsWith('topic.'))).toEqual([])
})

test('DS-1 an unknown conversation is said to be one, not drawn as a flat line', () => {
  expect(() => readMood(desk.engine, v7())).toThrow(AppError)
})
