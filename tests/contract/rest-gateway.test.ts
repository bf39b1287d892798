import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { REST_API, REST_MAPPING, RestShopServer } from '../support/rest-shop-server.ts'
import { eventually, openSite, type Seat, type Site } from './gateway-harness.ts'

let site: Site
let server: RestShopServer
let seat: Seat
beforeEach(async () => {
  site = await openSite()
  server = new RestShopServer()
  // The gateway's own clock stands in 2023.
  server.changedAt = Date.parse('2023-11-12T08:00:00Z')
  seat = await site.seat()
  await seat.call('live', {})
})
afterEach(async () => {
  await site.remove()
  await server.close()
})

const order = () => seat.events.flatMap(({ change }) => (change.type === 'customer' ? change.orders : [])).findLast(({ no }) => no === 'R-1')

test('CM-19 a shop behind any REST API is set up over the wire, its orders come to the desks, and what is done to them is done there once, also when the answer was lost (an adapter that nobody can connect)', async () => {
  const id = v7()
  const values = { api: JSON.stringify(REST_API), mapping: JSON.stringify(REST_MAPPING), base: await server.open(), header: 'authorization', credential: 'Bearer s3cret' }
  expect(await seat.call('shops.test', { id: null, kind: 'rest', values })).toEqual({ trouble: null })
  await seat.call('shops.put', { id, kind: 'rest', name: 'Our own', enabled: true, values })
  await eventually(() => expect(order()).toMatchObject({ status: 'paid', customerId: `${id}:b1` }))
  expect(JSON.stringify((await seat.call('shops.list', {})).shops)).not.toContain('s3cret')
  const visitor = await site.visitor()
  await visitor.say('where is it?')
  await eventually(() => expect(order()).toBeDefined())
  expect(await visitor.call('verify', { orderNo: 'R-1', phoneLast4: '0123' })).toMatchObject({ verified: true })
  const conversation = () => seat.events.flatMap(({ change }) => (change.type === 'conversation' ? [change.conversation] : [])).findLast(({ customerId }) => customerId === `${id}:b1`)
  await eventually(() => expect(conversation()).toBeDefined())
  const conversationId = conversation()?.id ?? ''
  server.troubles.push('lost')
  const now = order()
  const request = { id: v7(), conversationId, caseId: null, runId: null, action: { kind: 'refund' as const, orderNo: 'R-1', mode: 'partial' as const, amount: { amount: 1_990, currency: 'EUR' as const }, reason: 'late' }, by: { kind: 'agent' as const, name: 'Amy' }, expects: { status: 'paid' as const, revision: now?.revision ?? 0 } }
  await eventually(async () => expect(await seat.call('perform', request)).toMatchObject({ effect: { outcome: { state: 'done', reference: 'RF-4' } } }))
  expect(server.order.back).toBe(19.9)
})
