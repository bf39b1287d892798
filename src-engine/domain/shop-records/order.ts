import type { Logistics, Order } from '../../../src-shared/domain/order.ts'
import type { LocalText, Money } from '../../../src-shared/domain/text.ts'
import { isRecord } from '../guard/whose.ts'
import { pick, pickCount, pickInstant, pickLocal, pickMoney, pickText, textOf, type Place, type Raw } from './fields.ts'
import { CUSTOMER_ID, ITEMS, ORDER_ID, PRODUCT_ID, STATUS, TRACKING } from './kinds.ts'
import { caseKind, caseState, orderState, parcelStateOf } from './statuses.ts'

/** What is known of an order beside its record. */
export interface Around { place: Place; /** Key under which a map holds it. */ key: string | null; owner: string | null; titleOf(productId: string): LocalText | null }

const CARRIER = ['carrier', 'carriername', 'courier', 'express', 'expresscompany', 'logisticscompany', 'shippingcompany', 'shippingcarrier', 'provider', '物流公司', '快递公司', '快递', '承运商']
const PARCEL = ['logistics', 'shipment', 'shipments', 'shipping', 'delivery', 'tracking', 'parcel', 'parcels', 'packages', 'fulfillments', 'fulfillment', '物流', '物流信息', '快递信息', '包裹']
const EVENTS = ['events', 'traces', 'trace', 'scans', 'checkpoints', 'tracks', 'history', 'updates', 'route', '物流轨迹', '轨迹', '动态']
const ETA = ['eta', 'etaat', 'estimateddelivery', 'estimateddeliverydate', 'estimatedarrival', 'expecteddelivery', 'expecteddeliverydate', 'expectedarrival', 'expectedat', '预计送达时间', '预计送达', '预计到达']
const TOTAL = ['total', 'totalamount', 'totalprice', 'grandtotal', 'ordertotal', 'orderamount', 'paidamount', 'amountpaid', 'payamount', 'payment', 'amount', '订单总金额', '总金额', '实付金额', '实付', '合计', '金额']
const PLACED = ['placedat', 'createdat', 'orderedat', 'ordertime', 'orderdate', 'createtime', 'created', 'date', '下单时间', '下单日期', '创建时间']
const SHIPPED = ['shippedat', 'shiptime', 'shipdate', 'shippingdate', 'dispatchedat', 'senttime', 'sentat', '发货时间', '发货日期']
const DELIVERED = ['deliveredat', 'deliverytime', 'delivereddate', 'receivedat', 'signedat', 'signtime', '签收时间', '实际送达时间', '送达时间']

/** An order of any shop in our own shape; what its record does not say stays empty (0, '', null). null: it has no number. */
export function readOrder(raw: Raw, around: Around): Order | null {
  const { place } = around
  const no = pickText(raw, [...ORDER_ID, 'no', 'number', 'id', '编号', '单号']) ?? around.key
  if (no === null) return null
  const logistics = readParcel(parcelOf(raw), raw, place)
  const items = readItems(raw, around)
  const stated = pickText(raw, STATUS)
  const known = stated === null ? null : orderState(stated)
  const deliveredAt = pickInstant(raw, DELIVERED, place.timeZone) ?? (logistics?.status === 'delivered' ? (logistics.events.at(-1)?.at ?? null) : null)
  const shippedAt = pickInstant(raw, SHIPPED, place.timeZone)
  // A state that we have no word for is told in the shop's; `completed` promises nothing and begins nothing.
  const status = known ?? (deliveredAt !== null ? 'delivered' : logistics || shippedAt !== null ? 'shipped' : 'completed')
  return {
    no, customerId: around.owner ?? ownerOf(raw) ?? `of ${no}`, status: withParcel(status, logistics),
    ...(known === null ? { shownStatus: stated === null ? { zh: '', en: '' } : shown(stated) } : {}),
    items: items.length > 0 ? items : [{ productId: '', title: { zh: `订单${no}`, en: `order ${no}` }, variant: { zh: '', en: '' }, quantity: 1, price: NOTHING }],
    total: pickMoney(raw, TOTAL, place) ?? paymentOf(raw, place) ?? NOTHING,
    placedAt: pickInstant(raw, PLACED, place.timeZone) ?? 0, paidAt: pickInstant(raw, ['paidat', 'paytime', 'paymenttime', '付款时间', '支付时间'], place.timeZone),
    promisedShipBy: pickInstant(raw, ['promisedshipby', 'shipby', 'shipdeadline', 'latestshiptime', 'latestship', 'dispatchby', '承诺发货时间', '最晚发货时间', '预计发货时间'], place.timeZone),
    shippedAt, deliveredAt, address: { name: '', phone: '', region: '', detail: '' }, logistics, afterSale: readCase(caseOf(raw), place), memo: '',
  }
}

