import type { Article } from '../../src-shared/domain/article.ts'
import type { Customer } from '../../src-shared/domain/customer.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import type { Product } from '../../src-shared/domain/product.ts'
import type { Db } from './db/open.ts'
import type { FinderStore } from './finder.ts'

/** The log's articles, and those that this desk learned (store/learned.ts). */
const GIVEN = 'SELECT id, body FROM article UNION ALL SELECT id, article AS body FROM learned WHERE article IS NOT NULL'
/** Own articles, and those given that no own one stands in for. */
const SERVING = `SELECT id, body FROM own_article WHERE removed = 0
  UNION ALL SELECT id, body FROM (${GIVEN}) WHERE id NOT IN (SELECT id FROM own_article WHERE removed = 0)`

/** The shop's own things as the gateway gave them: customers with orders, articles, products, policies. */
export function createShopStore(db: Db, finder: FinderStore) {
  const bodies = <T>(sql: string, ...values: string[]): T[] => db.all<{ body: string }>(sql, ...values).map((row) => JSON.parse(row.body) as T)
  const put = (table: 'article' | 'product' | 'policy' | 'customer', id: string, body: unknown): void => {
    db.run(`INSERT INTO ${table} (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`, id, JSON.stringify(body))
  }
  /** Few rows that every message asks for: parsed once, until one is put or a transaction is undone. */
  function kept<T extends { id: string }>(table: 'product' | 'policy') {
    let read: { rows: readonly T[]; undone: number } | null = null
    return {
      all(): readonly T[] {
        if (read?.undone !== db.undone) read = { rows: bodies<T>(`SELECT body FROM ${table} ORDER BY id`), undone: db.undone }
        return read.rows
      },
      put(body: T): void {
        read = null
        put(table, body.id, body)
      },
      forget(): void {
        read = null
      },
    }
  }
  const products = kept<Product>('product')
  const policies = kept<Policy>('policy')
  return {
    /** Replaces what was known of this customer, orders included. */
    putCustomer(customer: Customer, orders: readonly Order[]): void {
      put('customer', customer.id, customer)
      db.run('DELETE FROM shop_order WHERE customer_id = ?', customer.id)
      for (const order of orders) db.run('INSERT OR REPLACE INTO shop_order (no, customer_id, body) VALUES (?, ?, ?)', order.no, customer.id, JSON.stringify(order))
      finder.putCustomer(customer, orders)
    },
    /** Forgets a customer with all orders. */
    removeCustomer(id: string): void {
      db.run('DELETE FROM customer WHERE id = ?', id)
      db.run('DELETE FROM shop_order WHERE customer_id = ?', id)
      finder.removeCustomer(id)
    },
    customers: (): Customer[] => bodies<Customer>('SELECT body FROM customer'),
    customer(id: string): Customer | null {
      return bodies<Customer>('SELECT body FROM customer WHERE id = ?', id)[0] ?? null
    },
    /** Newest first. */
    orders(customerId: string): Order[] {
      return bodies<Order>('SELECT body FROM shop_order WHERE customer_id = ?', customerId).sort((a, b) => b.placedAt - a.placedAt)
    },
    order(no: string): Order | null {
      return bodies<Order>('SELECT body FROM shop_order WHERE no = ?', no)[0] ?? null
    },
    /** Orders for which money went back. */
    paidOrders: (): Order[] => bodies<Order>("SELECT body FROM shop_order WHERE json_array_length(body, '$.payouts') > 0 OR json_extract(body, '$.afterSale.status') = 'paid'"),
    putArticle: (article: Article): void => put('article', article.id, article),
    removeArticle(id: string): void {
      db.run('DELETE FROM article WHERE id = ?', id)
    },
    /** As it serves here: an own version comes before the gateway's. */
    article(id: string): Article | null {
      return bodies<Article>(`SELECT body FROM (${SERVING}) WHERE id = ?`, id)[0] ?? null
    },
    articles: (): Article[] => bodies<Article>(`SELECT body FROM (${SERVING}) ORDER BY id`),
    /** As it would serve without an own version. */
    gatewayArticle(id: string): Article | null {
      return bodies<Article>(`SELECT body FROM (${GIVEN}) WHERE id = ?`, id)[0] ?? null
    },
    putProduct: products.put, products: products.all,
    putPolicy: policies.put, policies: policies.all,
    /** The tables were emptied. */
    forget(): void {
      products.forget()
      policies.forget()
    },
  }
}
export type ShopStore = ReturnType<typeof createShopStore>
