import { resolve } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beyondCeilings } from '../../src-shared/domain/policy-ceilings.ts'
import { checkPolicy } from '../../src-shared/domain/policy-check.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { loadDefaultPolicy } from '../../src-gateway/shop/load-shop.ts'
import { openSite, type Site } from './gateway-harness.ts'

let site: Site
let shipped: Policy
beforeEach(async () => {
  site = await openSite()
  shipped = await loadDefaultPolicy(resolve('resources'))
})
afterEach(() => site.remove())

const ours = (): Policy => ({ ...shipped, id: 'ours' })
const put = async (basedOn: number, policy: unknown, id = v7()) => (await site.seat()).call('policy.put', { id, basedOn, policy: policy as Record<string, unknown>, name: '李主管' })

test('PO-8 a policy is one new version per request id, holds at once for all seats, and stands in the history with who put it (a limit that nobody can say came from whom)', async () => {
  const request = v7()
  const first = await put(0, ours(), request)
  expect(first).toMatchObject({ status: 'put', policy: { id: 'ours', version: 1 } })
  expect(await put(0, ours(), request)).toEqual(first)
  const paused = { ...ours(), intents: {} }
  expect(await put(1, paused)).toMatchObject({ status: 'put', policy: { version: 2, intents: {} } })
  const seat = await site.seat()
  const { versions } = await seat.call('policy.history', { policyId: 'ours' })
  expect(versions.map(({ policy, name, at }) => [policy.version, Object.keys(policy.intents).length > 0, name, at])).toEqual([[2, false, '李主管', site.clock.now()], [1, true, '李主管', site.clock.now()]])
  const { changes } = await seat.call('snapshot', { page: null })
  expect(changes.flatMap((change) => (change.type === 'policy' && change.policy.id === 'ours' ? [change.policy.version] : []))).toEqual([2])
  expect((await seat.call('policy.history', { policyId: 'our' })).versions).toEqual([])
})

test('PO-8 the version that the shop came with stays in the history (a first change that cannot be taken back)', async () => {
  const head = (await (await site.seat()).call('snapshot', { page: null })).changes.flatMap((change) => (change.type === 'policy' ? [change.policy] : []))[0]
  const id = head?.id ?? ''
  expect(await put(head?.version ?? 0, { ...shipped, id })).toMatchObject({ status: 'put', policy: { version: 2 } })
  const { versions } = await (await site.seat()).call('policy.history', { policyId: id })
  expect(versions.map(({ policy, by }) => [policy.version, by === 'gateway'])).toEqual([[2, false], [1, true]])
})

test('PO-9 of two supervisors who changed the same version the second hears of the first, and nothing of the first is lost', async () => {
  await put(0, ours())
  await put(1, { ...ours(), intents: {} })
  expect(await put(1, ours())).toMatchObject({ status: 'conflict', policy: { version: 2, intents: {} } })
  expect(await put(0, { ...ours(), id: 'other' })).toMatchObject({ status: 'put' })
  expect(await put(3, { ...ours(), id: 'none' })).toEqual({ status: 'conflict', policy: null })
})

test('PO-10 a policy that goes beyond the ceilings or is misspelt is refused with its field, and nothing is written (a supervisor, or a seat that is not ours, who lets autopilot pay without caps)', async () => {
  const refund = shipped.actions?.['refund']
  const wrong: Array<[unknown, string]> = [
    [{ ...ours(), actions: { refund: { ...refund, level: 'act', caps: undefined } } }, 'actions.refund.caps'],
    [{ ...ours(), actions: { refund: { ...refund, level: 'act', caps: { currency: 'CNY', perCase: { amount: 100 }, perCustomerDay: { count: 1 }, perShopDay: { amount: 100 } } } } }, 'actions.refund.caps'],
    [{ ...ours(), actions: { refund: { ...refund, identity: 'none' } } }, 'actions.refund.identity'],
    [{ ...ours(), actions: { refnud: refund } }, 'actions.refnud'],
    [{ ...ours(), intents: { refund_only: { ...shipped.intents['where_is_order'], level: 'act' } } }, 'intents.refund_only.level'],
    [{ ...ours(), intents: { where_is_order: { ...shipped.intents['where_is_order'], maxEmotionLevel: 3 } } }, 'intents.where_is_order.maxEmotionLevel'],
    [{ ...ours(), intents: { where_is_order: { ...shipped.intents['where_is_order'], maxEmotion: 1 } } }, 'intents.where_is_order.maxEmotion'],
    [{ ...ours(), records: 'tau-retail' }, 'records'],
  ]
  for (const [policy, field] of wrong) {
    const checked = checkPolicy(policy)
    const problems = 'problems' in checked ? checked.problems : beyondCeilings(checked.policy)
    expect(problems.map((one) => one.field)).toContain(field)
    await expect(put(0, policy)).rejects.toThrow('policy-refused')
  }
  expect(await put(0, ours())).toMatchObject({ status: 'put', policy: { version: 1 } })
})
