import { isRefusal } from '../../src-shared/domain/after-sales/apply.ts'
import type { AfterSaleCase } from '../../src-shared/domain/case.ts'
import { caseAfter, orderAfter, planAct } from '../../src-shared/domain/cases/plan.ts'
import { isStale } from '../../src-shared/domain/commerce-port.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { Change } from '../../src-shared/wire/protocol.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import type { MemoryEffects } from './memory-effects.ts'
import type { Customer } from '../../src-shared/domain/customer.ts'
import type { Order } from '../../src-shared/domain/order.ts'

type Customers = ReadonlyMap<string, { customer: Customer; orders: Order[] }>

/** The gateway's rules for steps in cases, in memory; the real one has its own suite. */
export class MemoryCases {
  readonly all = new Map<string, AfterSaleCase>()
  /** Calls that came, repeated ones included. */
  readonly calls: SeatParams<'case.act'>[] = []

  constructor(private readonly publish: (change: Change) => void, private readonly effects: () => MemoryEffects, private readonly customers: () => Customers) {}

  put(one: AfterSaleCase): void {
    this.all.set(one.id, one)
    this.publish({ type: 'case', case: one })
  }

  act(p: SeatParams<'case.act'>, seatId: string, now: number): Omit<SeatResult<'case.act'>, 'n'> {
    this.calls.push(p)
    const one = this.all.get(p.caseId)
    if (!one) throw new AppError({ code: 'not-found', retryable: false, say: { zh: '没有', en: 'none' } })
    if (one.history.some(({ id }) => id === p.id)) return { case: one, outcome: { state: 'done' } }
    const order = this.#order(one.orderNo)
    if (one.revision !== p.revision || !order || isStale(p.expects, order)) return { case: one, outcome: { state: 'refused', reason: 'stale', detail: '' } }
    const planned = planAct(one, p.act, order)
    if (isRefusal(planned)) return { case: one, outcome: { state: 'refused', ...planned } }
    if (planned.action) {
      const { outcome } = this.effects().perform({ id: p.id, conversationId: null, caseId: one.id, runId: p.runId, action: planned.action, by: p.by, expects: p.expects }, seatId, now)
      if (outcome.state === 'refused') return { case: one, outcome }
    }
    const moved = orderAfter(planned.step, one.kind, this.#order(one.orderNo) ?? order)
    const known = this.customers().get(one.customerId)
    if (moved && known) this.publish({ type: 'customer', customer: known.customer, orders: known.orders.map((other) => (other.no === moved.no ? moved : other)) })
    const after = caseAfter(one, planned, { id: p.id, at: now, by: p.by, due: null })
    this.put(after)
    return { case: after, outcome: { state: 'done' } }
  }

  #order(no: string): Order | undefined {
    return [...this.customers().values()].flatMap(({ orders }) => orders).find((order) => order.no === no)
  }
}
