import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { AfterSaleCase, CaseAct } from '../../../src-shared/domain/case.ts'
import type { ActionKind } from '../../../src-shared/domain/commerce.ts'
import { isStale, unsupported, type Performed, type Wish } from '../../../src-shared/domain/commerce-port.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import type { HookRequest } from '../../channels/connector.ts'
import { readBack } from '../outside/read-back.ts'
import type { ShopHost, ShopKind, ShopLine, ShopNews } from '../shop-kind.ts'
import { sayOf } from '../http/say-of.ts'
import { caseOfReturn } from './cases.ts'
import { createGraph, ShopifySettings, UserErrors } from './client.ts'
import { customerOf, ORDER_FIELDS, orderOf, ShopifyOrder, tailOf } from './orders.ts'
import { markOf, write } from './writes.ts'

const PAGE = 50
const KINDS: ReadonlySet<ActionKind> = new Set<ActionKind>(['refund', 'cancel', 'change-address', 'memo'])
const Page = z.object({ orders: z.object({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }), nodes: z.array(z.unknown()) }) })
const Products = z.object({ nodes: z.array(z.object({
  id: z.string(), title: z.string(), productType: z.string().nullish(), priceRangeV2: z.object({ minVariantPrice: z.object({ amount: z.string(), currencyCode: z.enum(['CNY', 'USD', 'EUR', 'GBP']) }) }),
  variants: z.object({ nodes: z.array(z.object({ title: z.string(), inventoryQuantity: z.number().nullish() })) }),
}).nullable()) })
const FIND = `query Orders($query: String!, $first: Int!, $after: String) { orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) { pageInfo { hasNextPage endCursor } nodes { ...OrderFields } } }\n${ORDER_FIELDS}`
const PRODUCTS = 'query Products($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { id title productType priceRangeV2 { minVariantPrice { amount currencyCode } } variants(first: 50) { nodes { title inventoryQuantity } } } } }'
const APPROVE = 'mutation Approve($id: ID!) { returnApproveRequest(input: { id: $id }) { return { id } userErrors { code field message } } }'
const DECLINE = 'mutation Decline($id: ID!, $reason: ReturnDeclineReason!, $note: String) { returnDeclineRequest(input: { id: $id, declineReason: $reason, declineNote: $note }) { return { id } userErrors { code field message } } }'
const SCOPES = 'query Scopes { currentAppInstallation { accessScopes { handle } } }'
const NEEDED = ['read_orders', 'read_returns', 'write_orders', 'write_returns']

const quoted = (text: string): string => `"${text.replace(/["\\]/gu, '')}"`

/** X-Shopify-Hmac-Sha256: base64 of HMAC-SHA256 over the body as it came. */
export function isSigned({ headers, body }: Pick<HookRequest, 'headers' | 'body'>, secret: string): boolean {
  const given = Buffer.from(headers['x-shopify-hmac-sha256'] ?? '', 'base64')
  const right = createHmac('sha256', secret).update(body).digest()
  return secret !== '' && given.length === right.length && timingSafeEqual(given, right)
}

