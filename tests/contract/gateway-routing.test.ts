import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Routing } from '../../src-shared/domain/routing.ts'
import type { SeatPresence } from '../../src-shared/domain/presence.ts'
import { createPresenceBoard } from '../../src-gateway/routing/presence-board.ts'
import type { Store } from '../../src-gateway/store/store.ts'
import { PRESENCE_MS } from '../../src-shared/wire/seat-routing.ts'
import { eventually, openSite, type Seat, type Site } from './gateway-harness.ts'

let site: Site
beforeEach(async () => { site = await openSite() })
afterEach(() => site.remove())

const SWEEP_MS = 2000

/** A live seat that says it is here. */
async function sits(seatId: string): Promise<Seat> {
  const seat = await site.seat({ seatId })
  await seat.call('live', {})
  await tells(seat, seatId)
  return seat
}
const tells = (seat: Seat, name: string, state: SeatPresence['state'] = 'available') => seat.call('presence.tell', { state, conversationId: null, name })

/** The last word that a seat was pushed on a conversation. */
const lastOf = (seat: Seat, conversationId: string): Routing | undefined =>
  seat.events.flatMap(({ change }) => (change.type === 'routing' && change.routing.conversationId === conversationId ? [change.routing] : [])).at(-1)

/** Moves the clock by rounds of routing until it holds. */
async function routed(seat: Seat, conversationId: string, holds: (routing: Routing) => boolean): Promise<Routing> {
  await eventually(() => {
    site.clock.advance(SWEEP_MS)
    const now = lastOf(seat, conversationId)
    expect(now !== undefined && holds(now)).toBe(true)
  })
  return lastOf(seat, conversationId) as Routing
}

async function asks(seat: Seat, text = 'where is it'): Promise<string> {
  const visitor = await site.visitor()
  await visitor.say(text)
  return (await seat.heard(text)).conversationId
}
const accept = (seat: Seat, conversationId: string, name: string, yes = true, reason = '') => seat.call('routing.answer', { id: v7(), conversationId, name, accept: yes, reason })
const give = (seat: Seat, conversationId: string, to: { kind: 'seat'; seatId: string } | { kind: 'queue' } | { kind: 'team'; team: string }) =>
  seat.call('routing.transfer', { id: v7(), conversationId, name: 'A', to, note: { id: v7(), text: 'wants a refund' } })

