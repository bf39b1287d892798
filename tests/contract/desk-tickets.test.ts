import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { attention } from '../../src-engine/flows/attention.ts'
import { changeTicket, commentTicket, makeTicket } from '../../src-engine/flows/tickets/change-ticket.ts'
import { listTickets, ticketOwners, ticketsOf } from '../../src-engine/flows/tickets/read-tickets.ts'
import { suggestTicket } from '../../src-engine/flows/tickets/suggest-ticket.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { orderIn, speaks } from '../support/workflow-shop.ts'

let gateway: MemoryGateway
let desk: Desk
let other: Desk
let chat: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  other = openDesk(gateway, { seatId: 'other-desk' })
  await desk.connect()
  await other.connect()
  chat = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer: speaks('zh'), orders: [orderIn('shipped', gateway.now)] })
  gateway.customerWrites(chat, '我的物流到哪了')
  await both()
})
afterEach(() => {
  expect([...desk.errors, ...other.errors]).toEqual([])
  desk.kill()
  other.store.close()
})

async function both(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await desk.idle()
    await other.idle()
  }
}
const fields = () => {
  const { orderNo, ...rest } = suggestTicket(desk.engine, chat)
  return { orderNo, ...rest }
}
function make(change: Partial<ReturnType<typeof fields>> = {}): string {
  const id = v7()
  makeTicket(desk.engine, { ...fields(), ...change, id, conversationId: chat })
  return id
}

test('TK-2 what it says is filled in from the conversation: order, kind, the last words, this seat, a day (a ticket that nobody can finish)', () => {
  expect(fields()).toMatchObject({ title: expect.stringContaining('陈静'), kind: 'parcel', owner: { kind: 'seat', id: 'this-desk' }, state: 'open', priority: 'normal', orderNo: desk.store.shop.orders('c001')[0]?.no })
  expect(fields().summary).toMatch(/订单 \d+[^]*顾客：我的物流到哪了/)
})

test('TK-3 offline it is there at once and waits, with changes and comments in their order; the line brings all of it, once (a ticket that a cut eats)', async () => {
  desk.cut()
  const id = make({ title: '回电' })
  changeTicket(desk.engine, { ticketId: id, change: { priority: 'urgent' } })
  commentTicket(desk.engine, { id: v7(), ticketId: id, text: '顾客下午在家' })
  changeTicket(desk.engine, { ticketId: id, change: { state: 'waiting' } })
  const [before] = ticketsOf(desk.engine, chat)
  expect([before?.no, before?.waits, before?.priority, before?.state, before?.comments.length, listTickets(other.engine)]).toEqual([0, true, 'urgent', 'waiting', 1, []])
  await desk.connect()
  await both()
  for (const one of [desk, other]) expect(ticketsOf(one.engine, chat).map(({ no, waits, priority, state, title, comments, history }) => [no, waits, priority, state, title, comments.length, history.length])).toEqual([[1, false, 'urgent', 'waiting', '回电', 1, 2]])
})

test('TK-4 two who change at once both are heard: each field has the later word, and a desk’s own that is on its way is not undone on its screen (a change that flickers)', async () => {
  const id = make()
  await both()
  desk.cut()
  changeTicket(desk.engine, { ticketId: id, change: { priority: 'high' } })
  gateway.online = true
  changeTicket(other.engine, { ticketId: id, change: { title: '改过的标题' } })
  await other.idle()
  expect(ticketsOf(desk.engine, chat)[0]?.priority).toBe('high')
  await desk.connect()
  await both()
  for (const one of [desk, other]) expect(ticketsOf(one.engine, chat)[0]).toMatchObject({ priority: 'high', title: '改过的标题' })
})

test('TK-5 killed at any point and started again nothing is made twice or lost (a kill between the wish and the line)', async () => {
  gateway.fault = () => 'lost-answer'
  const id = make()
  commentTicket(desk.engine, { id: v7(), ticketId: id, text: '一次' })
  await desk.idle()
  const listener = gateway.onEvents
  const dir = desk.kill()
  gateway.onEvents = listener
  gateway.fault = () => 'none'
  desk = openDesk(gateway, { dir })
  await desk.connect()
  await both()
  expect(listTickets(desk.engine).map(({ no, comments }) => [no, comments.length])).toEqual([[1, 1]])
})

test('TK-6 overdue stands first, then by day, then what is done; own ones call before they are due, others’ and done ones never (an alarm for somebody else’s work)', async () => {
  const now = gateway.now
  const lead = desk.engine.promiseTerms.alarmMinutes * 60_000
  const [late, soon, far] = [make({ title: 'late', dueAt: now - 1 }), make({ title: 'soon', dueAt: now + lead / 2 }), make({ title: 'far', dueAt: now + 10 * lead })]
  await both()
  expect(listTickets(desk.engine).map(({ title }) => title)).toEqual(['late', 'soon', 'far'])
  const calls = (one: Desk) => attention(one.engine).waiting.filter(({ why }) => why === 'ticket').length
  expect([calls(desk), calls(other)]).toEqual([2, 0])
  changeTicket(desk.engine, { ticketId: late, change: { state: 'done' } })
  changeTicket(desk.engine, { ticketId: soon, change: { owner: ticketOwners(other.engine)[0] ?? null } })
  await both()
  expect([listTickets(desk.engine).map(({ title }) => title), calls(desk), calls(other)]).toEqual([['soon', 'far', 'late'], 0, 1])
  expect(listTickets(desk.engine).find(({ id }) => id === far)?.mine).toBe(true)
})

test('TK-7 done by a colleague tells whoever answers in that conversation, and the customer nothing (a customer who hears of our paperwork)', async () => {
  const id = make()
  await both()
  const before = gateway.thread(chat).length
  changeTicket(other.engine, { ticketId: id, change: { state: 'done' } })
  await both()
  expect(desk.patches.some((patch) => patch.kind === 'ticket-done' && patch.title === fields().title)).toBe(true)
  expect(other.patches.some((patch) => patch.kind === 'ticket-done')).toBe(false)
  expect(gateway.thread(chat)).toHaveLength(before)
})