/** Not in the frame of `http/keyless.ts`: its refunds know a key, its goods and a customer's orders are read. */
function shopifyLine(settings: ShopifySettings, host: ShopHost): ShopLine {
  const graph = createGraph(settings, host)
  const { connectionId } = host

  async function raw(no: string): Promise<ShopifyOrder | null> {
    const { orders } = await graph.query(Page, FIND, { query: `name:${quoted(no)}`, first: 5, after: null })
    return orders.nodes.map((node) => ShopifyOrder.parse(node)).find(({ name }) => name === no) ?? null
  }
  const order = async (no: string): Promise<Order | null> => {
    const found = await raw(no)
    return found && orderOf(connectionId, found)
  }
  async function* pages(query: string): AsyncGenerator<unknown[]> {
    for (let after: string | null = null; ;) {
      const { orders }: z.infer<typeof Page> = await graph.query(Page, FIND, { query, first: PAGE, after })
      yield orders.nodes
      if (!orders.pageInfo.hasNextPage) return
      after = orders.pageInfo.endCursor ?? null
    }
  }
  function newsOf(nodes: readonly unknown[]): ShopNews {
    const news = { orders: [] as { order: Order; customer: ReturnType<typeof customerOf> }[], cases: [] as AfterSaleCase[], broken: [] as ShopNews['broken'][number][] }
    for (const node of nodes) {
      const parsed = ShopifyOrder.safeParse(node)
      if (!parsed.success) {
        news.broken.push({ externalId: z.object({ name: z.string() }).safeParse(node).data?.name ?? '', why: { zh: '订单里有读不懂的内容（例如未支持的币种）。', en: 'The order holds something that is not understood, such as a currency that is not supported.' }, body: JSON.stringify(node) })
        continue
      }
      news.orders.push({ order: orderOf(connectionId, parsed.data), customer: customerOf(connectionId, parsed.data) })
      for (const one of parsed.data.returns.nodes) news.cases.push(caseOfReturn(connectionId, parsed.data, one))
    }
    return news
  }
  async function products(ids: readonly string[]): Promise<Product[]> {
    const wanted = ids.filter((id) => /^\d+$/u.test(id))
    if (wanted.length === 0) return []
    const { nodes } = await graph.query(Products, PRODUCTS, { ids: wanted.map((id) => `gid://shopify/Product/${id}`) })
    return nodes.flatMap((one) => one === null ? [] : [{
      id: tailOf(one.id), title: { zh: one.title, en: one.title }, category: one.productType ?? '', price: { amount: Math.round(Number(one.priceRangeV2.minVariantPrice.amount) * 100), currency: one.priceRangeV2.minVariantPrice.currencyCode },
      specs: [], variants: one.variants.nodes.map(({ title }) => ({ zh: title, en: title })), variantStock: one.variants.nodes.map(({ inventoryQuantity }) => Math.max(0, inventoryQuantity ?? 0)), warrantyMonths: 0,
    }])
  }
  return {
    kinds: KINDS, order, products,
    findCustomer: async ({ orderNo }) => {
      const found = orderNo === undefined ? null : await raw(orderNo)
      return found && customerOf(connectionId, found)
    },
    orders: async (customerId) => {
      const id = customerId.slice(connectionId.length + 1)
      if (!customerId.startsWith(`${connectionId}:`) || !/^\d+$/u.test(id)) return []
      const { orders } = await graph.query(Page, FIND, { query: `customer_id:${id}`, first: PAGE, after: null })
      return newsOf(orders.nodes).orders.map((one) => one.order).sort((a, b) => b.placedAt - a.placedAt)
    },
    logistics: async (no) => (await order(no))?.logistics ?? null,
    stock: async (productId, variant) => {
      const [product] = await products([productId])
      const place = product?.variants.findIndex(({ en }) => en === variant) ?? -1
      return place < 0 ? null : product?.variantStock?.[place] ?? null
    },
    perform: async ({ id, action, expects }: Wish): Promise<Performed> => {
      if (!KINDS.has(action.kind) || action.orderNo === null) return unsupported(action.kind)
      const found = await raw(action.orderNo)
      if (found === null) return { state: 'refused', reason: 'state', detail: 'no-order' }
      const before = found.refunds.find(({ note }) => note?.includes(markOf(id)))
      if (before) return { state: 'done', reference: tailOf(before.id), pays: 'amount' in action ? action.amount : null }
      const now = orderOf(connectionId, found)
      if (isStale(expects, now)) return { state: 'refused', reason: 'stale', detail: `status:${now.status}` }
      return write(graph, found, id, action)
    },
    repeatable: ({ action }) => action.kind === 'refund',
    lookUp: async ({ id, action }, before) => {
      const found = await raw(action.orderNo ?? '')
      if (action.kind !== 'refund' || found === null) return readBack({ action }, found && orderOf(connectionId, found), before)
      const refund = found.refunds.find(({ note }) => note?.includes(markOf(id)))
      return refund ? { state: 'done', reference: tailOf(refund.id), pays: action.amount } : 'unknown'
    },
    async* changes(from, to) {
      for await (const nodes of pages(`updated_at:>='${new Date(from).toISOString()}' updated_at:<='${new Date(to).toISOString()}'`)) yield newsOf(nodes)
    },
    case: async (no, orderNo) => {
      const found = await raw(orderNo)
      const one = found?.returns.nodes.find(({ name }) => name === no)
      return found && one ? caseOfReturn(connectionId, found, one) : null
    },
    decide: async (one: AfterSaleCase, act: CaseAct): Promise<Performed> => {
      const found = (await raw(one.orderNo))?.returns.nodes.find(({ name }) => name === one.no)
      if (!found) return { state: 'refused', reason: 'state', detail: 'no-case' }
      if (act.kind !== 'approve' && act.kind !== 'refuse') return { state: 'refused', reason: 'unsupported', detail: `case:${act.kind}` }
      const name = act.kind === 'approve' ? 'returnApproveRequest' : 'returnDeclineRequest'
      const answer = await graph.mutate(z.object({ [name]: z.object({ userErrors: UserErrors }) }), act.kind === 'approve' ? APPROVE : DECLINE, { id: found.id, ...(act.kind === 'refuse' ? { reason: act.reasonCode, note: act.words } : {}) })
      const error = answer[name]?.userErrors[0]
      return error ? { state: 'refused', reason: 'shop', detail: error.code ?? 'user-error' } : { state: 'done', reference: one.no, pays: null }
    },
    hook: async (request) => {
      if (!isSigned(request, settings.apiSecret)) return { answer: { status: 401 }, orders: [] }
      // Only orders carry their number; of everything else the next reading of the news tells.
      const topic = request.headers['x-shopify-topic'] ?? ''
      const body = z.object({ name: z.string().max(64) }).safeParse(topic.startsWith('orders/') ? JSON.parse(request.body.toString('utf8')) : null)
      return { answer: { status: 200 }, orders: body.success ? [body.data.name] : [] }
    },
  }
}

