import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import { performAction } from '../../src-engine/flows/perform-action.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway, type Fault } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

const ORDER = orderOnItsWay(0).no
const compensate: CommerceAction = { kind: 'compensate', orderNo: ORDER, amount: { amount: 500, currency: 'CNY' }, reason: 'late' }

/** Store calls on the way from the wish to its settlement: a kill before any of them must lose nothing and do nothing twice. */
const STEPS = ['ask', 'settle', 'remove', 'all'] as const

function dieAt(desk: Desk, step: (typeof STEPS)[number]): void {
  const store = step === 'ask' || step === 'settle' ? desk.store.effects : desk.store.commands
  const methods = store as unknown as Record<string, () => unknown>
  methods[step] = () => { throw new Error(`killed before ${step}`) }
}

test.each(STEPS.flatMap((step) => (['none', 'cut-before', 'lost-answer'] as const).map((fault) => [step, fault] as const)))(
  'CM-10 killed before "%s" with the line %s: the next start does what was taken up, exactly once (money that is paid twice, or a wish that is lost)', async (step, fault) => {
    const gateway = new MemoryGateway()
    let desk = openDesk(gateway)
    await desk.connect()
    const chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
    gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
    await desk.idle()
    const id = v7()
    const wish = { id, conversationId: chen, caseId: null, runId: null, action: compensate, by: { kind: 'agent' as const, name: '小林' } }
    let first: Fault | null = fault
    gateway.fault = () => {
      const now = first ?? 'none'
      first = null
      return now
    }
    dieAt(desk, step)
    let takenUp = true
    try {
      performAction(desk.engine, wish)
    } catch {
      takenUp = false
    }
    await desk.idle()
    const dir = desk.kill()
    gateway.fault = () => 'none'
    desk = openDesk(gateway, { dir })
    await desk.connect()
    await desk.pass(5_000)
    // Whoever asked does so again when they do not know: the same id.
    performAction(desk.engine, wish)
    await desk.pass(5_000)
    expect(gateway.effects.all.size).toBe(1)
    expect(gateway.customers.get('c001')?.orders[0]?.payouts).toHaveLength(1)
    expect(desk.store.effects.get(id)?.outcome.state).toBe('done')
    expect(desk.store.commands.all()).toEqual([])
    expect(takenUp).toBe(step !== 'ask')
    desk.kill()
  },
)
