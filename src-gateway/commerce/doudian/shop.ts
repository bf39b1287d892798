import { z } from 'zod'
import type { AfterSaleCase, CaseAct } from '../../../src-shared/domain/case.ts'
import type { ActionKind, CommerceAction } from '../../../src-shared/domain/commerce.ts'
import { unsupported, type Performed } from '../../../src-shared/domain/commerce-port.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { afterSaleOf } from '../http/after-sale.ts'
import { parseJson } from '../http/big-json.ts'
import { noNews, understood, type News } from '../http/lines.ts'
import { keylessLine, refused } from '../http/keyless.ts'
import { sayOf } from '../http/say-of.ts'
import { windowsOf } from '../http/windows.ts'
import type { ShopHost, ShopKind, ShopLine } from '../shop-kind.ts'
import { createDoudian, DoudianSettings, isPushed } from './client.ts'
import { DOU_FLAGS, DouAfterSale, douCase, douCustomer, douOrder, DouOrder } from './map.ts'

const PAGE = 100
/** Both lists end at 50,000 rows: a day at a time stays below it. */
const SPAN_MS = 24 * 60 * 60 * 1000
/** `type` of /afterSale/operate, op.jinritemai.com/docs/question-docs/93/2752: agree to a return, to a refund, to a refund after the goods came [unverified] */
const OPERATE = { returnAgreed: 101, refundAgreed: 201, goodsReceived: 111 } as const
const KINDS: ReadonlySet<ActionKind> = new Set<ActionKind>(['refund', 'memo', 'flag'])
const Orders = z.object({ total: z.coerce.number().default(0), shop_order_list: z.array(z.unknown()).nullish() })
const Cases = z.object({ has_more: z.boolean().default(false), items: z.array(z.unknown()).nullish() })
const Operated = z.object({ items: z.array(z.object({ status_code: z.coerce.number() })).nullish() })

