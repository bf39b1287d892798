import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ratingResults } from '../../src-engine/flows/ratings/rating-results.ts'
import { readThread } from '../../src-engine/flows/thread.ts'
import type { Rating } from '../../src-shared/domain/rating.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay, undoPolicy } from '../support/shop.ts'

const WINDOW_MS = 9_000
let gateway: MemoryGateway
let desk: Desk

beforeEach(async () => {
  gateway = new MemoryGateway()
  gateway.publish({ type: 'policy', policy: undoPolicy(8) })
  desk = openDesk(gateway, { realTriage: true })
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

/** A customer has rated: a state of the log. */
async function rated(score: number | null, over: Partial<Rating> = {}): Promise<string> {
  const conversationId = over.conversationId ?? gateway.open('陈静')
  gateway.publish({ type: 'rating', rating: { conversationId, score, words: '', askedAt: gateway.now, until: gateway.now + 1, ratedAt: score === null ? null : gateway.now, of: { kind: 'agent', id: 'this-desk', name: '小林' }, via: 'page', revision: 2, ...over } })
  await desk.idle()
  return conversationId
}
const OTHER = { kind: 'agent', id: 'other-desk', name: 'Bo' } as const

test('RT-6 own figures and the team’s: the share of 4 and 5 with its interval, how many were asked and answered; the low ones to be read; nobody’s figures under another’s name (a ranking of three answers)', async () => {
  for (const score of [5, 4, 4, 1]) await rated(score)
  await rated(null)
  for (const score of [2, 3]) await rated(score, { of: OTHER })
  const results = ratingResults(desk.engine)
  expect(results.own).toMatchObject({ asked: 5, answered: 4, scores: [1, 0, 0, 2, 1], good: { value: 0.75, low: expect.any(Number) } })
  expect(results.own.good?.low).toBeLessThan(0.35)
  expect(results.team?.people).toMatchObject({ asked: 7, answered: 6 })
  expect(results.team?.automatic).toMatchObject({ asked: 0, answered: 0, good: null })
  expect(results.low.map(({ score }) => score).sort()).toEqual([1, 2])
  expect(JSON.stringify({ own: results.own, team: results.team })).not.toMatch(/Bo|小林/)
})

test('RT-6 it stands in its conversation, the later word replaces the earlier, an older one does not (a rating that flickers)', async () => {
  const id = await rated(2, { words: '等太久了' })
  expect(readThread(desk.engine, id, null, 10).rating).toMatchObject({ score: 2, words: '等太久了' })
  expect(desk.patches.filter((patch) => patch.kind === 'low-rating')).toHaveLength(1)
  await rated(5, { conversationId: id, revision: 3 })
  await rated(1, { conversationId: id, revision: 1 })
  expect(readThread(desk.engine, id, null, 10).rating?.score).toBe(5)
  expect(desk.patches.filter((patch) => patch.kind === 'low-rating')).toHaveLength(1)
})

test('RT-7 a 1 or 2 after an automatic reply counts against autopilot as anger does; a 5 does not (a customer who says no and is counted as solved)', async () => {
  const costly = () => [...desk.store.decisions.all()].map(({ after, costly: cost }) => [after, cost])
  const automatic = { kind: 'autopilot', id: 'autopilot', name: '' } as const
  const id = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
  gateway.customerWrites(id, '我的快递到哪了')
  await desk.idle()
  await desk.pass(WINDOW_MS)
  expect(gateway.thread(id).filter(({ author }) => author.kind === 'autopilot')).toHaveLength(1)
  await rated(5, { conversationId: id, of: automatic })
  expect(costly()).toEqual([[null, null]])
  await rated(1, { conversationId: id, of: automatic, revision: 3, words: v7() })
  expect(costly()).toEqual([['anger', 'anger']])
})
