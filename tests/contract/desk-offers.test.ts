import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { attention } from '../../src-engine/flows/attention.ts'
import { listInbox } from '../../src-engine/flows/inbox.ts'
import type { Routing } from '../../src-shared/domain/routing.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

let gateway: MemoryGateway
let desk: Desk
let chat: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  await desk.connect()
  chat = gateway.open('陈静')
  gateway.customerWrites(chat, '在吗')
  await desk.idle()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

async function routed(state: Routing['state'], to: string | null, until: number | null): Promise<void> {
  gateway.publish({ type: 'routing', routing: { conversationId: chat, state, to: to === null ? null : { id: to, name: to }, team: null, why: [], at: gateway.now, until, passed: [], understood: null, transfer: null, takeOver: null } })
  await desk.idle()
}
const row = () => listInbox(desk.engine).find(({ id }) => id === chat)
const why = () => attention(desk.engine).waiting.map((one) => one.why)
const told = () => desk.patches.flatMap((patch) => (patch.kind === 'row' && patch.row.id === chat ? [patch.row.offer ?? null] : [])).at(-1)

test('RO-14 what is offered to this desk stands in its line until then, and is told; taken, run out or another’s it is gone (an offer that nobody saw)', async () => {
  const until = gateway.now + 45_000
  await routed('offered', 'this-desk', until)
  expect([row()?.offer, told(), why()]).toEqual([{ until }, { until }, ['offer', 'waits']])
  await routed('offered', 'other-desk', until)
  expect([row()?.offer ?? null, told(), why()]).toEqual([null, null, ['waits']])
  await routed('offered', 'this-desk', until)
  await routed('queued', null, null)
  expect([row()?.offer ?? null, told(), why()]).toEqual([null, null, ['waits']])
  await routed('offered', 'this-desk', until)
  await routed('taken', 'this-desk', null)
  expect([row()?.offer ?? null, told()]).toEqual([null, null])
})

const handOvers = () => attention(desk.engine).waiting.flatMap(({ conversationId, name, why: reason, handOver }) => (handOver ? [{ conversationId, name, why: reason, handOver }] : []))
const base = (): Routing => ({ conversationId: chat, state: 'offered', to: { id: 'this-desk', name: 'me' }, team: null, why: [{ code: 'skill', value: 'refund' }], at: gateway.now, until: gateway.now + 45_000, passed: [], understood: null, transfer: null, takeOver: null })
async function log(routing: Routing): Promise<void> {
  gateway.publish({ type: 'routing', routing })
  await desk.idle()
}

test('RO-24 the shell hears of an offer with its reason, of a transfer and of a take-over with who did it, and of none that is another’s, settled or old; never a word (a customer handed to somebody who looks elsewhere)', async () => {
  const other = { id: 'other-desk', name: '小林' }
  const until = gateway.now + 45_000
  await log(base())
  expect(handOvers()).toEqual([{ conversationId: chat, name: '陈静', why: 'offer', handOver: { id: `${until}`, by: '', reason: 'skill' } }])
  const transfer = { id: v7(), from: other, to: { id: 'this-desk', name: 'me' }, team: null, noteId: v7(), state: 'waiting' as const, reason: '', at: gateway.now }
  await log({ ...base(), transfer })
  expect(handOvers()).toMatchObject([{ why: 'transfer', handOver: { id: transfer.id, by: '小林', reason: null } }])
  await log({ ...base(), to: other, transfer: { ...transfer, to: other } })
  expect(handOvers()).toEqual([])
  const takeOver = { id: v7(), from: { id: 'this-desk', name: 'me' }, by: other, reason: '他骂人了', at: gateway.now }
  await log({ ...base(), state: 'taken', to: other, until: null, takeOver })
  expect(handOvers()).toMatchObject([{ why: 'taken-over', handOver: { id: takeOver.id, by: '小林' } }])
  expect(JSON.stringify(attention(desk.engine))).not.toMatch(/骂人|在吗/)
  await log({ ...base(), state: 'taken', to: other, until: null, takeOver: { ...takeOver, from: other } })
  expect(handOvers()).toEqual([])
  await log({ ...base(), state: 'taken', to: other, until: null, takeOver: { ...takeOver, at: gateway.now - 5 * 60_000 } })
  expect(handOvers()).toEqual([])
})

test('RO-24 a hand-over of a shift is told until it is settled, to whom it is for', async () => {
  const item = { id: v7(), kind: 'conversation' as const, ref: chat, conversationId: chat, title: '陈静', line: '在吗', note: '', dueAt: null, risks: [], state: 'waiting' as const, by: null, at: null, reason: '' }
  const shift = { id: v7(), from: { id: 'other-desk', name: '小林', accountId: 'local' }, by: { id: 'other-desk', name: '小林' }, to: { kind: 'seat' as const, id: 'this-desk', name: 'me' }, words: '', at: gateway.now, items: [item], revision: 1 }
  const told = async (change: Partial<typeof shift>) => {
    gateway.publish({ type: 'shift', shift: { ...shift, ...change } })
    await desk.idle()
    return handOvers()
  }
  expect(await told({})).toEqual([{ conversationId: chat, name: '陈静', why: 'shift', handOver: { id: shift.id, by: '小林', reason: null } }])
  expect(await told({ to: { kind: 'seat', id: 'third-desk', name: 'x' }, revision: 2 })).toEqual([])
  expect(await told({ revision: 3 })).toHaveLength(1)
  expect(await told({ items: [{ ...item, state: 'accepted' as never }], revision: 4 })).toEqual([])
})
