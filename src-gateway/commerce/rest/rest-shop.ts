import type { z } from 'zod'
import { stockOf, variantAt } from '../../../src-shared/domain/after-sales/goods.ts'
import type { ActionKind } from '../../../src-shared/domain/commerce.ts'
import { isStale, unsupported, type CommercePort, type Performed, type Wish } from '../../../src-shared/domain/commerce-port.ts'
import { Customer } from '../../../src-shared/domain/customer.ts'
import type { EffectRefusal } from '../../../src-shared/domain/effect.ts'
import { Order } from '../../../src-shared/domain/order.ts'
import { Product } from '../../../src-shared/domain/product.ts'
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
}

/** What a status means where the mapping says nothing. */
const BY_STATUS: Readonly<Record<number, EffectRefusal>> = { 404: 'state', 409: 'stale', 410: 'state', 501: 'unsupported' }

/**
 * A shop behind a REST API that an OpenAPI document describes and a mapping explains. The order is read and looked at
 * before each write; the API's own checks, under the idempotency key, have the last word.
 * @throws ZodError when document or mapping is malformed; Error when the mapping names an operation that is not there
 */
export function restShop({ api: document, mapping: raw, base, headers = {}, pause }: RestShop): CommercePort {
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
  async function read<T>(how: MappedRead | undefined, looked: Json, one: z.ZodType<T>): Promise<T[]> {
    if (!how) return []
    const { status, body } = await call(how, looked)
    if (status === 404) return []
    if (status >= 400) throw new Error(`the shop answers a read with ${status}`)
    const found = at(body, how.result)
    const list = found === undefined || found === null ? [] : Array.isArray(found) ? (found as readonly Json[]) : [found]
    return list.map((each) => one.parse(fill(how.to, each)))
  }
  const order = async (no: string): Promise<Order | null> => (await read(reads.order, { orderNo: no }, Order))[0] ?? null
  const products = (ids: readonly string[]): Promise<Product[]> => read(reads.products, { ids }, Product)

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
    if (!sent.has(id) && action.orderNo !== null && expects !== null && reads.order) {
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
    kinds, order, products, perform,
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