/** Orders and after-sale of 抖店. Its writes know no key, but refuse what was decided on an older state. */
function doudianLine(settings: DoudianSettings, host: ShopHost): ShopLine {
  const shop = createDoudian(settings, host)
  const { connectionId } = host

  async function raw(no: string): Promise<DouOrder | null> {
    if (!/^\d{6,25}$/u.test(no)) return null
    const { shop_order_detail: found } = await shop.call('order.orderDetail', z.object({ shop_order_detail: z.unknown().optional() }), { shop_order_id: no })
    return found === undefined || found === null ? null : DouOrder.parse(found)
  }
  /** After-sale of one order, newest first; the list takes the order's number. */
  async function afterSales(no: string): Promise<DouAfterSale[]> {
    const { items } = await shop.call('afterSale.List', Cases, { order_id: no, page: 0, size: 20 })
    return (items ?? []).map((one) => DouAfterSale.parse(one)).sort((a, b) => b.aftersale_info.apply_time - a.aftersale_info.apply_time)
  }
  async function whole(no: string): Promise<{ raw: DouOrder; order: Order; afterSale: DouAfterSale | null; case: AfterSaleCase | null } | null> {
    const found = await raw(no)
    if (found === null) return null
    const [afterSale = null] = await afterSales(no)
    const one = afterSale && douCase(connectionId, afterSale, found)
    return { raw: found, afterSale, case: one, order: douOrder(connectionId, found, one && afterSaleOf(one)) }
  }
  async function* changes(from: number, to: number): AsyncGenerator<News> {
    for (const window of windowsOf(from, to, SPAN_MS)) {
      const [start, end] = [Math.floor(window.from / 1000), Math.ceil(window.to / 1000)]
      for (let page = 0, seen = 0; ; page++) {
        const { total, shop_order_list: list } = await shop.call('order.searchList', Orders, { update_time_start: start, update_time_end: end, order_by: 'update_time', order_asc: true, page, size: PAGE })
        const news = noNews()
        for (const one of list ?? []) {
          const row = understood(DouOrder, one, String((one as { order_id?: unknown } | null)?.order_id ?? ''), news)
          if (row) news.orders.push({ order: douOrder(connectionId, row), customer: douCustomer(connectionId, row) })
        }
        yield news
        seen += list?.length ?? 0
        if (!list?.length || seen >= total) break
      }
      // Without this order the platform warns of rows that are missed.
      for (let page = 0; ; page++) {
        const { has_more: more, items } = await shop.call('afterSale.List', Cases, { update_start_time: start, update_end_time: end, order_by: ['update_time asc'], page, size: PAGE })
        const news = noNews()
        for (const one of items ?? []) {
          const row = understood(DouAfterSale, one, '', news)
          const order = row && await raw(row.order_info?.shop_order_id || row.aftersale_info.related_id)
          if (!row || !order) continue
          const known = douCase(connectionId, row, order)
          news.orders.push({ order: douOrder(connectionId, order, afterSaleOf(known)), customer: douCustomer(connectionId, order) })
          news.cases.push(known)
        }
        yield news
        if (!more || !items?.length) break
      }
    }
  }

  async function operate(type: number, { aftersale_info: { aftersale_id: id, update_time: version } }: DouAfterSale, pays: AfterSaleCase['asked'] | null, more: Record<string, unknown> = {}): Promise<Performed> {
    const { items } = await shop.call('afterSale.operate', Operated, { type, items: [{ aftersale_id: id, update_time: version, ...more }] }, true)
    const failed = items?.find(({ status_code: code }) => code !== 0)
    return failed ? refused('shop', `operate:${failed.status_code}`) : { state: 'done', reference: id, pays }
  }
  async function write(action: CommerceAction, found: NonNullable<Awaited<ReturnType<typeof whole>>>): Promise<Performed> {
    switch (action.kind) {
      case 'memo': case 'flag': {
        // One call sets both; `is_add_star` says whether the star is to change.
        const remark = action.kind === 'memo' ? [found.raw.seller_words, action.text].filter(Boolean).join('\n') : found.raw.seller_words
        const star = action.kind === 'flag' ? { is_add_star: 'true', star: String(Math.max(0, DOU_FLAGS.indexOf(action.flag ?? 'grey'))) } : {}
        await shop.call('order.addOrderRemark', z.unknown(), { order_id: found.raw.order_id, remark, ...star }, true)
        return { state: 'done', reference: null, pays: null }
      }
      case 'refund': {
        if (!found.case || !found.afterSale) return refused('unsupported', 'customer-asks-first')
        return found.case.asked.amount === action.amount.amount ? decide(found.case, { kind: 'approve', amount: null }) : refused('amount', `asked:${found.case.asked.amount}`)
      }
      default: return unsupported(action.kind)
    }
  }
  async function decide(one: AfterSaleCase, act: CaseAct): Promise<Performed> {
    const now = (await afterSales(one.orderNo)).find(({ aftersale_info: { aftersale_id: id } }) => id === one.no)
    if (!now) return refused('state', 'no-case')
    const status = now.aftersale_info.aftersale_status
    if (act.kind === 'approve' && act.amount !== null && act.amount.amount !== one.asked.amount) return refused('amount', `asked:${one.asked.amount}`)
    if (status === 6 && act.kind === 'approve' && one.kind === 'refund-only') return operate(OPERATE.refundAgreed, now, one.asked)
    if (status === 6 && act.kind === 'approve' && one.kind === 'return') {
      return settings.returnAddressId === '' ? refused('unsupported', 'return-address-missing') : operate(OPERATE.returnAgreed, now, null, { logistics: { receiver_address_id: Number(settings.returnAddressId) } })
    }
    if (status === 11 && ((act.kind === 'inspected' && act.ok) || act.kind === 'approve')) return operate(OPERATE.goodsReceived, now, one.asked)
    return status === 6 || status === 11 ? refused('unsupported', `case:${act.kind}`) : refused('state', `after-sale:${status}`)
  }
  return {
    ...keylessLine({
      kinds: KINDS, whole, write,
      customer: async (no) => {
        const found = await raw(no)
        return found && douCustomer(connectionId, found)
      },
    }),
    changes, decide,
    case: async (no, orderNo) => {
      const [order, list] = [await raw(orderNo), await afterSales(orderNo)]
      const one = list.find(({ aftersale_info: { aftersale_id: id } }) => id === no)
      return order && one ? douCase(connectionId, one, order) : null
    },
    /** Messages come as a list, each with its own `data`; an order's number stands in `p_id` [unverified], and in `s_ids` its parts. */
    hook: async (request) => {
      if (!isPushed(request, settings)) return { answer: { status: 401 }, orders: [] }
      const list = z.array(z.object({ data: z.union([z.string(), z.record(z.string(), z.unknown())]).optional() })).catch([]).parse(parseJson(request.body.toString('utf8')))
      const orders = list.flatMap(({ data }) => z.object({ p_id: z.coerce.string() }).safeParse(typeof data === 'string' ? parseJson(data) : data).data?.p_id ?? [])
      return { answer: { status: 200, type: 'application/json', body: '{"code":0,"msg":"success"}' }, orders }
    },
  }
}

export const doudian: ShopKind<DoudianSettings> = {
  form: {
    kind: 'doudian', title: { zh: '抖店', en: 'Doudian' }, about: { zh: '订单、售后、备注；聊天仍在飞鸽里', en: 'Orders, after-sale and memos; the chat stays in Feige' }, hook: true,
    steps: [{ zh: '在抖店开放平台创建自用应用并授权本店，填入密钥和店铺编号；令牌会自动领取和续期。', en: 'Create an app of your own on the Doudian open platform, authorise this shop and enter the keys and the shop’s number; tokens are fetched and renewed by themselves.' }],
    fields: [
      { name: 'appKey', label: { zh: 'App Key', en: 'App key' }, type: 'text', required: true },
      { name: 'appSecret', label: { zh: 'App Secret', en: 'App secret' }, type: 'secret', required: true },
      { name: 'shopId', label: { zh: '店铺编号', en: 'Shop number' }, type: 'text', required: true },
      { name: 'returnAddressId', label: { zh: '退货地址编号', en: 'Number of the return address' }, hint: { zh: '不填的话，退货要在商家后台同意。', en: 'Left empty, returns are agreed to in the platform’s own program.' }, type: 'text', rare: true },
    ],
  },
  settings: DoudianSettings,
  test: async (settings, host) => {
    try {
      const now = Math.floor(host.clock.now() / 1000)
      await createDoudian(settings, host).call('order.searchList', Orders, { update_time_start: now - 60, update_time_end: now, order_by: 'update_time', order_asc: true, page: 0, size: 1 })
      return null
    } catch (thrown) {
      return sayOf(thrown)
    }
  },
  create: doudianLine,
}