const NOTHING: Money = { amount: 0, currency: 'CNY' }

/** Whose it is: an id of its own, or the customer record within. */
export function ownerOf(raw: Raw): string | null {
  const own = pickText(raw, CUSTOMER_ID)
  if (own !== null) return own
  const person = pick(raw, ['customer', 'user', 'buyer', '客户', '用户', '买家'])?.value
  return isRecord(person) ? pickText(person, [...CUSTOMER_ID, 'id', 'name']) : textOf(person)
}

/** A word of another language than the reply's is not told. */
const shown = (text: string): LocalText => (/\p{Script=Han}/u.test(text) ? { zh: text, en: '' } : { zh: '', en: text.replace(/_/g, ' ').toLowerCase() })

/** The parcel's own state is newer than the order's. */
function withParcel(status: Order['status'], parcel: Logistics | null): Order['status'] {
  if (status !== 'paid' && status !== 'shipped') return status
  if (parcel?.status === 'delivered') return 'delivered'
  return hasLeft(parcel) ? 'shipped' : status
}

/** A label that was printed is no parcel on its way. */
export const hasLeft = (parcel: Logistics | null): boolean => parcel?.events.some(({ text }) => !/创建|提交|下单|created|label|information received/i.test(`${text.zh} ${text.en}`)) ?? false

function readItems(raw: Raw, { place, titleOf }: Around): Order['items'] {
  const list = pick(raw, ITEMS)?.value
  const entries = Array.isArray(list) ? list : isRecord(list) ? Object.values(list) : []
  const found = entries.length > 0 ? entries : pick(raw, ['product', 'productname', 'item', 'goods', 'sku', '商品名称', '商品'])?.value === undefined ? [] : [raw]
  return found.flatMap((entry): Order['items'] => {
    if (typeof entry === 'string') return [{ productId: '', title: titleOf(entry) ?? { zh: entry, en: entry }, variant: { zh: '', en: '' }, quantity: 1, price: NOTHING }]
    if (!isRecord(entry)) return []
    const inner = entry['product']
    const goods = isRecord(inner) ? { ...inner, ...entry, product: undefined } : entry
    const productId = pickText(goods, PRODUCT_ID) ?? (entry === raw ? '' : pickText(goods, ['id'])) ?? ''
    const title = pickLocal(goods, ['name', 'title', 'productname', 'itemname', 'producttitle', 'product', '商品名称', '名称', '商品']) ?? titleOf(productId)
    return title ? [{ productId, title, variant: variantOf(goods), quantity: Math.max(1, pickCount(goods, ['quantity', 'qty', 'count', 'num', '数量', '件数']) ?? 1), price: pickMoney(goods, ['price', 'unitprice', '单价', '价格'], place) ?? NOTHING }] : []
  })
}

/** `颜色: 黑, 尺码: M` or `{color: "blue"}` as one text. */
function variantOf(item: Raw): LocalText {
  const value = pick(item, ['variant', 'varianttitle', 'options', 'option', 'spec', 'skuname', 'attributes', '规格', '款式'])?.value
  const parts = isRecord(value) && !('zh' in value) ? Object.values(value).flatMap((part) => textOf(part) ?? []) : []
  if (parts.length > 0) return { zh: parts.join(' '), en: parts.join(', ') }
  const own = pickLocal(item, ['variant', 'varianttitle', 'options', 'option', 'spec', 'skuname', '规格', '款式'])
  const loose = [pickText(item, ['color', 'colour', '颜色']), pickText(item, ['size', '尺码', '尺寸'])].filter((part) => part !== null)
  return own ?? { zh: loose.join(' '), en: loose.join(', ') }
}

