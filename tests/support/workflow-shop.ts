import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { Customer } from '../../src-shared/domain/customer.ts'
import type { Effect } from '../../src-shared/domain/effect.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Decision } from '../../src-shared/domain/policy.ts'
import type { Product } from '../../src-shared/domain/product.ts'
import type { Effects } from '../../src-engine/flows/workflows/ports.ts'
import { customer, orderOnItsWay } from './shop.ts'

const DAY = 24 * 3_600_000
const CNY = (yuan: number): Order['total'] => ({ amount: yuan * 100, currency: 'CNY' })

export const lamp: Product = { id: 'p05', title: { zh: '晨读台灯', en: 'Dawnread desk lamp' }, category: 'home', price: CNY(159), specs: [], variants: [{ zh: '云白', en: 'Cloud white' }, { zh: '松绿', en: 'Pine green' }], warrantyMonths: 12 }
export const fan: Product = { id: 'p06', title: { zh: '微风桌面风扇', en: 'Breeze desk fan' }, category: 'home', price: CNY(99), specs: [], variants: [{ zh: '奶白', en: 'Milk white' }, { zh: '雾霾蓝', en: 'Dusty blue' }], warrantyMonths: 12 }

const item = (product: Product, yuan: number): Order['items'][number] => ({ productId: product.id, title: product.title, variant: product.variants[0] ?? { zh: '', en: '' }, quantity: 1, price: CNY(yuan) })

/** An order of hers in one of the states that a workflow meets. */
export function orderIn(status: Order['status'], now: number, over: Partial<Order> = {}): Order {
  const isSent = status !== 'paid' && status !== 'unpaid'
  const base = orderOnItsWay(now)
  return {
    ...base, no: '2188340610072265', status, items: [item(lamp, 169)], total: CNY(169), shippedAt: isSent ? base.shippedAt : null,
    deliveredAt: status === 'delivered' ? now - 2 * DAY : null, logistics: isSent ? base.logistics : null, ...over,
  }
}

/** A second order of hers, of a fan. */
export const fanOrder = (status: Order['status'], now: number): Order => orderIn(status, now, { no: '2188340610079999', items: [item(fan, 99)], total: CNY(99), placedAt: now - 5 * DAY })

export const speaks = (language: 'zh' | 'en'): Customer => ({ ...customer, language })

/** The way to the shop in memory: it lives outside the engine and does each id once, as the gateway does. */
export class MemoryEffects implements Effects {
  readonly asked = new Map<string, CommerceAction>()
  readonly #outcomes = new Map<string, Effect['outcome']>()
  /** How often it was asked for anything. */
  calls = 0
  refuse: Extract<Effect['outcome'], { state: 'refused' }>['reason'] | null = null
  /** Answers are kept back until `settle`. */
  slow = false

  perform({ id, action }: Parameters<Effects['perform']>[0]): void {
    this.calls += 1
    if (this.asked.has(id)) return
    this.asked.set(id, action)
    if (!this.slow) this.settle()
  }
  settle(): void {
    for (const id of this.asked.keys()) {
      if (!this.#outcomes.has(id)) this.#outcomes.set(id, this.refuse ? { state: 'refused', reason: this.refuse, detail: '' } : { state: 'done', reference: `R${this.#outcomes.size + 1}` })
    }
  }
  outcome(id: string): Effect['outcome'] | null {
    return this.#outcomes.get(id) ?? null
  }
  get done(): CommerceAction[] {
    return [...this.asked.values()]
  }
}

export const always = (decision: Decision['decision']) => (): Decision => ({ decision, rules: [`test:${decision}`], wouldNeed: [] })
