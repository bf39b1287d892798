import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { FollowUp } from '../../src-shared/domain/follow-up.ts'
import type { Routing } from '../../src-shared/domain/routing.ts'
import type { ShiftItem, ShiftTarget } from '../../src-shared/domain/shift.ts'
import { SignedIn } from '../../src-shared/wire/seat-people.ts'
import type { ReceivedChange } from '../../src-shared/wire/protocol.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { eventually, openSite, type Seat, type Site, type Visitor } from './gateway-harness.ts'

const PASSWORD = 'correct horse battery'
let site: Site
let giver: Seat
let next: Seat
let stranger: Seat
let conversationId: string
let visitor: Visitor
let promise: string
let ticket: string

beforeAll(async () => {
  site = await openSite()
  await connectAll()
})
afterAll(() => site.remove())

async function connectAll(): Promise<void> {
  [giver, next, stranger] = [await sits('giver'), await sits('next'), await sits('stranger')]
}
async function sits(seatId: string, token?: string): Promise<Seat> {
  const seat = await site.seat({ seatId, ...(token === undefined ? {} : { token }) })
  await seat.call('live', {})
  await seat.call('presence.tell', { state: 'available', conversationId: null, name: seatId })
  return seat
}

/** An agent of a team, with an account and a desk of their own. */
async function joins(name: string, seatId: string, team: string): Promise<{ seat: Seat; accountId: string }> {
  const { code } = await giver.call('people.invite', { name, role: 'agent', teams: [team] })
  const answered = await fetch(`${site.ready.seatUrl}/invitation`, { method: 'POST', body: JSON.stringify({ code, name, password: PASSWORD, seatId, label: 'desk' }) })
  const { token, account } = SignedIn.parse(await answered.json())
  return { seat: await sits(seatId, token), accountId: account.id }
}

/** A customer who was answered, was promised something, and of whom there is a ticket: all the giver's. */
beforeEach(async () => {
  const text = `where is it ${v7()}`
  visitor = await site.visitor()
  await visitor.say(text)
  const asked = await giver.heard(text)
  conversationId = asked.conversationId
  const messageId = v7()
  await giver.reply(asked, { id: messageId })
  promise = v7()
  await giver.call('followUp', { id: promise, conversationId, messageId, promised: { kind: 'call', words: 'I call you at six', amount: null, dueAt: site.clock.now() + 3_600_000, assumed: false }, owner: { id: 'giver', name: 'Giver' } })
  ticket = v7()
  await giver.call('ticket.make', { id: ticket, conversationId, orderNo: null, caseId: null, title: 'Find the parcel', kind: 'parcel', summary: '', owner: { kind: 'seat', id: 'giver', name: 'Giver' }, dueAt: null, priority: 'normal', state: 'open', name: 'Giver', at: site.clock.now() })
})

const item = (kind: ShiftItem['kind'], ref: string): ShiftItem => ({ id: v7(), kind, ref, conversationId, title: 'Visitor', line: `about ${kind}`, note: '', dueAt: null, risks: [] })
const three = () => [item('conversation', conversationId), item('promise', promise), item('ticket', ticket)]
const toNext: ShiftTarget = { kind: 'seat', id: 'next', name: 'Next' }
const handOver = (changes: Partial<SeatParams<'shift.make'>> = {}, by = giver) =>
  by.call('shift.make', { id: v7(), from: { id: 'giver', name: 'Giver', accountId: 'local' }, to: toNext, words: 'She is in a hurry', items: three(), name: 'Giver', ...changes })
const answer = (by: Seat, shiftId: string, items: readonly { id: string }[], state: 'accepted' | 'returned' = 'accepted', reason = '', id = v7()) =>
  by.call('shift.answer', { id, shiftId, items: items.map((one) => one.id), state, reason, name: 'Next' })
const refusal = async (asked: ReturnType<Seat['ask']>): Promise<string> => { const said = await asked; return said.ok ? 'ok' : said.error.code }