const firstRecord = (value: unknown): Raw | null => (isRecord(value) ? value : Array.isArray(value) ? (value.findLast(isRecord) ?? null) : null)
const parcelOf = (raw: Raw): Raw => firstRecord(pick(raw, PARCEL)?.value) ?? raw
/** A case stands within its order, or comes with its own record. */
const caseOf = (raw: Raw): Raw | null => firstRecord(pick(raw, ['aftersale', 'aftersales', 'refund', 'refunds', 'return', 'returns', 'exchange', 'case', 'rma', '售后', '退款', '退货', '换货'])?.value)

/** The parcel within an order, in a record of its own, or in fields of the order itself; null when nothing tells of one. */
export function readParcel(raw: Raw, order: Raw | null, place: Place): Logistics | null {
  const carrier = pickLocal(raw, CARRIER) ?? (order ? pickLocal(order, CARRIER) : null)
  const trackingNo = pickText(raw, [...TRACKING, ...(raw === order ? [] : ['number', 'no', '单号'])]) ?? (order ? pickText(order, TRACKING) : null)
  if (trackingNo === null && carrier === null) return null
  const events = readScans(pick(raw, EVENTS)?.value ?? (order ? pick(order, ['trackingevents', 'tracking_history', '物流轨迹'])?.value : undefined), place)
  const stated = pickText(raw, raw === order ? ['shippingstatus', 'deliverystatus', 'logisticsstatus', '物流状态'] : STATUS)
  return { carrier: carrier ?? { zh: '', en: '' }, trackingNo: trackingNo ?? '', status: (stated === null ? null : parcelStateOf(stated)) ?? 'in-transit', etaAt: pickInstant(raw, ETA, place.timeZone) ?? (order ? pickInstant(order, ETA, place.timeZone) : null), events }
}

function readScans(value: unknown, place: Place): Logistics['events'] {
  const scans = (Array.isArray(value) ? value : []).flatMap((entry): Logistics['events'] => {
    if (!isRecord(entry)) return []
    const at = pickInstant(entry, ['at', 'time', 'timestamp', 'datetime', 'date', 'occurredat', '时间', '日期'], place.timeZone)
    const text = pickLocal(entry, ['text', 'description', 'desc', 'message', 'context', 'detail', 'event', 'status', '描述', '内容', '状态']) ?? pickLocal(entry, ['location', 'city', '位置'])
    return at === null || text === null ? [] : [{ at, text }]
  })
  return scans.sort((a, b) => a.at - b.at)
}

/** A refund, return, exchange or repair that runs or ran; null where its kind or its state cannot be told. */
export function readCase(raw: Raw | null, place: Place): Order['afterSale'] {
  if (!raw) return null
  const stated = pickText(raw, [...STATUS, 'refundstatus', 'stage', '退款状态', '售后状态'])
  const kind = caseKind([pickText(raw, ['kind', 'type', 'servicetype', 'aftersaletype', '服务类型', '售后类型', '类型']) ?? '', Object.keys(raw).join(' ')].join(' '))
  if (stated === null || kind === null) return null
  const status = caseState(stated)
  return {
    ...(status === null ? { shownStatus: shown(stated) } : {}),
    id: pickText(raw, ['id', 'refundid', 'returnid', 'aftersaleid', '编号']) ?? '', kind, status: status ?? 'requested', amount: pickMoney(raw, ['amount', 'refundamount', 'total', '退款金额', '金额'], place) ?? NOTHING,
    requestedAt: pickInstant(raw, ['requestedat', 'createdat', 'appliedat', 'submittedat', 'created', 'date', '申请时间', '创建时间'], place.timeZone) ?? 0,
  }
}

/** What was paid, where the order keeps a list of payments: `{"payment_history": [{"amount": ...}]}`. */
function paymentOf(raw: Raw, place: Place): Money | null {
  const list = pick(raw, ['paymenthistory', 'payments', 'transactions'])?.value
  const [first] = Array.isArray(list) ? list.filter(isRecord) : []
  return first ? pickMoney(first, ['amount', 'total'], place) : null
}
