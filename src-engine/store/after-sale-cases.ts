import { isOver, type AfterSaleCase } from '../../src-shared/domain/case.ts'
import type { CaseWish } from '../../src-shared/domain/case-wish.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Db } from './db/open.ts'

/** After-sale cases, and what this desk wishes to do in them. Times are milliseconds of the gateway's clock. */
export function createAfterSaleStore(db: Db) {
  const cases = (sql: string, ...values: (string | number)[]): AfterSaleCase[] => db.all<{ body: string }>(sql, ...values).map(({ body }) => JSON.parse(body) as AfterSaleCase)
  const wishes = (sql: string, ...values: (string | number)[]): CaseWish[] => db.all<{ body: string }>(sql, ...values).map(({ body }) => JSON.parse(body) as CaseWish)
  return {
    /** Keeps the later of what is known and what is told. @returns was it new here? */
    put(one: AfterSaleCase): boolean {
      const known = this.get(one.id)
      if (known && known.revision >= one.revision) return false
      db.run(
        `INSERT INTO after_sale_case (id, order_no, customer_id, over, updated_at, body) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET over = excluded.over, updated_at = excluded.updated_at, body = excluded.body`,
        one.id, one.orderNo, one.customerId, isOver(one) ? 1 : 0, one.history.at(-1)?.at ?? one.openedAt, JSON.stringify(one))
      return true
    },
    get(id: string): AfterSaleCase | null {
      return cases('SELECT body FROM after_sale_case WHERE id = ?', id)[0] ?? null
    },
    /** Of an order. */
    ofOrder: ({ no, customerId }: Pick<Order, 'no' | 'customerId'>): AfterSaleCase[] => cases('SELECT body FROM after_sale_case WHERE customer_id = ? AND order_no = ?', customerId, no),
    openOf: (customerId: string): AfterSaleCase[] => cases('SELECT body FROM after_sale_case WHERE customer_id = ? AND over = 0', customerId),
    open: (): AfterSaleCase[] => cases('SELECT body FROM after_sale_case WHERE over = 0'),
    /** Newest first. */
    over: (limit: number): AfterSaleCase[] => cases('SELECT body FROM after_sale_case WHERE over = 1 ORDER BY updated_at DESC, id LIMIT ?', limit),
    saveWish(wish: CaseWish): void {
      db.run(
        `INSERT INTO case_wish (id, case_id, state, send_at, asked_at, body) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body`,
        wish.id, wish.caseId, wish.state, wish.sendAt, wish.askedAt, JSON.stringify(wish))
    },
    wish(id: string): CaseWish | null {
      return wishes('SELECT body FROM case_wish WHERE id = ?', id)[0] ?? null
    },
    /** The newest of a case. */
    lastWish(caseId: string): CaseWish | null {
      return wishes('SELECT body FROM case_wish WHERE case_id = ? ORDER BY asked_at DESC, id DESC LIMIT 1', caseId)[0] ?? null
    },
    /** Those that are not over, by case. */
    waiting(): Map<string, CaseWish> {
      return new Map(wishes("SELECT body FROM case_wish WHERE state IN ('undo', 'sending') ORDER BY send_at, id").map((wish) => [wish.caseId, wish]))
    },
    /** Did autopilot take up this state of the case before? */
    tried(caseId: string, revision: number): boolean {
      return wishes('SELECT body FROM case_wish WHERE case_id = ?', caseId).some((wish) => wish.by.kind === 'autopilot' && wish.revision === revision)
    },
    /** Forgets what the log told; wishes that wait stay. */
    forgetLog(): void {
      db.run('DELETE FROM after_sale_case')
    },
  }
}
export type AfterSaleStore = ReturnType<typeof createAfterSaleStore>
