import { resolve } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { loadDefaultPolicy } from '../../src-gateway/shop/load-shop.ts'
import { openSite, type Seat, type Site } from './gateway-harness.ts'

const DAY_MS = 24 * 3_600_000
let site: Site
let shipped: Policy
beforeEach(async () => {
  site = await openSite()
  shipped = await loadDefaultPolicy(resolve('resources'))
})
afterEach(() => site.remove())

const seatOf = (seatId: string): Promise<Seat> => site.seat({ seatId })
const hello = (seat: Seat) => seat.call('hello', { logId: null, cursor: 0 })
/** The shipped policy, with its answers sent at once. */
const acting = (): Policy => ({ ...shipped, intents: Object.fromEntries(Object.entries(shipped.intents).map(([topic, row]) => [topic, row.level === 'undo' ? { ...row, level: 'act' as const } : row])) })
const propose = (seat: Seat, id = v7()) => seat.call('policy.put', { id, basedOn: shipped.version, policy: acting(), name: '李' })
const decide = (seat: Seat, proposalId: string, confirm = true) => seat.call('policy.decide', { id: v7(), policyId: shipped.id, proposalId, confirm, name: '王' })

test('EA-5 what gives more holds only after another seat confirmed it, once; its own seat cannot (a cap raised by one person)', async () => {
  const [first, second] = [await seatOf('first'), await seatOf('second')]
  await hello(first)
  await hello(second)
  const id = v7()
  const proposed = await propose(first, id)
  expect(proposed).toMatchObject({ status: 'proposed', proposal: { state: 'open', ripeAt: null, raises: ['intents.where_is_order.level'] } })
  expect(await propose(first, id)).toEqual(proposed)
  site.clock.advance(2 * DAY_MS)
  await expect(decide(first, id)).rejects.toThrow('second-seat')
  const holds = async () => (await first.call('snapshot', { page: null })).changes.flatMap((change) => (change.type === 'policy' ? [change.policy] : []))
  expect((await holds())[0]).toMatchObject({ version: shipped.version })
  expect(await decide(second, id)).toEqual({ state: 'confirmed' })
  expect(await decide(second, id)).toEqual({ state: 'confirmed' })
  expect((await holds())[0]).toMatchObject({ version: shipped.version + 1, intents: { where_is_order: { level: 'act' } } })
  const { versions } = await first.call('policy.history', { policyId: shipped.id })
  expect(versions[0]).toMatchObject({ by: 'first', name: '李 + 王' })
})

test('EA-5 where there is one seat it waits a day, can be withdrawn, and a second seat that comes meanwhile has to be asked', async () => {
  const alone = await seatOf('alone')
  await hello(alone)
  const first = await propose(alone)
  const id = first.status === 'proposed' ? first.proposal.id : ''
  site.clock.advance(DAY_MS - 1)
  await expect(decide(alone, id)).rejects.toThrow('second-seat')
  expect(await decide(alone, id, false)).toEqual({ state: 'cancelled' })
  const second = await propose(alone)
  const ripe = second.status === 'proposed' ? second.proposal.id : ''
  site.clock.advance(DAY_MS)
  await hello(await seatOf('new'))
  await expect(decide(alone, ripe)).rejects.toThrow('second-seat')
  site.clock.advance(15 * DAY_MS)
  expect(await decide(alone, ripe)).toEqual({ state: 'confirmed' })
})

test('EA-5 a proposal made from a version that is gone changes nothing (an old proposal that undoes a newer limit)', async () => {
  const [first, second] = [await seatOf('first'), await seatOf('second')]
  await hello(first)
  await hello(second)
  const id = v7()
  await propose(first, id)
  expect(await second.call('policy.put', { id: v7(), basedOn: shipped.version, policy: { ...shipped, intents: {} }, name: '王' })).toMatchObject({ status: 'put' })
  expect(await decide(second, id)).toEqual({ state: 'outdated' })
})

/** A conversation whose lease the seat holds. */
async function leased(seat: Seat): Promise<{ conversationId: string; seq: number }> {
  const visitor = await site.visitor()
  await visitor.call('send', { id: v7(), text: 'Where is it?', attachments: [] })
  const { events } = await seat.call('pull', { after: 0, limit: 1000 })
  const message = events.flatMap(({ change }) => (change.type === 'message' && change.message.author.kind === 'customer' ? [change.message] : [])).at(-1)
  const conversationId = message?.conversationId ?? ''
  await seat.call('lease', { conversationId, want: true })
  return { conversationId, seq: message?.seq ?? 0 }
}
const automatic = (seat: Seat, { conversationId, seq }: { conversationId: string; seq: number }, intent?: string) =>
  seat.call('send', { id: v7(), conversationId, text: 'Tomorrow.', attachments: [], author: { kind: 'autopilot', name: 'Shop' }, basedOnSeq: seq, ...(intent === undefined ? {} : { intent }) })
const hold = (seat: Seat, scope: 'intent' | 'action' | 'channel', name: string, ceiling: 'off' | 'suggest' | null, why: 'person' | 'in-a-row' = 'person') =>
  seat.call('autopilot.hold', { id: v7(), scope, name, ceiling, why, by: '李' })

test('EA-5 the gateway itself takes no automatic reply of a held topic or channel; a seat that does not say its topic is held with any (an older seat that answers on)', async () => {
  const seat = await seatOf('first')
  const place = await leased(seat)
  await hold(seat, 'intent', 'where_is_order', 'off')
  expect(await automatic(seat, place, 'where_is_order')).toMatchObject({ status: 'conflict', reason: 'paused' })
  expect(await automatic(seat, place)).toMatchObject({ status: 'conflict', reason: 'paused' })
  // A desk's own demotion does not loosen what a person switched off, and cannot let go.
  await hold(seat, 'intent', 'where_is_order', 'suggest', 'in-a-row')
  expect((await seat.call('snapshot', { page: null })).changes).toContainEqual(expect.objectContaining({ type: 'autopilot-hold', hold: expect.objectContaining({ ceiling: 'off', why: 'person' }) }))
  await expect(hold(seat, 'intent', 'where_is_order', null, 'in-a-row')).rejects.toThrow('bad-request')
  await hold(seat, 'intent', 'where_is_order', null)
  await hold(seat, 'channel', 'web', 'off')
  expect(await automatic(seat, place, 'where_is_order')).toMatchObject({ status: 'conflict', reason: 'paused' })
  await hold(seat, 'channel', 'web', null)
  expect(await automatic(seat, place, 'where_is_order')).toMatchObject({ status: 'accepted' })
})

test('EA-5 no more automatic replies leave in an hour than the rates allow, by all seats together (two desks that each count their own)', async () => {
  const seat = await seatOf('first')
  await seat.call('policy.put', { id: v7(), basedOn: shipped.version, policy: { ...shipped, rates: { shopHour: 1, conversationHour: 1 } }, name: '李' })
  expect(await automatic(seat, await leased(seat), 'where_is_order')).toMatchObject({ status: 'accepted' })
  const other = await seatOf('second')
  const place = await leased(other)
  expect(await automatic(other, place, 'where_is_order')).toMatchObject({ status: 'conflict', reason: 'paused' })
  site.clock.advance(3_600_000)
  await other.call('lease', { conversationId: place.conversationId, want: true })
  expect(await automatic(other, place, 'where_is_order')).toMatchObject({ status: 'accepted' })
})
