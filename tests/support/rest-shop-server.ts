import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface TheirOrder { id: string; buyer: string; state: string; version: number; total: number; back: number; to: { who: string; tel: string; street: string }; lines: { sku: string; name: string; colour: string; n: number; each: number }[]; created: string }
interface Answer { status: number; body: unknown }

/** What goes wrong with the next request: `lost`: it is done and the line is cut before the answer. */
export type Trouble = 'busy' | 'broken' | 'hangs' | 'lost'

const operation = (operationId: string, ...parameters: [name: string, place: string][]) => ({ operationId, parameters: parameters.map(([name, place]) => ({ name, in: place, required: true, schema: { type: 'string' } })), responses: {} })

/** An API such as a small shop system has, described as such a system would. */
export const REST_API = {
  openapi: '3.1.0', info: { title: 'A shop', version: '1' }, servers: [{ url: 'http://127.0.0.1:1/v1' }],
  paths: {
    '/orders': { get: operation('changedOrders', ['from', 'query'], ['to', 'query'], ['page', 'query']) },
    '/orders/{id}': { get: operation('getOrder', ['id', 'path']) },
    '/orders/{id}/cancel': { post: operation('cancelOrder', ['id', 'path']) },
    '/orders/{id}/refunds': { post: operation('refundOrder', ['id', 'path']) },
    '/orders/{id}/address': { put: operation('moveOrder', ['id', 'path']) },
    '/buyers': { get: operation('findBuyer', ['order', 'query']) },
    '/buyers/{id}/orders': { get: operation('listOrders', ['id', 'path']) },
    '/goods': { get: operation('listGoods', ['sku', 'query']) },
  },
}

const TO_ORDER = {
  no: '$/id', customerId: '$/buyer', status: { $from: '/state', in: { NEW: 'unpaid', PAID: 'paid', SENT: 'shipped', CANCELLED: 'cancelled' }, else: 'completed' }, revision: '$/version',
  total: { amount: { $from: '/total', as: 'minor' }, currency: 'EUR' },
  items: { $each: '/lines', do: { productId: '$/sku', title: { $from: '/name', as: 'both' }, variant: { $from: '/colour', as: 'both' }, quantity: '$/n', price: { amount: { $from: '/each', as: 'minor' }, currency: 'EUR' } } },
  placedAt: { $from: '/created', as: 'millis' }, paidAt: { $from: '/created', as: 'millis' }, promisedShipBy: null, shippedAt: null, deliveredAt: null,
  address: { name: '$/to/who', phone: '$/to/tel', region: '', detail: '$/to/street' }, logistics: null, afterSale: null, memo: '',
}
export const REST_MAPPING = {
  timeoutMs: 200, tries: 3,
  reads: {
    order: { operationId: 'getOrder', params: { id: '$/orderNo' }, to: TO_ORDER },
    orders: { operationId: 'listOrders', params: { id: '$/customerId' }, result: '/orders', to: TO_ORDER },
    customer: { operationId: 'findBuyer', params: { order: '$/orderNo' }, to: { id: '$/id', name: '$/name', language: 'en', level: 'regular', phone: '$/tel', since: 0, note: '' } },
    changes: { operationId: 'changedOrders', params: { from: { $from: '/from', as: 'iso' }, to: { $from: '/to', as: 'iso' }, page: '$/page' }, result: '/orders', to: TO_ORDER, paged: true },
    products: { operationId: 'listGoods', params: { sku: '$/ids' }, to: { id: '$/sku', title: { $from: '/name', as: 'both' }, category: '', price: { amount: { $from: '/each', as: 'minor' }, currency: 'EUR' }, specs: [], variants: { $each: '/colours', do: { $from: '/name', as: 'both' } }, variantStock: { $each: '/colours', do: '$/left' }, warrantyMonths: 24 } },
  },
  actions: {
    cancel: { operationId: 'cancelOrder', params: { id: '$/action/orderNo' }, body: { why: '$/action/reason' } },
    refund: { operationId: 'refundOrder', params: { id: '$/action/orderNo' }, body: { sum: { $from: '/action/amount/amount', as: 'major' }, why: '$/action/reason', by: '$/by' }, reference: '/refund/no' },
    'change-address': { operationId: 'moveOrder', params: { id: '$/action/orderNo' }, body: { who: '$/action/address/name', tel: '$/action/address/phone', street: '$/action/address/detail' } },
  },
  errors: { code: '/error', codes: { TOO_MUCH: 'amount', WRONG_STATE: 'state' }, statuses: {} },
}

