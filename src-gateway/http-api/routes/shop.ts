import { z } from 'zod'
import type { Article } from '../../../src-shared/domain/article.ts'
import { Next, pageOf, Paging, placeOf } from '../page.ts'
import { ApiProblem } from '../problem.ts'
import { reading, type Route } from '../route.ts'
import { ArticleView, CustomerView, OrderView } from '../views.ts'

const Nothing = z.strictObject({})

/** Customers and orders are found by what one knows of them already, never leafed through. */
export const SHOP_ROUTES: readonly Route[] = [
  reading({
    id: 'findCustomer', path: '/customers', scope: 'customers:read', summary: 'The customer with this phone number', params: Nothing, query: z.strictObject({ phone: z.string().min(3).max(30) }),
    result: z.object({ customers: z.array(CustomerView) }),
    async read(tx, { query: { phone } }) {
      const customer = await tx.customerByPhone(phone)
      return { customers: customer === null ? [] : [customer] }
    },
  }),
  reading({
    id: 'getCustomer', path: '/customers/{customerId}', scope: 'customers:read', summary: 'A customer with the orders that the gateway knows', params: z.strictObject({ customerId: z.string().min(1).max(64) }), query: Nothing,
    result: z.object({ customer: CustomerView, orders: z.array(OrderView).describe('Newest first.') }),
    async read(tx, { params: { customerId } }) {
      const customer = await tx.customer(customerId)
      if (customer === null) throw new ApiProblem('no-such-thing')
      return { customer, orders: await tx.ordersOf(customerId) }
    },
  }),
  reading({
    id: 'getOrder', path: '/orders/{orderNo}', scope: 'customers:read', summary: 'An order as the gateway knows it', params: z.strictObject({ orderNo: z.string().min(1).max(64) }), query: Nothing, result: z.object({ order: OrderView }),
    async read(tx, { params: { orderNo } }) {
      const order = await tx.order(orderNo)
      if (order === null) throw new ApiProblem('no-such-thing')
      return { order }
    },
  }),
  reading({
    id: 'listArticles', path: '/articles', scope: 'articles:read', summary: 'Articles of the shop that every desk has', params: Nothing, query: z.strictObject(Paging), result: z.object({ articles: z.array(ArticleView), next: Next }),
    async read(tx, { query: { cursor, limit } }) {
      const rows = (await tx.integrations.statesWhere('article', null, placeOf(z.string(), cursor) ?? '', limit + 1)) as { article: Article }[]
      const { page, next } = pageOf(rows.map(({ article }) => article), limit, ({ id }) => id)
      return { articles: page, next }
    },
  }),
]