describe('presence', () => {
  test('RO-4 seats see each other come, change and go; a seat whose line is dead runs out (customers offered to an empty chair)', async () => {
    const a = await sits('a')
    const heard: SeatPresence[] = []
    a.socket.on('presence', ({ seats }: { seats: SeatPresence[] }) => { heard.push(...seats) })
    const b = await sits('b')
    await eventually(() => { expect(heard.some(({ seatId, state }) => seatId === 'b' && state === 'available')).toBe(true) })
    await tells(b, 'b', 'away')
    await eventually(() => { expect(heard.at(-1)).toMatchObject({ seatId: 'b', state: 'away' }) })
    b.close()
    await eventually(() => { expect(heard.at(-1)).toMatchObject({ seatId: 'b', state: 'offline' }) })
    site.clock.advance(PRESENCE_MS)
    expect((await tells(a, 'a')).seats.map(({ seatId }) => seatId)).toEqual(['a'])
  })

  test('RO-4 an old connection\'s end does not take its seat away from a newer one (a desk that reconnected is gone for all)', async () => {
    const old = await sits('a')
    const fresh = await sits('a')
    const b = await sits('b')
    old.close()
    site.clock.advance(SWEEP_MS)
    await eventually(async () => { expect((await tells(b, 'b')).seats.map(({ seatId }) => seatId)).toEqual(['a', 'b']) })
    fresh.close()
  })

  test('RO-25 a seat that goes live is told who is here by that alone, and again after its line was cut (a wall that is empty until the next heartbeat)', async () => {
    const a = await sits('a')
    const heard: SeatPresence[][] = []
    const join = async () => {
      const seat = await site.seat({ seatId: 'b' })
      seat.socket.on('presence', ({ seats }: { seats: SeatPresence[] }) => { heard.push(seats) })
      await seat.call('live', {})
      return seat
    }
    const b = await join()
    await eventually(() => { expect(heard[0]).toMatchObject([{ seatId: 'a', state: 'available' }]) })
    b.close()
    await tells(a, 'a', 'away')
    heard.length = 0
    await join()
    await eventually(() => { expect(heard[0]).toMatchObject([{ seatId: 'a', state: 'away' }]) })
  })

  test('RO-25 many changes at once are read together, and whoever comes in between hears everything after it (a morning on which a whole floor signs in)', async () => {
    const readers = new Map<string, SeatPresence>()
    let state: SeatPresence['state'] = 'available'
    let reads = 0
    const store = { read: async () => { reads += 1; return { seats: [{ seatId: 'a', accountId: 'x', name: 'a', state, conversationId: null, at: 0, held: 0, capacity: 5 }] } } } as unknown as Store
    const told: string[] = []
    const board = createPresenceBoard(store, () => 0, (seats) => { for (const seat of seats) { readers.set(seat.seatId, seat); told.push(seat.state) } })
    await Promise.all(Array.from({ length: 60 }, () => board.refresh()))
    expect([reads, told]).toEqual([1, ['available']])
    const greeted = board.greet((seats) => { told.push(`greeted ${seats[0]?.state}`) })
    state = 'away'
    await Promise.all([greeted, board.refresh()])
    await board.refresh()
    expect([readers.get('a')?.state, told]).toEqual(['away', ['available', 'greeted away', 'away']])
  })

  test('RO-4 a seat\'s typing is told to the other seats only', async () => {
    const [a, b] = [await sits('a'), await sits('b')]
    const conversationId = await asks(a)
    const heard: string[] = []
    a.socket.on('colleague', () => { heard.push('a') })
    b.socket.on('colleague', (sign: { seatId: string; conversationId: string }) => { heard.push(`b ${sign.seatId} ${sign.conversationId === conversationId}`) })
    await a.call('typing', { conversationId })
    await eventually(() => { expect(heard).toEqual(['b a true']) })
  })
})

