import { z } from 'zod'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { noNews, type News } from '../http/lines.ts'
import { sayOf } from '../http/say-of.ts'
import type { ShopHost, ShopKind, ShopLine } from '../shop-kind.ts'
import { restShop, type RestPort } from './rest-shop.ts'

/** A trial reads as far back as the first reading will. */
const TRIED_MS = 7 * 24 * 3_600_000

/** Document and mapping as text, as a person pastes them. The credential stands in a header of every request. */
export const RestSettings = z.object({
  api: z.string().min(1), mapping: z.string().min(1),
  base: z.union([z.literal(''), z.url({ protocol: /^https?$/u })]).default(''),
  header: z.string().regex(/^[\w-]*$/u).default('Authorization'), credential: z.string().default(''),
})
export type RestSettings = z.infer<typeof RestSettings>

/** @throws SyntaxError, ZodError or Error where document or mapping cannot be used */
function portOf({ api, mapping, base, header, credential }: RestSettings, host: ShopHost): RestPort {
  return restShop({
    api: JSON.parse(api), mapping: JSON.parse(mapping), ...(base === '' ? {} : { base: base.replace(/\/$/u, '') }),
    headers: header === '' || credential === '' ? {} : { [header]: credential }, pause: host.pause, looked: true,
  })
}

/** Who an order is of, where the API does not tell of its customers. */
const buyerOf = ({ customerId, address, placedAt }: Order): Customer => ({ id: customerId, name: address.name, language: 'zh', level: 'regular', phone: address.phone, since: placedAt, note: '' })

/**
 * A shop behind any REST API, by its OpenAPI document and a mapping. Writes carry the wish's id, under which the API does a
 * thing once: an answer that was lost is asked for again, and nothing is looked up.
 */
function restLine(settings: RestSettings, host: ShopHost): ShopLine {
  const port = portOf(settings, host)
  /** Customers of two shops never share an id. */
  const prefix = `${host.connectionId}:`
  const ours = (order: Order): Order => ({ ...order, customerId: prefix + order.customerId })
  const known = (customer: Customer): Customer => ({ ...customer, id: prefix + customer.id })
  const order = async (no: string): Promise<Order | null> => {
    const found = await port.order(no)
    return found && ours(found)
  }
  return {
    ...port, order, repeatable: () => true, lookUp: async () => 'unknown', case: async () => null,
    orders: async (customerId) => (customerId.startsWith(prefix) ? (await port.orders(customerId.slice(prefix.length))).map(ours) : []),
    async findCustomer(query) {
      const found = await port.findCustomer(query)
      if (found) return known(found)
      const of = query.orderNo === undefined ? null : await order(query.orderNo)
      return of && buyerOf(of)
    },
    async *changes(from, to): AsyncGenerator<News> {
      for await (const page of port.changes(from, to)) {
        const news = noNews()
        for (const one of page) {
          if ('broken' in one) news.broken.push({ externalId: one.no, why: { zh: '映射没有从中得出完整的订单。', en: 'The mapping makes no whole order of it.' }, body: JSON.stringify(one.broken) })
          else news.orders.push({ order: ours(one.order), customer: one.customer ? known(one.customer) : buyerOf(ours(one.order)) })
        }
        yield news
      }
    },
  }
}

/** What is wrong with document or mapping, with its place. */
function wrongWith(thrown: unknown): LocalText | null {
  if (thrown instanceof z.ZodError) {
    const [issue] = thrown.issues
    const place = issue ? `${issue.path.join('.')}: ${issue.message}` : ''
    return { zh: `接口文档或映射不对：${place}`, en: `The API document or the mapping is wrong: ${place}` }
  }
  if (thrown instanceof SyntaxError) return { zh: '接口文档和映射都要是 JSON。', en: 'Both the API document and the mapping must be JSON.' }
  return thrown instanceof Error && thrown.message.startsWith('the API has no operation') ? { zh: `接口文档里没有映射用到的操作：${thrown.message.split(' ').at(-1) ?? ''}`, en: `The API document has no such operation as the mapping names: ${thrown.message.split(' ').at(-1) ?? ''}` } : null
}

export const rest: ShopKind<RestSettings> = {
  form: {
    kind: 'rest', title: { zh: '其他系统（REST）', en: 'Another system (REST)' }, about: { zh: '自建商城或 ERP：一份 OpenAPI 文档加一份映射', en: 'A shop or ERP of your own: an OpenAPI document and a mapping' },
    steps: [
      { zh: '准备接口的 OpenAPI 3 文档（JSON），只留用到的操作也可以。', en: 'Have the OpenAPI 3 document of the API at hand, as JSON; the operations that are used are enough.' },
      { zh: '按 docs/commerce.md 写映射：怎么读变动的订单，每种操作调用哪个接口。', en: 'Write the mapping as docs/commerce.md tells: how changed orders are read, and which operation does what.' },
    ],
    fields: [
      { name: 'api', label: { zh: 'OpenAPI 文档', en: 'OpenAPI document' }, type: 'area', required: true, example: '{"openapi": "3.1.0", "paths": {}}' },
      { name: 'mapping', label: { zh: '映射', en: 'Mapping' }, type: 'area', required: true, example: '{"reads": {}, "actions": {}}' },
      { name: 'base', label: { zh: '接口地址', en: 'Address of the API' }, hint: { zh: '不填就用文档里的第一个服务器。', en: 'Left empty, the first server of the document.' }, type: 'text', example: 'https://shop.example/v1' },
      { name: 'header', label: { zh: '凭证放在哪个请求头', en: 'Header of the credential' }, type: 'text', initial: 'Authorization' },
      { name: 'credential', label: { zh: '凭证', en: 'Credential' }, hint: { zh: '整个请求头的值，例如 Bearer 加令牌。', en: 'The header’s whole value, such as Bearer and a token.' }, type: 'secret' },
    ],
  },
  settings: RestSettings,
  test: async (settings, host) => {
    try {
      const now = host.clock.now()
      for await (const page of portOf(settings, host).changes(now - TRIED_MS, now)) {
        if (page.some((one) => 'broken' in one)) return { zh: '连上了，但映射没有从订单里得出需要的内容。请对照 docs/commerce.md 检查 reads.changes.to。', en: 'It answers, but the mapping makes no whole order of what it tells. Check reads.changes.to against docs/commerce.md.' }
        break
      }
      return null
    } catch (thrown) {
      return wrongWith(thrown) ?? sayOf(thrown)
    }
  },
  create: restLine,
}
