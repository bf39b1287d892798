import { resolve } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EvidenceCase, EvidenceClaim } from '../../src-shared/domain/autonomy.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { loadDefaultPolicy } from '../../src-gateway/shop/load-shop.ts'
import { openSite, ORDER, type Seat, type Site } from './gateway-harness.ts'

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
/** Cases of one conversation in which people did the same, and automatic replies that nobody stopped. */
const proof = (conversationId: string, over: Partial<EvidenceCase> = {}, same = 80): EvidenceClaim => ({
  scope: 'intent', name: 'where_is_order',
  cases: Array.from({ length: same + 100 }, (_, n) => ({ id: v7(), conversationId, at: site.clock.now() - n, verdict: n < same ? 'same' as const : 'unknown' as const, costly: null, automatic: n < same ? null : 'left' as const, after: null, ...over })),
})
const ask = (seat: Seat, more: { evidence?: EvidenceClaim[]; override?: { reason: string } }, policy: Policy = acting(), id = v7(), basedOn = shipped.version) => seat.call('policy.put', { id, basedOn, policy, name: '李', ...more })
const talk = async (): Promise<string> => (await leased(await seatOf('first'))).conversationId
const propose = async (seat: Seat, id = v7()) => ask(seat, { override: { reason: '一直这样做' } }, acting(), id)
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
  const conversationId = await talk()
  site.clock.advance(15 * DAY_MS)
  const alone = await seatOf('alone')
  await hello(alone)
  const earned = () => ask(alone, { evidence: [proof(conversationId)] })
  const first = await earned()
  const id = first.status === 'proposed' ? first.proposal.id : ''
  site.clock.advance(DAY_MS - 1)
  await expect(decide(alone, id)).rejects.toThrow('second-seat')
  expect(await decide(alone, id, false)).toEqual({ state: 'cancelled' })
  const second = await earned()
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

test('EA-9 a level goes up only with evidence that the gateway counts itself; what a desk claims beyond it counts for nothing (a seat that is not ours and skips the ladder)', async () => {
  const conversationId = await talk()
  const [first, second] = [await seatOf('first'), await seatOf('second')]
  await hello(first)
  await hello(second)
  const refused = async (claim: EvidenceClaim[] | undefined, policy?: Policy) => expect(ask(first, claim ? { evidence: claim } : {}, policy)).rejects.toThrow('not-earned')
  await refused(undefined)
  const good = proof(conversationId)
  await refused([proof(conversationId, {}, 60)])
  await refused([proof(conversationId, { id: good.cases[0]?.id ?? '' })])
  await refused([proof(v7())])
  await refused([proof(conversationId, { at: site.clock.now() + 1 })])
  await refused([{ ...good, cases: good.cases.map((one, n) => (n === 3 ? { ...one, costly: 'money' as const } : one)) }])
  await refused([{ ...good, name: 'ship_when' }])
  expect(await ask(first, { evidence: [good] })).toMatchObject({ status: 'proposed', proposal: { raises: ['intents.where_is_order.level'] } })
  const { proposal } = await ask(first, { evidence: [good] }) as { proposal: { override?: unknown } }
  expect(proposal.override).toBeUndefined()
})

test('EA-10 without evidence two people may want it all the same, with a reason that stands in the proposal and on the record; nobody does that alone, however long they wait', async () => {
  const seat = await seatOf('first')
  await hello(seat)
  const row = shipped.intents['where_is_order']
  if (!row) throw new Error('no row')
  expect(await ask(seat, {}, { ...shipped, intents: { ...shipped.intents, where_is_order: { ...row, level: 'off' } } })).toMatchObject({ status: 'put' })
  // Back to what stood there before the last version is free; the step after it is not.
  expect(await ask(seat, {}, shipped, v7(), shipped.version + 1)).toMatchObject({ status: 'put' })
  const jump = { ...shipped, intents: { ...shipped.intents, where_is_order: { ...row, level: 'act' as const } } }
  const id = v7()
  expect(await ask(seat, { override: { reason: 'Weekend, and nobody is here' } }, jump, id, shipped.version + 2)).toMatchObject({ status: 'proposed', proposal: { ripeAt: null, override: { reason: 'Weekend, and nobody is here', fields: ['intents.where_is_order.level'] } } })
  site.clock.advance(30 * DAY_MS)
  await expect(decide(seat, id)).rejects.toThrow('second-seat')
  const other = await seatOf('second')
  await hello(other)
  expect(await decide(other, id)).toEqual({ state: 'confirmed' })
  const { entries } = await seat.call('audit.page', { before: null, limit: 50, what: null, accountId: null })
  expect(entries.find(({ ref }) => ref['override.reason'])).toMatchObject({ what: 'policy.put', outcome: 'proposed', ref: { 'override.reason': 'Weekend, and nobody is here' } })
  expect(await seat.call('audit.verify', {})).toMatchObject({ brokenAt: null })
})

test('EA-11 fewer reviews than before need a second person, more or none to lose do not (a supervisor who lifts the look at their own replies)', async () => {
  const [first, second] = [await seatOf('first'), await seatOf('second')]
  await hello(first)
  await hello(second)
  const review = { findings: 'warning' as const, over: { amount: 20_000, currency: 'CNY' as const }, probation: ['amy'], who: 'everyone' as const, minutes: 15 }
  expect(await ask(first, {}, { ...shipped, review })).toMatchObject({ status: 'put' })
  const at = shipped.version + 1
  const id = v7()
  expect(await ask(first, {}, { ...shipped, review: { ...review, minutes: 60 } }, v7(), at)).toMatchObject({ status: 'put' })
  const { review: _none, ...without } = { ...shipped, review }
  expect(await ask(first, {}, without, id, at + 1)).toMatchObject({ status: 'proposed', proposal: { raises: ['review.findings', 'review.over', 'review.probation', 'review.who'] } })
  await expect(decide(first, id)).rejects.toThrow('second-seat')
  expect(await decide(second, id)).toEqual({ state: 'confirmed' })
})

test('EA-12 a buyer is put on the watch list once, with the reason, who and until when, for every desk and over a restart, and taken off again', async () => {
  const seat = await seatOf('first')
  await hello(seat)
  await seat.call('live', {})
  const { found } = await seat.call('orders.find', { orderNos: [ORDER.no] })
  const customerId = found[0]?.customer.id ?? ''
  const request = { id: v7(), customerId, watch: { reason: '三次空包退货', until: site.clock.now() + DAY_MS }, name: '李主管' }
  const first = await seat.call('customer.watch', request)
  expect(await seat.call('customer.watch', request)).toEqual(first)
  const told = async () => {
    const { found: now } = await (await seatOf('second')).call('orders.find', { orderNos: [ORDER.no] })
    return now[0]?.customer.watch
  }
  expect(await told()).toEqual({ ...request.watch, by: '李主管', at: site.clock.now() })
  await site.restart()
  expect(await told()).toMatchObject({ reason: '三次空包退货' })
  await (await seatOf('third')).call('customer.watch', { id: v7(), customerId, watch: null, name: '李主管' })
  expect(await told()).toBeNull()
  expect(await (await seatOf('third')).ask('customer.watch', { ...request, id: v7(), customerId: 'nobody' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
})
