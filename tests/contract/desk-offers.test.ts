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