/** The log's last word on a thing, as a new desk gets it. */
async function told<T extends ReceivedChange['type']>(type: T, of: (change: Extract<ReceivedChange, { type: T }>) => boolean): Promise<Extract<ReceivedChange, { type: T }> | undefined> {
  const { changes } = await stranger.call('snapshot', { page: null })
  return changes.find((change): change is Extract<ReceivedChange, { type: T }> => change.type === type && of(change as Extract<ReceivedChange, { type: T }>))
}
const routing = async (): Promise<Routing | undefined> => (await told('routing', (one) => one.routing.conversationId === conversationId))?.routing
const followUp = async (): Promise<FollowUp | undefined> => (await told('follow-up', (one) => one.followUp.id === promise))?.followUp
const owners = async () => [(await routing())?.to?.id, (await followUp())?.owner.id, (await told('ticket', (one) => one.ticket.id === ticket))?.ticket.owner?.id]

test('HO-1 nothing moves before somebody accepts by name; then conversation with its note, promise and ticket move in one go, and the same wish again does nothing more (work that is nobody’s between two shifts)', async () => {
  await giver.call('lease', { conversationId, want: true })
  const { shift } = await handOver()
  expect(await owners()).toEqual(['giver', 'giver', 'giver'])
  const id = v7()
  const first = await answer(next, shift.id, shift.items, 'accepted', '', id)
  expect(first.shift.items.map(({ state, by }) => [state, by?.id])).toEqual([['accepted', 'next'], ['accepted', 'next'], ['accepted', 'next']])
  expect(await owners()).toEqual(['next', 'next', 'next'])
  expect((await followUp())?.revision).toBe(2)
  expect((await told('note', (one) => one.note.id === shift.items[0]?.id))?.note).toMatchObject({ text: 'about conversation', author: { id: 'giver' } })
  expect(await next.call('lease', { conversationId, want: true })).toMatchObject({ granted: true })
  const again = await answer(next, shift.id, shift.items, 'accepted', '', id)
  expect([again.n, again.shift.revision]).toEqual([first.n, first.shift.revision])
})

test('HO-2 each thing is accepted for itself; what is left with a reason, kept, or not answered stays with the giver and says so', async () => {
  const { shift } = await handOver()
  const [talk, promised, task] = shift.items
  if (!talk || !promised || !task) throw new Error('three things were handed over')
  await answer(next, shift.id, [talk])
  const { shift: left } = await answer(next, shift.id, [promised], 'returned', 'you know her')
  expect(left.items.map(({ state, reason }) => [state, reason])).toEqual([['accepted', ''], ['returned', 'you know her'], ['waiting', '']])
  expect(await owners()).toEqual(['next', 'giver', 'giver'])
  const { shift: kept } = await giver.call('shift.withdraw', { id: v7(), shiftId: shift.id, name: 'Giver' })
  expect(kept.items.map(({ state }) => state)).toEqual(['accepted', 'returned', 'withdrawn'])
  // Answered before: a later word changes nothing of it.
  const late = await answer(next, shift.id, shift.items)
  expect(late.shift.items.map(({ state }) => state)).toEqual(['accepted', 'returned', 'withdrawn'])
  expect(await owners()).toEqual(['next', 'giver', 'giver'])
  expect(await refusal(giver.ask('shift.withdraw', { id: v7(), shiftId: shift.id, name: 'Giver' }))).toBe('no-longer')
})

test('HO-3 a restart of the gateway between giving and accepting loses nothing, and an acceptance that was cut is done once (a shift that ends with a crash)', async () => {
  const made = { id: v7(), items: three() }
  const { shift } = await handOver(made)
  await site.restart()
  await connectAll()
  expect((await handOver(made)).shift.id).toBe(shift.id)
  const id = v7()
  await answer(next, shift.id, shift.items, 'accepted', '', id)
  await site.restart()
  await connectAll()
  expect((await answer(next, shift.id, shift.items, 'accepted', '', id)).shift.revision).toBe(2)
  expect(await owners()).toEqual(['next', 'next', 'next'])
})

