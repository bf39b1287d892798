import { z } from 'zod'
import type { AfterSaleCase, CaseAct } from '../../../src-shared/domain/case.ts'
import { unsupported, type Performed } from '../../../src-shared/domain/commerce-port.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { afterSaleOf } from '../http/after-sale.ts'
import { chinaTime } from '../http/china-time.ts'
import { refusedBy } from '../http/errors.ts'
import { noNews, NO_GOODS, understood, type News } from '../http/lines.ts'
import { sayOf } from '../http/say-of.ts'
import { windowsOf } from '../http/windows.ts'
import type { ShopHost, ShopKind, ShopLine } from '../shop-kind.ts'
import { createJd, JdSettings } from './client.ts'
import { JD_FIELDS, jdCase, jdCustomer, jdOrder, JdOrder, JdService } from './map.ts'

const PAGE = 100
/** The search takes a month; a day keeps its pages few. */
const SPAN_MS = 24 * 60 * 60 * 1000
const STATES = 'NOT_PAY,WAIT_SELLER_STOCK_OUT,WAIT_SELLER_DELIVERY,WAIT_GOODS_RECEIVE_CONFIRM,FINISHED_L,TRADE_CANCELED,PAUSE,LOCKED'
const Said = z.object({ success: z.boolean().default(true), numberCode: z.coerce.string().default('') }).nullish()
const Search = z.object({ searchorderinfo_result: z.object({ apiResult: Said, orderTotal: z.coerce.number().default(0), orderInfoList: z.array(z.unknown()).nullish() }) })
const Detail = z.object({ orderDetailInfo: z.object({ apiResult: Said, orderInfo: z.unknown().optional() }) })
const Services = z.object({ pageResult: z.object({ totalCount: z.coerce.number().default(0), data: z.array(z.unknown()).nullish() }) })

function heard(result: z.infer<typeof Said>): void {
  if (result && !result.success) throw refusedBy(result.numberCode || 'api-result')
}

/**
 * Orders and after-sale services of JD. The open documents that we have let nobody change an order; of an after-sale service
 * the arrival of goods can be registered. No write of orders, so nothing for the frame of `http/keyless.ts` to hold. Everything else is done in JD's own program, and said so.
 */