describe('routing', () => {
  test('RO-5 whoever is alone is left in peace: nothing is routed', async () => {
    const a = await sits('a')
    const conversationId = await asks(a)
    for (let round = 0; round < 5; round++) site.clock.advance(SWEEP_MS)
    await tells(a, 'a')
    await a.reply(await a.heard('where is it'))
    expect(lastOf(a, conversationId)).toBeUndefined()
  })

  test('RO-5 a waiting customer is offered with reasons, and goes to the other when not opened; who answers has them (a customer who waits at a desk nobody looks at)', async () => {
    const [a, b] = [await sits('a'), await sits('b')]
    const conversationId = await asks(a)
    const first = await routed(a, conversationId, ({ state }) => state === 'offered')
    expect(first.why.length).toBeGreaterThan(0)
    const other = first.to?.id === 'a' ? 'b' : 'a'
    await eventually(async () => {
      site.clock.advance(SWEEP_MS)
      await tells(a, 'a')
      await tells(b, 'b')
      expect(lastOf(a, conversationId)).toMatchObject({ state: 'offered', to: { id: other } })
    })
    await b.reply(await b.heard('where is it'))
    await eventually(() => { expect(lastOf(a, conversationId)).toMatchObject({ state: 'taken', to: { id: 'b' }, why: [{ code: 'answered' }] }) })
    await b.call('status', { id: v7(), conversationId, status: 'resolved' })
    await eventually(() => { expect(lastOf(a, conversationId)?.state).toBe('done') })
    expect((await (await site.seat({ seatId: 'c' })).call('snapshot', { page: null })).changes.some(({ type }) => type === 'routing')).toBe(false)
  })

  test('RO-15 whoever is busy keeps theirs and is offered nobody new, and the others see it (a break that nobody respects)', async () => {
    const [a, b] = [await sits('a'), await sits('b')]
    const heard: SeatPresence[] = []
    a.socket.on('presence', ({ seats }: { seats: SeatPresence[] }) => { heard.push(...seats) })
    const own = await asks(a, 'first')
    await b.reply(await b.heard('first'))
    await tells(b, 'b', 'busy')
    await eventually(() => { expect(heard.at(-1)).toMatchObject({ seatId: 'b', state: 'busy' }) })
    const fresh = await asks(a, 'second')
    expect((await routed(a, fresh, ({ state }) => state === 'offered')).to?.id).toBe('a')
    expect(lastOf(a, own)).toMatchObject({ state: 'taken', to: { id: 'b' } })
  })

  test('RO-5 of two who take at once one has it, and both are told which (two people write to one customer)', async () => {
    const [a, b, c] = [await sits('a'), await sits('b'), await sits('c')]
    const conversationId = await asks(a)
    await give(c, conversationId, { kind: 'queue' })
    const answers = await Promise.all([accept(a, conversationId, 'A'), accept(b, conversationId, 'B')])
    const owners = answers.map(({ routing }) => routing.to?.id)
    expect(owners[0]).toBe(owners[1])
    expect(['a', 'b']).toContain(owners[0])
    await eventually(() => { expect(lastOf(c, conversationId)).toMatchObject({ state: 'taken', to: { id: owners[0] } }) })
  })

  test('RO-6 a seat that dies with a customer gives them back after a moment, over a restart of the gateway too (a customer lost with a crash)', async () => {
    const [a, b] = [await sits('a'), await sits('b')]
    const customer = await site.visitor()
    await customer.say('where is it')
    const { conversationId } = await a.heard('where is it')
    await a.reply(await a.heard('where is it'))
    await eventually(() => { expect(lastOf(b, conversationId)).toMatchObject({ state: 'taken', to: { id: 'a' } }) })
    customer.close()
    a.close()
    b.close()
    await site.restart()
    const again = await sits('b')
    const third = await sits('c')
    const visitor = await site.visitor(customer.cookie)
    await visitor.say('anybody?')
    await eventually(async () => {
      site.clock.advance(SWEEP_MS)
      for (const seat of [again, third]) await tells(seat, 'here')
      expect(lastOf(again, conversationId)).toMatchObject({ state: 'offered' })
    })
    expect(['b', 'c']).toContain(lastOf(again, conversationId)?.to?.id)
  })

  test('RO-7 what desks read is kept once, older words change nothing', async () => {
    const [a, b] = [await sits('a'), await sits('b')]
    const conversationId = await asks(a)
    const understood = { seq: 1, group: 'refund' as const, emotion: 3, language: 'en', dueAt: null }
    const first = await a.call('routing.note', { conversationId, understood })
    const head = (await b.call('routing.note', { conversationId, understood })).n
    expect(head).toBeGreaterThanOrEqual(first.n)
    const notes = (await a.call('pull', { after: 0, limit: 1000 })).events.filter(({ change }) => change.type === 'routing' && change.routing.understood?.emotion === 3 && change.routing.state === 'queued')
    expect(notes).toHaveLength(1)
  })
})

