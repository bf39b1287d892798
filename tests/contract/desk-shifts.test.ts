import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerShift, handOverShift, withdrawShift } from '../../src-engine/flows/shifts/hand-over-shift.ts'
import { listShifts } from '../../src-engine/flows/shifts/read-shifts.ts'
import { surveyShift } from '../../src-engine/flows/shifts/survey.ts'
import { setStatus } from '../../src-engine/flows/set-status.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { makeTicket } from '../../src-engine/flows/tickets/change-ticket.ts'
import { suggestTicket } from '../../src-engine/flows/tickets/suggest-ticket.ts'
import { SHIFT_LINE_MAX, type ShiftTarget } from '../../src-shared/domain/shift.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

let gateway: MemoryGateway
let desk: Desk
let next: Desk
let chat: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  next = openDesk(gateway, { seatId: 'next-desk' })
  await desk.connect()
  await next.connect()
  chat = gateway.open('陈静')
  gateway.customerWrites(chat, '我的物流到哪了')
  await both()
  await writes('我明天给您回电话')
})
afterEach(() => {
  expect([...desk.errors, ...next.errors]).toEqual([])
  desk.kill()
  next.store.close()
})

async function both(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await desk.idle()
    await next.idle()
  }
}
async function writes(text: string): Promise<void> {
  const seen = gateway.thread(chat).findLast(({ author }) => author.kind === 'customer')?.seq ?? 0
  sendReply(desk.engine, { id: v7(), conversationId: chat, text, attachments: [], basedOnSeq: seen, draftId: null }, '小林')
  await both()
}
const HERE: ShiftTarget = { kind: 'queue', id: '', name: '' }
const survey = () => surveyShift(desk.engine, null)
const kinds = () => survey().items.map(({ kind }) => kind).sort()
async function handOver(): Promise<string> {
  const id = v7()
  await handOverShift(desk.engine, { id, seatId: 'this-desk', to: HERE, words: '顾客下午在家', refs: survey().items.map(({ ref }) => ref) })
  await both()
  return id
}

test('HO-6 the survey names what is open, promised and at risk, with one line and a time each; at risk stands first (a promise that nobody on the next shift knows of)', async () => {
  const dueAt = gateway.now - 1
  makeTicket(desk.engine, { ...suggestTicket(desk.engine, chat), id: v7(), conversationId: chat, dueAt })
  await both()
  gateway.customerWrites(chat, '太慢了!!!')
  await both()
  const { items } = survey()
  expect(kinds()).toEqual(['conversation', 'promise', 'ticket'])
  const of = (kind: string) => items.find((item) => item.kind === kind)
  expect(of('conversation')).toMatchObject({ ref: chat, title: '陈静', risks: expect.arrayContaining(['angry']), line: expect.stringContaining('太慢了') })
  expect(of('promise')).toMatchObject({ conversationId: chat, title: '陈静', line: expect.stringContaining('回电话'), dueAt: expect.any(Number), risks: [] })
  expect(of('ticket')).toMatchObject({ dueAt, risks: ['due'] })
  expect(items.at(-1)?.kind).toBe('promise')
  // What another has is not this desk's to give.
  expect(surveyShift(next.engine, 'next-desk').items).toEqual([])
})

test('HO-6 a long line is cut between letters, and what stands unsent goes with the note (half an emoji, a reply that nobody sends)', async () => {
  gateway.customerWrites(chat, '😤'.repeat(SHIFT_LINE_MAX))
  await both()
  desk.engine.store.unsent.set(chat, '我再催一下')
  const [talk] = survey().items.filter(({ kind }) => kind === 'conversation')
  expect(talk?.line.length).toBeLessThanOrEqual(SHIFT_LINE_MAX)
  expect(talk?.line).toMatch(/^(?:😤)+…$/u)
  expect(talk?.note).toContain('我再催一下')
})

test('HO-7 both desks see the same hand-over: the receiver is told, the giver keeps it until it is accepted, then hears who has it, and it has left the giver’s list', async () => {
  const id = await handOver()
  expect(next.patches.some((patch) => patch.kind === 'shift' && patch.what === 'offered')).toBe(true)
  expect([listShifts(desk.engine)[0]?.given, listShifts(desk.engine)[0]?.mine, listShifts(next.engine)[0]?.mine]).toEqual([true, false, true])
  expect(desk.store.followUps.openOf(chat).map(({ owner }) => owner.id)).toEqual(['this-desk'])
  // Offered already: not offered twice.
  expect(survey().items).toEqual([])
  await answerShift(next.engine, { id: v7(), shiftId: id, items: listShifts(next.engine)[0]?.items.map((item) => item.id) ?? [], state: 'accepted', reason: '' })
  await both()
  expect(desk.patches.some((patch) => patch.kind === 'shift' && patch.what === 'accepted')).toBe(true)
  for (const one of [desk, next]) expect(one.store.followUps.openOf(chat).map(({ owner }) => owner.id)).toEqual(['next-desk'])
  expect(listShifts(desk.engine)[0]?.items.map(({ state, by }) => [state, by?.id])).toEqual([['accepted', 'next-desk'], ['accepted', 'next-desk']])
  expect([kinds(), surveyShift(next.engine, null).items.map(({ kind }) => kind).sort()]).toEqual([[], ['conversation', 'promise']])
  expect(next.store.notes.of(chat).some(({ author }) => author.id === 'this-desk')).toBe(true)
})

test('HO-8 cut off while giving or accepting it says so and nothing is half done; the same wish after the cut is one hand-over (work that is lost with the line)', async () => {
  const id = v7()
  const wish = { id, seatId: 'this-desk', to: HERE, words: '', refs: survey().items.map(({ ref }) => ref) }
  gateway.fault = (call) => (call === 'shift.make' ? 'lost-answer' : 'none')
  await expect(handOverShift(desk.engine, wish)).rejects.toMatchObject({ code: 'offline' })
  gateway.fault = () => 'none'
  await both()
  expect(gateway.events.filter(({ change }) => change.type === 'shift')).toHaveLength(1)
  expect(listShifts(next.engine)).toHaveLength(1)
  next.cut()
  const items = listShifts(next.engine)[0]?.items.map((item) => item.id) ?? []
  await expect(answerShift(next.engine, { id: v7(), shiftId: id, items, state: 'accepted', reason: '' })).rejects.toMatchObject({ code: 'offline' })
  expect(listShifts(desk.engine)[0]?.items.every(({ state }) => state === 'waiting')).toBe(true)
})

test('HO-9 resolved meanwhile it is shown as settled before anybody accepts; what the giver keeps is theirs to hand over again', async () => {
  const id = await handOver()
  setStatus(desk.engine, chat, 'resolved', '小林')
  await both()
  const [shift] = listShifts(next.engine)
  expect(shift?.settled).toEqual(shift?.items.filter(({ kind }) => kind === 'conversation').map((item) => item.id))
  await withdrawShift(desk.engine, { id: v7(), shiftId: id })
  await both()
  expect(listShifts(next.engine)[0]?.items.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
  expect(kinds()).toEqual(['promise'])
})