function jdLine(settings: JdSettings, host: ShopHost): ShopLine {
  const jd = createJd(settings, host)
  const { connectionId } = host
  const operator = { buId: settings.buId, operatePin: settings.operatePin, operateNick: settings.operateNick }

  async function raw(no: string): Promise<JdOrder | null> {
    if (!/^\d{6,25}$/u.test(no)) return null
    const { orderDetailInfo: { apiResult, orderInfo } } = await jd.call('jingdong.pop.order.get', Detail, { order_id: no, optional_fields: JD_FIELDS })
    heard(apiResult)
    return orderInfo === undefined || orderInfo === null ? null : JdOrder.parse(orderInfo)
  }
  const serviceRows = async (params: Record<string, unknown>): Promise<z.infer<typeof Services>['pageResult']> =>
    settings.buId === '' ? { totalCount: 0, data: [] } : (await jd.call('jingdong.asc.serviceAndRefund.view', Services, { ...operator, pageSize: PAGE, ...params })).pageResult
  async function casesOf(order: JdOrder): Promise<AfterSaleCase[]> {
    const { data } = await serviceRows({ orderId: order.orderId, pageNumber: 1 })
    return (data ?? []).map((one) => jdCase(connectionId, JdService.parse(one), order)).sort((a, b) => b.openedAt - a.openedAt)
  }
  async function whole(no: string): Promise<Order | null> {
    const found = await raw(no)
    const [newest] = found ? await casesOf(found) : []
    return found && jdOrder(connectionId, found, newest ? afterSaleOf(newest) : null)
  }
  async function* changes(from: number, to: number): AsyncGenerator<News> {
    for (const window of windowsOf(from, to, SPAN_MS)) {
      for (let page = 1, seen = 0; ; page++) {
        // dateType 0: by the time of change; the sizes are texts.
        const { searchorderinfo_result: result } = await jd.call('jingdong.pop.order.search', Search, { start_date: chinaTime(window.from), end_date: chinaTime(window.to), order_state: STATES, optional_fields: JD_FIELDS, page: String(page), page_size: String(PAGE), sortType: 0, dateType: 0 })
        heard(result.apiResult)
        const news = noNews()
        for (const one of result.orderInfoList ?? []) {
          const row = understood(JdOrder, one, String((one as { orderId?: unknown } | null)?.orderId ?? ''), news)
          if (row) news.orders.push({ order: jdOrder(connectionId, row), customer: jdCustomer(connectionId, row) })
        }
        yield news
        seen += result.orderInfoList?.length ?? 0
        if (!result.orderInfoList?.length || seen >= result.orderTotal) break
      }
      for (let pageNumber = 1, seen = 0; ; pageNumber++) {
        const { totalCount, data } = await serviceRows({ applyTimeBegin: chinaTime(window.from), applyTimeEnd: chinaTime(window.to), pageNumber })
        const news = noNews()
        for (const one of data ?? []) {
          const row = understood(JdService, one, '', news)
          const order = row && await raw(row.orderId)
          if (!row || !order) continue
          const known = jdCase(connectionId, row, order)
          news.orders.push({ order: jdOrder(connectionId, order, afterSaleOf(known)), customer: jdCustomer(connectionId, order) })
          news.cases.push(known)
        }
        yield news
        seen += data?.length ?? 0
        if (!data?.length || seen >= totalCount) break
      }
    }
  }
  async function decide(one: AfterSaleCase, act: CaseAct): Promise<Performed> {
    if (act.kind !== 'received') return { state: 'refused', reason: 'unsupported', detail: `case:${act.kind}` }
    await jd.call('jingdong.asc.receive.register', z.unknown(), { ...operator, serviceId: one.no, orderId: one.orderNo }, true)
    return { state: 'done', reference: one.no, pays: null }
  }
  return {
    ...NO_GOODS, kinds: new Set(), changes, decide, order: whole, repeatable: () => false,
    orders: async () => [],
    logistics: async (no) => (await whole(no))?.logistics ?? null,
    findCustomer: async ({ orderNo }) => {
      const found = orderNo === undefined ? null : await raw(orderNo)
      return found && jdCustomer(connectionId, found)
    },
    perform: async ({ action }) => unsupported(action.kind),
    lookUp: async () => 'not-done',
    case: async (no, orderNo) => {
      const order = await raw(orderNo)
      return order ? (await casesOf(order)).find((one) => one.no === no) ?? null : null
    },
  }
}

export const jingdong: ShopKind<JdSettings> = {
  form: {
    kind: 'jd', title: { zh: '京东', en: 'JD' }, about: { zh: '订单与售后服务单；修改与退款仍在商家后台做', en: 'Orders and after-sale services; changes and refunds stay in JD’s own program' },
    steps: [{ zh: '在京东宙斯创建应用，申请订单与商家售后权限，店铺授权后填入令牌。', en: 'Create an app on JD’s JOS, ask for the order and after-sale permissions, have the shop authorise it and enter the token.' }],
    fields: [
      { name: 'appKey', label: { zh: 'App Key', en: 'App key' }, type: 'text', required: true },
      { name: 'appSecret', label: { zh: 'App Secret', en: 'App secret' }, type: 'secret', required: true },
      { name: 'accessToken', label: { zh: '访问令牌', en: 'Access token' }, type: 'secret', required: true },
      { name: 'buId', label: { zh: '售后商家编号（buId）', en: 'After-sale shop number (buId)' }, hint: { zh: '不填就不读售后。', en: 'Left empty, after-sale is not read.' }, type: 'text' },
      { name: 'operatePin', label: { zh: '操作人账号', en: 'Account that acts' }, type: 'text' },
      { name: 'operateNick', label: { zh: '操作人姓名', en: 'Name of who acts' }, type: 'text' },
    ],
  },
  settings: JdSettings,
  test: async (settings, host) => {
    try {
      const now = host.clock.now()
      const { searchorderinfo_result: result } = await createJd(settings, host).call('jingdong.pop.order.search', Search, { start_date: chinaTime(now - 60_000), end_date: chinaTime(now), order_state: STATES, optional_fields: 'orderId', page: '1', page_size: '1', sortType: 0, dateType: 0 })
      heard(result.apiResult)
      return null
    } catch (thrown) {
      return sayOf(thrown)
    }
  },
  create: jdLine,
}
