import { z } from 'zod'
import type { AfterSaleCase, CaseAct } from '../../../src-shared/domain/case.ts'
import type { ActionKind, CommerceAction } from '../../../src-shared/domain/commerce.ts'
import { unsupported, type Performed } from '../../../src-shared/domain/commerce-port.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { afterSaleOf } from '../http/after-sale.ts'
import { noNews, understood, type News } from '../http/lines.ts'
import { keylessLine, refused } from '../http/keyless.ts'
import { sayOf } from '../http/say-of.ts'
import { windowsOf } from '../http/windows.ts'
import type { ShopHost, ShopKind, ShopLine } from '../shop-kind.ts'
import { createPdd, PddSettings } from './client.ts'
import { PDD_FLAGS, pddCase, pddCustomer, pddOrder, PddOrder, PddRefundInfo, PddRefundRow } from './map.ts'

const PAGE = 100
/** Longest span of both lists that go by the time of change. */
const asksFirst = refused('unsupported', 'customer-asks-first')
const SPAN_MS = 30 * 60_000
const KINDS: ReadonlySet<ActionKind> = new Set<ActionKind>(['refund', 'cancel', 'memo', 'flag'])
const Numbers = z.object({ order_sn_increment_get_response: z.object({ total_count: z.coerce.number().default(0), order_sn_list: z.array(z.object({ order_sn: z.string() })).default([]) }) })
const Refunds = z.object({ refund_increment_get_response: z.object({ total_count: z.coerce.number().default(0), refund_list: z.array(z.unknown()).default([]) }) })
const One = z.object({ order_info_get_response: z.object({ order_info: z.unknown().optional() }) })

/** Orders and after-sale of 拼多多. Its writes know no key: what was not heard is looked up. */
function pddLine(settings: PddSettings, host: ShopHost): ShopLine {
  const pdd = createPdd(settings, host)
  const { connectionId, clock } = host

  async function raw(no: string): Promise<PddOrder | null> {
    if (!/^[\d-]{6,40}$/u.test(no)) return null
    const { order_info_get_response: { order_info: found } } = await pdd.call('pdd.order.information.get', One, { order_sn: no })
    return found === undefined || found === null ? null : PddOrder.parse(found)
  }
  /** The detail stands in the answer itself or one level down, by version [unverified]. */
  async function info(orderNo: string, id: string): Promise<PddRefundInfo> {
    const answer = await pdd.call('pdd.refund.information.get', z.record(z.string(), z.unknown()), { order_sn: orderNo, after_sales_id: id })
    const direct = PddRefundInfo.safeParse(answer)
    return direct.success ? direct.data : PddRefundInfo.parse(Object.values(answer).find((value) => typeof value === 'object' && value !== null))
  }
  /** No call lists the after-sale of one order: what the news told is remembered. */
  const remember = (row: PddRefundRow): Promise<void> => host.set(`after-sale:${row.order_sn}`, JSON.stringify(row))
  async function whole(no: string): Promise<{ raw: PddOrder; order: Order; case: AfterSaleCase | null } | null> {
    const found = await raw(no)
    if (found === null) return null
    const kept = PddRefundRow.safeParse(JSON.parse(await host.get(`after-sale:${no}`) ?? 'null'))
    const one = kept.success ? pddCase(connectionId, kept.data, await info(no, kept.data.id), found) : null
    return { raw: found, order: pddOrder(connectionId, found, one && afterSaleOf(one)), case: one }
  }
  async function* changes(from: number, to: number): AsyncGenerator<News> {
    for (const window of windowsOf(from, to, SPAN_MS)) {
      const span = { start_updated_at: Math.floor(window.from / 1000), end_updated_at: Math.ceil(window.to / 1000), page_size: PAGE }
      for (let page = 1, seen = 0; ; page++) {
        const { order_sn_increment_get_response: { total_count: total, order_sn_list: list } } = await pdd.call('pdd.order.number.list.increment.get', Numbers, { ...span, is_lucky_flag: 0, order_status: 5, refund_status: 5, page })
        const news = noNews()
        for (const { order_sn: no } of list) {
          const found = await whole(no)
          if (found) news.orders.push({ order: found.order, customer: pddCustomer(connectionId, found.raw) })
        }
        yield news
        seen += list.length
        if (list.length === 0 || seen >= total) break
      }
      for (let page = 1, seen = 0; ; page++) {
        const { refund_increment_get_response: { total_count: total, refund_list: list } } = await pdd.call('pdd.refund.list.increment.get', Refunds, { ...span, after_sales_status: 1, after_sales_type: 1, page })
        const news = noNews()
        for (const one of list) {
          const row = understood(PddRefundRow, one, '', news)
          if (!row) continue
          await remember(row)
          const found = await whole(row.order_sn)
          if (!found?.case) continue
          news.orders.push({ order: found.order, customer: pddCustomer(connectionId, found.raw) })
          news.cases.push(found.case)
        }
        yield news
        seen += list.length
        if (list.length === 0 || seen >= total) break
      }
    }
  }

  async function agree(one: AfterSaleCase): Promise<Performed> {
    const { response: { result } } = await pdd.call('pdd.refund.agree', z.object({ response: z.object({ result: z.object({ succ: z.boolean().default(true) }) }) }), { request: { order_sn: one.orderNo, after_sales_id: one.no, operate_desc: '' } }, true)
    return result.succ ? { state: 'done', reference: one.no, pays: one.asked } : refused('shop', 'agree')
  }
  async function write(action: CommerceAction, found: NonNullable<Awaited<ReturnType<typeof whole>>>): Promise<Performed> {
    const no = found.raw.order_sn
    switch (action.kind) {
      case 'memo': case 'flag': {
        // One call sets both: what is not changed goes along as it was.
        const note = action.kind === 'memo' ? [found.raw.remark, action.text].filter(Boolean).join('\n') : found.raw.remark
        const tag = action.kind === 'flag' ? PDD_FLAGS.indexOf(action.flag as (typeof PDD_FLAGS)[number]) : found.raw.remark_tag ?? 0
        if (tag < 0) return refused('unsupported', 'flag:grey')
        const { response } = await pdd.call('pdd.order.note.update', z.object({ response: z.object({ success: z.boolean(), error_code: z.coerce.string().default('') }) }), { order_sn: no, note, ...(tag === 0 ? {} : { tag }) }, true)
        return response.success ? { state: 'done', reference: null, pays: null } : refused('shop', response.error_code || 'note')
      }
      case 'refund': {
        if (!found.case) return refused('unsupported', 'customer-asks-first')
        if (found.case.state !== 'to-decide' && found.case.state !== 'to-inspect') return refused('state', `after-sale:${found.case.state}`)
        return found.case.asked.amount === action.amount.amount ? agree(found.case) : refused('amount', `asked:${found.case.asked.amount}`)
      }
      case 'cancel': {
        if (!found.case) return asksFirst
        await pdd.call('pdd.rdc.pddgenius.sendgoods.cancel', z.unknown(), { param: { tid: no, refund_id: found.case.no, refund_fee: found.case.asked.amount, status: 'SUCCESS', operate_time: clock.now() } }, true)
        return { state: 'done', reference: found.case.no, pays: null }
      }
      default: return unsupported(action.kind)
    }
  }
  async function decide(one: AfterSaleCase, act: CaseAct): Promise<Performed> {
    if (act.kind === 'approve' && act.amount !== null && act.amount.amount !== one.asked.amount) return refused('amount', `asked:${one.asked.amount}`)
    if (act.kind === 'approve' && one.kind === 'return' && one.state === 'to-decide') {
      if (settings.returnAddressId === '') return refused('unsupported', 'return-address-missing')
      await pdd.call('pdd.refund.returngoods.agree', z.unknown(), { request: { order_sn: one.orderNo, after_sales_id: one.no, return_address_id: settings.returnAddressId } }, true)
      return { state: 'done', reference: one.no, pays: null }
    }
    if ((act.kind === 'approve' && one.kind === 'refund-only') || (act.kind === 'inspected' && act.ok)) return agree(one)
    return refused('unsupported', `case:${act.kind}`)
  }
  return {
    ...keylessLine({
      kinds: KINDS, whole, write, why: ({ kind }, { case: asked }) => (kind === 'cancel' && !asked ? asksFirst : null),
      customer: async (no) => {
        const found = await raw(no)
        return found && pddCustomer(connectionId, found)
      },
    }),
    changes, decide,
    case: async (no, orderNo) => {
      const found = await whole(orderNo)
      return found?.case?.no === no ? found.case : null
    },
  }
}

