import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { canonicalHash, unordered, type Json } from './canonical-hash.ts'
import { answerOf, refuse, type ShopDesk } from './shop-port.ts'

/*
 * The JD-style shop of ECom-Bench (XiaoduoAILab/ECom-Bench, Apache-2.0): its tools change what they are told to and look at
 * no order status; that is left to the policy. Keys are Chinese in its files, and stay so here.
 */

const FILES = ['discount', 'invoices', 'logistics', 'orders', 'products', 'register_cashback', 'service', 'users_info'] as const
/** The only number that a new order ever gets. */
const NEW_ORDER = '1234567890'

const Nested = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))))
const Line = z.looseObject({ 商品ID: z.string() })
const Order = z.looseObject({ 订单状态: z.string(), 订单商品列表: z.array(Line), 收货地址: z.record(z.string(), z.unknown()) })
const User = z.looseObject({ 电话号码: z.string(), 用户姓名: z.string(), 电子卡余额: z.number(), 地址信息: z.record(z.string(), z.unknown()) })
const Product = z.looseObject({ 商品价格: z.number() })
const State = z.object({
  discount: z.unknown(), logistics: z.unknown(), invoices: z.record(z.string(), z.unknown()), service: Nested, register_cashback: Nested,
  orders: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.record(z.string(), Order)))),
  products: z.record(z.string(), z.record(z.string(), z.record(z.string(), Product))), users_info: z.record(z.string(), User),
})
export type State = z.infer<typeof State>

const Id = z.union([z.string(), z.number()]).transform(String)
const Place = z.object({ platform: z.string(), shop_id: Id, user_id: Id })
const OfOrder = Place.extend({ order_id: Id })
type OfOrder = z.infer<typeof OfOrder>

const userOf = (state: State, id: string): z.infer<typeof User> => state.users_info[id] ?? refuse('没有这个用户')
const orderOf = (state: State, at: OfOrder): z.infer<typeof Order> => state.orders[at.platform]?.[at.shop_id]?.[at.user_id]?.[at.order_id] ?? refuse('没有这个订单')
const priceOf = (state: State, { platform, shop_id }: { platform: string; shop_id: string }, id: string): number => state.products[platform]?.[shop_id]?.[id]?.商品价格 ?? refuse('没有这个商品')

/** Puts a value under platform, shop, user and order, making what is not there yet. */
function put(root: z.infer<typeof Nested>, { platform, shop_id, user_id, order_id }: OfOrder, value: unknown): void {
  const ofUser = ((root[platform] ??= {})[shop_id] ??= {})[user_id] ??= {}
  ofUser[order_id] = value
}

const Lines = z.array(z.object({ product_id: Id, quantity: z.coerce.number().positive() })).min(1)

function addOrder(state: State, kwargs: unknown): void {
  const at = Place.extend({ product_info_list: Lines, payment: z.string().nullish() }).parse(kwargs)
  const user = userOf(state, at.user_id)
  const lines = at.product_info_list.map(({ product_id, quantity }) => ({ 商品ID: product_id, 商品价格: priceOf(state, at, product_id), 数量: quantity }))
  const order = {
    用户ID: at.user_id, 订单ID: NEW_ORDER, 订单状态: '已付款', 订单总金额: lines.reduce((sum, line) => sum + line.商品价格 * line.数量, 0), 是否加急: false, 订单商品列表: lines,
    收货地址: { 收件人姓名: user.用户姓名, 电话号码: user.电话号码, ...user.地址信息 }, 支付方式: at.payment ?? null,
  }
  const ofUser = ((state.orders[at.platform] ??= {})[at.shop_id] ??= {})[at.user_id] ??= {}
  ofUser[NEW_ORDER] = order
}

function manageOrder(state: State, kwargs: unknown): void {
  const { action } = z.object({ action: z.string() }).parse(kwargs)
  if (action === '增加') return addOrder(state, kwargs)
  const at = OfOrder.extend({ address: z.string().nullish(), phone_number: Id.nullish() }).parse(kwargs)
  const order = orderOf(state, at)
  if (action === '查询') return
  if (action === '取消') order.订单状态 = '已取消'
  else if (action === '修改') {
    if (at.address) order.收货地址['详细地址'] = at.address
    if (at.phone_number) order.收货地址['电话号码'] = at.phone_number
  } else refuse(`没有这个操作：${action}`)
}