test('HO-4 what was resolved, kept or taken by somebody else meanwhile is gone, not taken away from them; the rest moves', async () => {
  const { shift } = await handOver()
  await stranger.call('routing.takeOver', { id: v7(), conversationId, name: 'Boss', reason: 'angry' })
  await giver.call('changeFollowUp', { id: v7(), conversationId, followUpId: promise, change: { state: 'done' }, name: 'Giver' })
  const { shift: now } = await answer(next, shift.id, shift.items)
  expect(now.items.map(({ state }) => state)).toEqual(['gone', 'gone', 'accepted'])
  expect(await owners()).toEqual(['stranger', 'giver', 'next'])
})

test('HO-5 only whom it is for may accept, or a supervisor; an agent hands over for nobody else; each step is on the record (work that is pushed onto somebody)', async () => {
  const { seat: lin, accountId } = await joins('Agent Lin', 'lin', 'night')
  const { shift } = await handOver()
  expect(await refusal(lin.ask('shift.answer', { id: v7(), shiftId: shift.id, items: [shift.items[0]?.id], state: 'accepted', reason: '', name: 'Lin' }))).toBe('not-for-you')
  expect(await refusal(giver.ask('shift.answer', { id: v7(), shiftId: shift.id, items: [shift.items[0]?.id], state: 'accepted', reason: '', name: 'Giver' }))).toBe('not-for-you')
  expect(await refusal(lin.ask('shift.make', { id: v7(), from: { id: 'giver', name: 'Giver', accountId: 'local' }, to: { kind: 'queue', id: '', name: '' }, words: '', items: three(), name: 'Lin' }))).toBe('not-permitted')
  expect(await owners()).toEqual(['giver', 'giver', 'giver'])
  // A supervisor for somebody, to a team: whoever is of it takes it, under their own name and account.
  const team = await handOver({ to: { kind: 'team', id: 'night', name: 'night' } }, stranger)
  expect(team.shift.by.id).toBe('stranger')
  const { shift: taken } = await answer(lin, team.shift.id, team.shift.items)
  expect(taken.items.map(({ by }) => by?.name)).toEqual(['Agent Lin', 'Agent Lin', 'Agent Lin'])
  expect(await owners()).toEqual(['lin', 'lin', accountId])
  const { entries } = await giver.call('audit.page', { before: null, limit: 20, accountId: null, what: 'shift.answer' })
  expect(entries[0]).toMatchObject({ accountId: accountId, ref: { shiftId: team.shift.id, state: 'accepted' } })
  lin.close()
})

test('RO-13 handed to a team it is offered to somebody of that team who is here, and to nobody else; nobody there, it waits and says so (a team that is only a word)', async () => {
  const text = `still there ${v7()}`
  await visitor.say(text)
  await giver.heard(text)
  await giver.call('routing.transfer', { id: v7(), conversationId, name: 'Giver', to: { kind: 'team', team: 'returns' }, note: { id: v7(), text: 'a return' } })
  const rounds = (holds: object) => eventually(async () => {
    site.clock.advance(2000)
    expect(await routing()).toMatchObject(holds)
  })
  await rounds({ state: 'queued', team: 'returns', why: expect.arrayContaining([{ code: 'nobody-in-team', value: 'returns' }]), transfer: { state: 'waiting', team: 'returns' } })
  const mo = await joins('Agent Mo', 'mo', 'returns')
  await rounds({ state: 'offered', to: { id: 'mo' } })
  const { routing: taken } = await mo.seat.call('routing.answer', { id: v7(), conversationId, name: 'Mo', accept: true, reason: '' })
  expect(taken).toMatchObject({ state: 'taken', to: { id: 'mo' }, transfer: { state: 'accepted' } })
  mo.seat.close()
})