export const pinduoduo: ShopKind<PddSettings> = {
  form: {
    kind: 'pdd', title: { zh: '拼多多', en: 'Pinduoduo' }, about: { zh: '订单、售后、备注；聊天仍在商家客户端里', en: 'Orders, after-sale and memos; the chat stays in the merchant’s program' },
    steps: [{ zh: '在拼多多开放平台创建应用，申请订单与售后权限，店铺授权后填入令牌。', en: 'Create an app on the Pinduoduo open platform, ask for the order and after-sale permissions, have the shop authorise it and enter the tokens.' }],
    fields: [
      { name: 'clientId', label: { zh: 'client_id', en: 'client_id' }, type: 'text', required: true },
      { name: 'clientSecret', label: { zh: 'client_secret', en: 'client_secret' }, type: 'secret', required: true },
      { name: 'accessToken', label: { zh: '访问令牌', en: 'Access token' }, type: 'secret', required: true },
      { name: 'refreshToken', label: { zh: '刷新令牌', en: 'Refresh token' }, hint: { zh: '填了它，令牌到期前会自动续。', en: 'With it the token is renewed before it runs out.' }, type: 'secret' },
      { name: 'returnAddressId', label: { zh: '退货地址编号', en: 'Number of the return address' }, hint: { zh: '不填的话，退货要在商家后台同意。', en: 'Left empty, returns are agreed to in the platform’s own program.' }, type: 'text', rare: true },
    ],
  },
  settings: PddSettings,
  test: async (settings, host) => {
    try {
      const now = Math.floor(host.clock.now() / 1000)
      await createPdd(settings, host).call('pdd.order.number.list.increment.get', Numbers, { start_updated_at: now - 60, end_updated_at: now, page_size: 1, is_lucky_flag: 0, order_status: 5, refund_status: 5, page: 1 })
      return null
    } catch (thrown) {
      return sayOf(thrown)
    }
  },
  create: pddLine,
}