function manageExchange(state: State, kwargs: unknown): void {
  const at = OfOrder.extend({ action: z.string().nullish() }).parse(kwargs)
  const order = orderOf(state, at)
  if (at.action === '查询') return
  const { original_product_id, exchange_product_id } = z.object({ original_product_id: Id, exchange_product_id: Id }).parse(kwargs)
  const lines = order.订单商品列表.filter((line) => line.商品ID === original_product_id)
  if (lines.length === 0) refuse('订单里没有这个商品')
  for (const line of lines) line.商品ID = exchange_product_id
}

function manageInvoice(state: State, kwargs: unknown): void {
  const { action, order_id } = z.object({ action: z.string().nullish(), order_id: Id }).parse(kwargs)
  if (action === '查询') return void (state.invoices[order_id] ?? refuse('没有这张发票'))
  const { title, invoice_type, phone_number } = z.object({ title: z.string(), invoice_type: z.string(), phone_number: Id }).parse(kwargs)
  state.invoices[order_id] = { 发票抬头: title, 发票类型: invoice_type, 订单ID: order_id, 手机号码: phone_number }
}

function manageCard(state: State, kwargs: unknown): void {
  const { user_id, action } = z.object({ user_id: Id, action: z.string() }).parse(kwargs)
  const user = userOf(state, user_id)
  if (action === '查询') return
  if (action === '退款') user.电子卡余额 += z.object({ amount: z.coerce.number() }).parse(kwargs).amount
  else if (action === '余额使用') {
    const { platform, shop_id, product_id, quantity } = z.object({ platform: z.string(), shop_id: Id, product_id: Id, quantity: z.coerce.number() }).parse(kwargs)
    user.电子卡余额 -= priceOf(state, { platform, shop_id }, product_id) * quantity
  } else refuse(`没有这个操作：${action}`)
}

function scheduleService(state: State, kwargs: unknown): void {
  const at = OfOrder.extend({ service_type: z.string(), service_time: z.string(), user_name: z.string(), phone_number: Id }).parse(kwargs)
  orderOf(state, at)
  put(state.service, at, {
    服务类型: at.service_type, 店铺ID: at.shop_id, 用户ID: at.user_id, 订单ID: at.order_id, 平台: at.platform, 电话号码: at.phone_number, 用户姓名: at.user_name, 预约日期: at.service_time,
  })
}

/** As their tool does it: the first registration of a user takes the place of the whole shop's register. Its order is looked up nowhere. */
function registerCashback(state: State, kwargs: unknown): void {
  const { platform, shop_id, user_id, order_id, action } = OfOrder.extend({ action: z.string().nullish() }).parse(kwargs)
  userOf(state, user_id)
  if (action === '查询') return
  const ofPlatform = (state.register_cashback[platform] ??= {})
  const ofUser = ofPlatform[shop_id]?.[user_id]
  if (ofUser) ofUser[order_id] = true
  else ofPlatform[shop_id] = { [user_id]: { [order_id]: true } }
}

const TOOLS: Readonly<Record<string, (state: State, kwargs: unknown) => void>> = {
  manage_order: manageOrder, manage_exchange: manageExchange, manage_invoice: manageInvoice, manage_ecard: manageCard, schedule_service: scheduleService,
  manage_return: (state, kwargs) => { orderOf(state, OfOrder.parse(kwargs)).订单状态 = '已退货' },
  manage_urgent: (state, kwargs) => { orderOf(state, OfOrder.parse(kwargs))['是否加急'] = true },
  register_cashback_by_review: registerCashback,
}

const badArgument = (thrown: unknown): string | null => (thrown instanceof z.ZodError ? thrown.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ') : null)

/** Reads the eight files of a folder, or of its folder `data`. @throws Error when one is missing or not of that shape */
export function openEcomBench(folder: string): ShopDesk<State> {
  const at = fs.existsSync(path.join(folder, 'orders.json')) ? folder : path.join(folder, 'data')
  const initial = State.parse(Object.fromEntries(FILES.map((name) => [name, JSON.parse(fs.readFileSync(path.join(at, `${name}.json`), 'utf8')) as unknown])))
  return {
    open() {
      const state = structuredClone(initial)
      return {
        state,
        call: ({ name, kwargs }) => answerOf(() => (Object.hasOwn(TOOLS, name) ? TOOLS[name]?.(state, kwargs) : refuse(`没有这个工具：${name}`)), badArgument),
        records: () => ({ ...state }),
        hash: () => canonicalHash(state as unknown as Json, unordered),
      }
    },
  }
}