describe('handing on', () => {
  test('RO-8 a transfer carries its summary as a note, is accepted or comes back with a reason, both see it (words between chairs)', async () => {
    const [a, b] = [await sits('a'), await sits('b')]
    const conversationId = await asks(a)
    await a.call('lease', { conversationId, want: true })
    const { routing } = await give(a, conversationId, { kind: 'seat', seatId: 'b' })
    expect(routing).toMatchObject({ state: 'offered', to: { id: 'b' }, transfer: { state: 'waiting', from: { id: 'a' } } })
    await eventually(() => { expect(b.events.some(({ change }) => change.type === 'note' && change.note.text === 'wants a refund')).toBe(true) })
    expect(await b.call('lease', { conversationId, want: true })).toMatchObject({ granted: true })
    await accept(b, conversationId, 'B', false, 'on lunch')
    await eventually(() => { expect(lastOf(a, conversationId)).toMatchObject({ state: 'taken', to: { id: 'a' }, transfer: { state: 'returned', reason: 'on lunch' } }) })
    await b.call('lease', { conversationId, want: false })
    await give(a, conversationId, { kind: 'seat', seatId: 'b' })
    await accept(b, conversationId, 'B')
    await eventually(() => { expect(lastOf(a, conversationId)).toMatchObject({ state: 'taken', to: { id: 'b' }, transfer: { state: 'accepted' } }) })
  })

  test('RO-8 it is taken back with its note while nobody has it, and not afterwards; the same wish again does nothing more', async () => {
    const [a, b] = [await sits('a'), await sits('b')]
    const conversationId = await asks(a)
    const { routing } = await give(a, conversationId, { kind: 'seat', seatId: 'b' })
    const transferId = routing.transfer?.id ?? ''
    const withdrawal = { id: v7(), conversationId, transferId }
    expect((await a.call('routing.withdraw', withdrawal)).routing).toMatchObject({ state: 'taken', to: { id: 'a' }, transfer: { state: 'withdrawn' } })
    expect((await a.call('routing.withdraw', withdrawal)).routing.transfer?.state).toBe('withdrawn')
    await eventually(() => { expect(b.events.some(({ change }) => change.type === 'note' && change.note.deleted)).toBe(true) })
    const second = await give(a, conversationId, { kind: 'seat', seatId: 'b' })
    await accept(b, conversationId, 'B')
    expect(await a.ask('routing.withdraw', { id: v7(), conversationId, transferId: second.routing.transfer?.id })).toMatchObject({ ok: false, error: { code: 'no-longer' } })
  })

  test('RO-8 nobody is handed what they cannot take: gone, oneself, or alone', async () => {
    const a = await sits('a')
    const conversationId = await asks(a)
    const refusal = async (to: object) => a.ask('routing.transfer', { id: v7(), conversationId, name: 'A', to, note: { id: v7(), text: 'x' } })
    expect(await refusal({ kind: 'seat', seatId: 'ghost' })).toMatchObject({ error: { code: 'not-here' } })
    expect(await refusal({ kind: 'seat', seatId: 'a' })).toMatchObject({ error: { code: 'bad-request' } })
    expect(await refusal({ kind: 'queue' })).toMatchObject({ error: { code: 'not-here' } })
  })

  test('RO-9 taking over moves lease and conversation at once; the other\'s next word is a conflict, not a second voice', async () => {
    const [a, b] = [await sits('a'), await sits('b')]
    const conversationId = await asks(a)
    const asked = await a.heard('where is it')
    await a.call('lease', { conversationId, want: true })
    const { routing } = await b.call('routing.takeOver', { id: v7(), conversationId, name: 'Boss', reason: 'angry customer' })
    expect(routing).toMatchObject({ state: 'taken', to: { id: 'b' }, takeOver: { from: { id: 'a' }, reason: 'angry customer' } })
    expect(await a.reply(asked)).toMatchObject({ status: 'conflict', reason: 'lease' })
    expect(await b.reply(asked)).toMatchObject({ status: 'accepted' })
  })
})

describe('whisper', () => {
  test('RO-10 only the one it is for sees it: not another seat by push, pull or snapshot, and never the customer; its change stays a whisper', async () => {
    const [a, boss, other] = [await sits('a'), await sits('boss'), await sits('other')]
    const visitor = await site.visitor()
    await visitor.say('hello')
    const { conversationId } = await a.heard('hello')
    const noteId = v7()
    await boss.call('whisper', { id: v7(), noteId, conversationId, to: { id: 'a', name: 'A' }, text: 'offer ten percent', name: 'Boss', at: 1 })
    await boss.call('note', { id: v7(), noteId, conversationId, text: 'offer twenty percent', deleted: false, name: 'Boss', at: 1 })
    await visitor.say('still there')
    await other.heard('still there')
    await a.heard('still there')
    expect(JSON.stringify(a.events)).toContain('offer ten percent')
    const seen = [other.events, (await other.call('pull', { after: 0, limit: 1000 })).events, await other.call('snapshot', { page: null }), visitor.messages].map((all) => JSON.stringify(all))
    for (const text of seen) expect(text).not.toMatch(/offer (ten|twenty)/)
    expect(JSON.stringify((await a.call('snapshot', { page: null })).changes)).toContain('offer twenty percent')
  })
})
