import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSite, ORDER, OTHER_ORDER, type Site } from './gateway-harness.ts'

let site: Site
beforeEach(async () => { site = await openSite() })
afterEach(() => site.remove())

test('CM-1 over the wire, and over a restart of the gateway, one id is one effect; the customer\'s page hears nothing of it (a compensation that is paid at every reconnect)', async () => {
  const customer = await site.visitor()
  await customer.say('hello')
  await customer.call('verify', { orderNo: ORDER.no, phoneLast4: ORDER.last4 })
  let seat = await site.seat()
  await seat.call('live', {})
  const log = async () => (await seat.call('pull', { after: 0, limit: 1000 })).events.map(({ change }) => change)
  const conversation = (await log()).find((change) => change.type === 'conversation')
  if (conversation?.type !== 'conversation') throw new Error('no conversation')
  const wish = {
    id: v7(), conversationId: conversation.conversation.id, caseId: null, runId: null, by: { kind: 'agent' as const, name: 'Amy' }, expects: { status: 'shipped' as const },
    action: { kind: 'compensate' as const, orderNo: ORDER.no, amount: { amount: 500, currency: 'CNY' as const }, reason: 'late' },
  }
  const first = await seat.call('perform', wish)
  expect(first.effect.outcome).toMatchObject({ state: 'done' })
  await site.restart()
  seat = await site.seat()
  expect((await seat.call('perform', wish)).effect).toEqual(first.effect)
  const after = await log()
  expect(after.filter((change) => change.type === 'effect')).toHaveLength(1)
  expect(after.flatMap((change) => (change.type === 'customer' ? change.orders.map(({ payouts }) => payouts?.length ?? 0) : []))).toEqual([0, 1])
  const other = await seat.call('perform', { ...wish, id: v7(), action: { ...wish.action, orderNo: OTHER_ORDER.no } })
  expect(other.effect.outcome).toEqual({ state: 'refused', reason: 'identity', detail: 'other-order' })
  expect(await seat.ask('perform', { ...wish, id: v7(), action: { ...wish.action, amount: { amount: 1.5, currency: 'CNY' } } })).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  expect(customer.messages.map(({ text }) => text)).toEqual(['hello'])
})