export const shopify: ShopKind<ShopifySettings> = {
  form: {
    kind: 'shopify', title: { zh: 'Shopify', en: 'Shopify' }, about: { zh: '订单、退款、退货申请', en: 'Orders, refunds and return requests' }, hook: true,
    steps: [{ zh: '在 Shopify 后台创建自定义应用，勾选 read_orders、write_orders、read_returns、write_returns，安装后复制令牌。', en: 'Create a custom app in the Shopify admin, tick read_orders, write_orders, read_returns and write_returns, install it and copy its token.' }],
    fields: [
      { name: 'shop', label: { zh: '店铺域名', en: 'Shop domain' }, type: 'text', required: true, example: 'name.myshopify.com' },
      { name: 'accessToken', label: { zh: 'Admin API 访问令牌', en: 'Admin API access token' }, type: 'secret', required: true },
      { name: 'apiSecret', label: { zh: '应用的客户端密钥', en: 'The app’s client secret' }, hint: { zh: '用来核对推送的签名；不填就不收推送。', en: 'Checks the signature of pushes; left empty, none are taken.' }, type: 'secret' },
    ],
  },
  settings: ShopifySettings,
  test: async (settings, host) => {
    try {
      const { currentAppInstallation: { accessScopes } } = await createGraph(settings, host).query(z.object({ currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }) }), SCOPES, {})
      const missing = NEEDED.filter((scope) => !accessScopes.some(({ handle }) => handle === scope))
      return missing.length === 0 ? null : { zh: `应用缺少权限：${missing.join('、')}。请在 Shopify 后台的应用设置里勾选后重新安装。`, en: `The app lacks these scopes: ${missing.join(', ')}. Tick them in the app's settings in Shopify and install it again.` }
    } catch (thrown) {
      return sayOf(thrown)
    }
  },
  create: shopifyLine,
}
