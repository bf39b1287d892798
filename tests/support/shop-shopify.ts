import { ShopServer, type Answered, type Asked } from './shop-server.ts'

const money = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } })
export const SHOPIFY_TOKEN = 'shpat_test'

/** One order over 119.90 EUR, paid, not sent. Answers by the name of the operation, as the documents in the code have it. */
export class ShopifyServer extends ShopServer {
  readonly order = {
    id: 'gid://shopify/Order/5001', name: '#1001', createdAt: '2026-05-01T08:00:00Z', processedAt: '2026-05-01T08:01:00Z' as string | null, updatedAt: '2026-05-01T08:01:00Z', cancelledAt: null as string | null,
    displayFinancialStatus: 'PAID', displayFulfillmentStatus: 'UNFULFILLED', note: null as string | null, totalPriceSet: money('119.90'),
    customer: { id: 'gid://shopify/Customer/77', displayName: 'Ann Lee', phone: '+440123456', locale: 'en-GB', createdAt: '2025-01-01T00:00:00Z' },
    shippingAddress: { name: 'Ann Lee', phone: '+440123456', address1: '1 Elm St', address2: '', city: 'Bath', province: '', country: 'UK', zip: 'BA1' } as Record<string, string>,
    lineItems: { nodes: [{ id: 'gid://shopify/LineItem/1', title: 'Kettle', variantTitle: 'red', quantity: 1, product: { id: 'gid://shopify/Product/9' }, originalUnitPriceSet: money('119.90') }] },
    fulfillments: [] as unknown[], refunds: [] as { id: string; note: string; createdAt: string; totalRefundedSet: ReturnType<typeof money> }[],
    returns: { nodes: [] as Record<string, unknown>[] }, transactions: [{ id: 'gid://shopify/OrderTransaction/3', kind: 'SALE', status: 'SUCCESS', gateway: 'card', amountSet: money('119.90') }],
  }
  /** Others beside it, for paging. */
  readonly others: Record<string, unknown>[] = []
  scopes = ['read_orders', 'write_orders', 'read_returns', 'write_returns']
  readonly #keys = new Map<string, unknown>()

  protected isWrite({ body }: Asked): boolean {
    return body.includes('"mutation')
  }

  #touch(): void {
    this.order.updatedAt = new Date(Date.parse(this.order.updatedAt) + 1000).toISOString()
  }

  protected answer({ headers, url, body }: Asked): Answered {
    if (headers['x-shopify-access-token'] !== SHOPIFY_TOKEN) return { status: 401, body: { errors: '[API] Invalid API key or access token' } }
    if (url.pathname !== '/admin/api/2026-04/graphql.json') return { status: 404, body: {} }
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> }
    const name = /^(?:query|mutation) (\w+)/u.exec(query)?.[1] ?? ''
    return { body: { data: this.#do(name, query, variables) } }
  }

  #do(name: string, query: string, variables: Record<string, unknown>): unknown {
    const input = variables['input'] as Record<string, unknown> | undefined
    switch (name) {
      case 'Scopes': return { currentAppInstallation: { accessScopes: this.scopes.map((handle) => ({ handle })) } }
      case 'Products': return { nodes: (variables['ids'] as string[]).map((id) => id === 'gid://shopify/Product/9' ? { id, title: 'Kettle', productType: 'kitchen', priceRangeV2: { minVariantPrice: { amount: '119.90', currencyCode: 'EUR' } }, variants: { nodes: [{ title: 'red', inventoryQuantity: 2 }] } } : null) }
      case 'Orders': return this.#orders(variables)
      case 'Refund': {
        if (!query.includes('@idempotent(key: $key)')) throw new Error('without a key')
        return this.#keyed(String(variables['key']), () => this.#refund(input ?? {}))
      }
      case 'Cancel':
        this.order.cancelledAt = '2026-05-02T00:00:00Z'
        this.#touch()
        return { orderCancel: { job: { id: 'gid://shopify/Job/1' }, orderCancelUserErrors: [] } }
      case 'Update':
        if (typeof input?.['note'] === 'string') this.order.note = input['note']
        if (input?.['shippingAddress']) Object.assign(this.order.shippingAddress, input['shippingAddress'])
        this.#touch()
        return { orderUpdate: { order: { id: this.order.id }, userErrors: [] } }
      case 'Approve': case 'Decline': {
        const [one] = this.order.returns.nodes
        if (one) one['status'] = name === 'Approve' ? 'OPEN' : 'DECLINED'
        this.#touch()
        return { [name === 'Approve' ? 'returnApproveRequest' : 'returnDeclineRequest']: { return: { id: variables['id'] }, userErrors: [] } }
      }
      default: throw new Error(`no operation ${name}`)
    }
  }

  #keyed(key: string, make: () => unknown): unknown {
    if (!this.#keys.has(key)) this.#keys.set(key, make())
    return this.#keys.get(key)
  }

  #refund(input: Record<string, unknown>): unknown {
    const parts = input['transactions'] as { amount: string }[]
    const sum = parts.reduce((all, { amount }) => all + Number(amount), 0)
    const gone = this.order.refunds.reduce((all, one) => all + Number(one.totalRefundedSet.shopMoney.amount), 0)
    if (gone + sum > 119.9) return { refundCreate: { refund: null, userErrors: [{ field: ['transactions'], code: null }] } }
    const id = `gid://shopify/Refund/${this.order.refunds.length + 1}`
    this.order.refunds.push({ id, note: String(input['note']), createdAt: '2026-05-02T00:00:00Z', totalRefundedSet: money(sum.toFixed(2)) })
    this.order.displayFinancialStatus = 'PARTIALLY_REFUNDED'
    this.#touch()
    return { refundCreate: { refund: { id }, userErrors: [] } }
  }

  #orders({ query, first, after }: Record<string, unknown>): unknown {
    const all = [this.order, ...this.others] as { name: string; updatedAt: string; customer: { id: string } }[]
    const [, wantedName] = /^name:"(.*)"$/u.exec(String(query)) ?? []
    const [, customer] = /^customer_id:(\d+)$/u.exec(String(query)) ?? []
    const [, from, to] = /^updated_at:>='(.+)' updated_at:<='(.+)'$/u.exec(String(query)) ?? []
    const found = all.filter((one) => (wantedName === undefined || one.name === wantedName) && (customer === undefined || one.customer.id.endsWith(`/${customer}`)) && (from === undefined || to === undefined || (Date.parse(one.updatedAt) >= Date.parse(from) && Date.parse(one.updatedAt) <= Date.parse(to))))
    const start = Number(after ?? 0)
    const page = found.slice(start, start + Math.min(Number(first), 2))
    return { orders: { pageInfo: { hasNextPage: start + page.length < found.length, endCursor: String(start + page.length) }, nodes: page } }
  }
}
