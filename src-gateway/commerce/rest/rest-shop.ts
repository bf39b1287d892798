import type { z } from 'zod'
import { stockOf, variantAt } from '../../../src-shared/domain/after-sales/goods.ts'
import type { ActionKind } from '../../../src-shared/domain/commerce.ts'
import { isStale, unsupported, type CommercePort, type Performed, type Wish } from '../../../src-shared/domain/commerce-port.ts'
import { Customer } from '../../../src-shared/domain/customer.ts'
import type { EffectRefusal } from '../../../src-shared/domain/effect.ts'
import { Order } from '../../../src-shared/domain/order.ts'
import { Product } from '../../../src-shared/domain/product.ts'
import { AppError } from '../../../src-shared/errors.ts'
import { Mapping, type MappedCall, type MappedRead } from './mapping.ts'
import { readApi, requestOf } from './openapi.ts'
import { send, type Answered } from './send.ts'
import { at, fill, type Json } from './template.ts'

export interface RestShop {
  /** OpenAPI 3.x, as JSON. */
  api: unknown
  mapping: unknown
  /** In place of the first server of the document. */
  base?: string
  /** Of every request; the credential stands here and in no file. */
  headers?: Record<string, string>
  /** Waits so many milliseconds. */
  pause: (ms: number) => Promise<void>
  /** Whoever calls has just read the order and looked at it; a wish may be asked again after a restart. */
  looked?: boolean
}

/** What the API tells of an order that changed; the entry that was not understood in its place. */
export type Changed = { order: Order; customer: Customer | null } | { broken: Json; /** Its number, as far as the mapping finds one. */ no: string }

/** The port, and what changed at the shop. */
export interface RestPort extends CommercePort {
  /** In pages. Without a mapping for it: nothing. */
  changes(from: number, to: number): AsyncGenerator<Changed[]>
}

/** Of one window; an API that never ends its pages is left there. */
const MOST_PAGES = 1_000

function notRead(status: number): AppError {
  const say = status === 401 || status === 403
    ? { zh: '店铺系统不认这份凭证：请检查请求头和密钥。', en: 'The shop’s system does not take this credential: check the header and the secret.' }
    : { zh: `店铺系统没有给出内容，回答了 ${status}：请检查映射里的操作和参数。`, en: `The shop’s system gave nothing and answered ${status}: check operation and parameters in the mapping.` }
  return new AppError({ code: 'shop-answer', retryable: false, say })
}

/** What a status means where the mapping says nothing. */
const BY_STATUS: Readonly<Record<number, EffectRefusal>> = { 404: 'state', 409: 'stale', 410: 'state', 501: 'unsupported' }

/**
 * A shop behind a REST API that an OpenAPI document describes and a mapping explains. The order is read and looked at
 * before each write; the API's own checks, under the idempotency key, have the last word.
 * @throws ZodError when document or mapping is malformed; Error when the mapping names an operation that is not there
 */
export function restShop({ api: document, mapping: raw, base, headers = {}, pause, looked = false }: RestShop): RestPort {
  const api = readApi(document)
  const mapping = Mapping.parse(raw)
  const { reads, actions, timeoutMs, tries } = mapping
  for (const call of [...Object.values(reads), ...Object.values(actions)]) if (call && !api.operations.has(call.operationId)) throw new Error(`the API has no operation ${call.operationId}`)
  const kinds = new Set(Object.keys(actions) as ActionKind[])
  const sent = new Set<string>()

  async function call({ operationId, params, body }: MappedCall, source: Json, more: Record<string, string> = {}): Promise<Answered> {
    const operation = api.operations.get(operationId)
    if (!operation) throw new Error(`the API has no operation ${operationId}`)
    const values = fill(params, source) as Record<string, Json>
    const request = requestOf(operation, base ?? api.base, values)
    return send({ ...request, headers: { ...headers, ...request.headers, ...more } }, { body: body === undefined ? undefined : fill(body, source), timeoutMs, tries, pause })
  }
  async function entries(how: MappedRead, about: Json): Promise<readonly Json[]> {
    const { status, body } = await call(how, about)
    if (status === 404) return []
    if (status >= 400) throw notRead(status)
    const found = at(body, how.result)
    return found === undefined || found === null ? [] : Array.isArray(found) ? (found as readonly Json[]) : [found]
  }
  const read = async <T>(how: MappedRead | undefined, about: Json, one: z.ZodType<T>): Promise<T[]> => (how ? (await entries(how, about)).map((each) => one.parse(fill(how.to, each))) : [])
  const order = async (no: string): Promise<Order | null> => (await read(reads.order, { orderNo: no }, Order))[0] ?? null
  const products = (ids: readonly string[]): Promise<Product[]> => read(reads.products, { ids }, Product)

  async function changedOne(each: Json): Promise<Changed> {
    const how = reads.changes
    const made = how && fill(how.to, each)
    const known = Order.safeParse(made)
    if (!known.success) return { broken: each, no: String((made === undefined ? null : at(made, '/no')) ?? '') }
    if (how?.customer === undefined) return { order: known.data, customer: (await read(reads.customer, { orderNo: known.data.no }, Customer))[0] ?? null }
    const whose = Customer.safeParse(fill(how.customer, each))
    return whose.success ? { order: known.data, customer: whose.data } : { broken: each, no: known.data.no }
  }
  async function* changes(from: number, to: number): AsyncGenerator<Changed[]> {
    const how = reads.changes
    for (let page = 1; how && page <= MOST_PAGES; page++) {
      const found = await entries(how, { from, to, page })
      const changed: Changed[] = []
      for (const each of found) changed.push(await changedOne(each))
      yield changed
      if (!how.paged || found.length === 0) return
    }
  }

  function refused({ status, body }: Answered): Performed {
    const code = at(body, mapping.errors.code)
    const said = code === undefined || code === null ? '' : String(code)
    const reason = mapping.errors.codes[said] ?? mapping.errors.statuses[String(status)] ?? BY_STATUS[status] ?? 'shop'
    // The API's code, never its sentence, which may repeat a customer's words.
    return { state: 'refused', reason, detail: /^[\w.:-]{1,80}$/u.test(said) ? said : `http:${status}` }
  }
  async function perform({ id, action, expects, by }: Wish): Promise<Performed> {
    const how = actions[action.kind]
    if (!how) return unsupported(action.kind)
    // Asked again because no answer was heard: the order may have changed by this very wish, and the API knows by its key.
    if (!looked && !sent.has(id) && action.orderNo !== null && expects !== null && reads.order) {
      const now = await order(action.orderNo)
      if (now === null) return { state: 'refused', reason: 'state', detail: 'no-order' }
      if (isStale(expects, now)) return { state: 'refused', reason: 'stale', detail: `status:${now.status}` }
    }
    sent.add(id)
    const answer = await call(how, { action, expects, id, by } as unknown as Json, { [mapping.idempotencyHeader]: id })
    if (answer.status >= 400) return refused(answer)
    const reference = how.reference === undefined ? null : at(answer.body, how.reference)
    return { state: 'done', reference: reference === undefined || reference === null ? null : String(reference), pays: null }
  }
  return {
    kinds, order, products, perform, changes,
    findCustomer: async (query) => (await read(reads.customer, { ...query }, Customer))[0] ?? null,
    orders: (customerId) => read(reads.orders, { customerId }, Order),
    logistics: async (no) => (await order(no))?.logistics ?? null,
    stock: async (productId, variant) => {
      const product = (await products([productId])).find(({ id }) => id === productId)
      const place = product ? variantAt(product, variant) : -1
      return product && place >= 0 ? stockOf(product, place) : null
    },
  }
}