/** The shop behind it: once per idempotency key, as such systems promise. */
export class RestShopServer {
  readonly order: TheirOrder = { id: 'R-1', buyer: 'b1', state: 'PAID', version: 3, total: 119.9, back: 0, to: { who: 'Ann', tel: '0123', street: '1 Elm St' }, lines: [{ sku: 's1', name: 'Kettle', colour: 'red', n: 1, each: 119.9 }], created: '2026-01-05T08:00:00Z' }
  /** Orders beside it, as they are told. */
  readonly others: unknown[] = []
  /** Nobody's credential is taken. */
  locked = false
  /** When anything changed last, in milliseconds. */
  changedAt = Date.parse('2026-01-05T08:00:00Z')
  readonly #answered = new Map<string, Answer>()
  readonly troubles: Trouble[] = []
  readonly seen: { method: string; url: string; key: string | undefined; token: string | undefined }[] = []
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response))

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const { method = '', url = '' } = request
    const key = request.headers['idempotency-key'] as string | undefined
    this.seen.push({ method, url, key, token: request.headers.authorization })
    if (this.locked) return void response.writeHead(401).end('{}')
    const trouble = this.troubles.shift()
    if (trouble === 'hangs') return
    if (trouble === 'busy') return void response.writeHead(429, { 'retry-after': '7' }).end()
    if (trouble === 'broken') return void response.writeHead(503).end('<html>')
    const answer = (key !== undefined && this.#answered.get(key)) || this.#do(method, new URL(url, 'http://x'), text === '' ? null : JSON.parse(text))
    if (key !== undefined) this.#answered.set(key, answer)
    if (trouble === 'lost') return void response.destroy()
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
  }

  #do(method: string, { pathname, searchParams }: URL, body: Record<string, unknown> | null): Answer {
    const { order } = this
    const path = pathname.replace('/v1', '')
    const none = { status: 404, body: { error: 'NONE' } }
    if (path === '/orders') {
      const isIn = Date.parse(searchParams.get('from') ?? '') <= this.changedAt && this.changedAt <= Date.parse(searchParams.get('to') ?? '')
      return { status: 200, body: { orders: isIn && searchParams.get('page') === '1' ? [order, ...this.others] : [] } }
    }
    if (path === '/buyers') return searchParams.get('order') === order.id ? { status: 200, body: { id: 'b1', name: 'Ann Lee', tel: '0123' } } : none
    if (path === '/buyers/b1/orders') return { status: 200, body: { orders: [order] } }
    if (path === '/goods') return { status: 200, body: searchParams.getAll('sku').includes('s1') ? [{ sku: 's1', name: 'Kettle', each: 119.9, colours: [{ name: 'red', left: 2 }, { name: 'blue', left: 0 }] }] : [] }
    if (!path.startsWith(`/orders/${order.id}`)) return none
    if (method === 'GET') return { status: 200, body: order }
    return this.#write(path, body ?? {})
  }

  #write(path: string, body: Record<string, unknown>): Answer {
    const { order } = this
    if (order.state === 'SENT' || order.state === 'CANCELLED') return { status: 422, body: { error: 'WRONG_STATE' } }
    if (path.endsWith('/cancel')) order.state = 'CANCELLED'
    else if (path.endsWith('/address')) order.to = body as unknown as TheirOrder['to']
    else {
      const sum = Number(body['sum'])
      if (order.back + sum > order.total) return { status: 422, body: { error: 'TOO_MUCH', message: 'Ann asked for too much' } }
      order.back += sum
      order.version++
      return { status: 201, body: { refund: { no: `RF-${order.version}` } } }
    }
    order.version++
    return { status: 200, body: {} }
  }
}
