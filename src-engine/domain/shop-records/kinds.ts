import { isRecord } from '../guard/whose.ts'
import { pick, pickText, plainKey, type Raw } from './fields.ts'

export type Kind = 'order' | 'customer' | 'product' | 'logistics' | 'case' | 'policy' | 'shop'

/** Names of a kind, as the `type` of a record or as the key of the list that holds it. */
const NAMES: ReadonlyArray<[Kind, RegExp]> = [
  ['order', /^(?:order|trade|purchase|sale|订单|交易)s?(?:list|列表|data|信息)?$/],
  ['customer', /^(?:customer|user|buyer|member|client|account|客户|用户|顾客|买家|会员)s?(?:list|列表|info|信息)?$/],
  ['product', /^(?:product|item|sku|spu|good|article|catalog(?:ue)?|商品|产品|货品)s?(?:list|列表|info|信息)?$/],
  ['logistics', /^(?:logistic|shipment|shipping|parcel|package|deliver(?:y|ie)|tracking|物流|快递|包裹|运单)s?(?:list|列表|info|信息)?$/],
  ['case', /^(?:aftersale|refund|return|exchange|case|ticket|rma|售后|退款|退货|退换货|工单)s?(?:list|列表|信息)?$/],
  ['policy', /^(?:polic(?:y|ie)|rule|term|政策|规则|条款)s?$/],
  ['shop', /^(?:shop|store|merchant|seller|店铺|商家|店)s?(?:info|信息)?$/],
]
export const kindOfName = (name: string): Kind | null => NAMES.find(([, form]) => form.test(plainKey(name)))?.[0] ?? null

export const ORDER_ID = ['orderid', 'orderno', 'ordernumber', 'ordernum', 'ordersn', 'ordercode', 'tradeid', 'tradeno', 'tid', '订单id', '订单号', '订单编号', '交易号']
export const CUSTOMER_ID = ['customerid', 'userid', 'buyerid', 'memberid', 'clientid', 'accountid', 'uid', '用户id', '客户id', '客户编号', '会员id', '买家id', 'buyernick']
export const PRODUCT_ID = ['productid', 'sku', 'skuid', 'spuid', 'spu', 'itemid', 'goodsid', '商品id', '商品编号', '货号']
export const TRACKING = ['trackingno', 'trackingnumber', 'trackingid', 'trackingcode', 'waybill', 'waybillno', 'expressno', 'mailno', '物流单号', '快递单号', '运单号']
export const ITEMS = ['items', 'lines', 'lineitems', 'orderitems', 'orderlines', 'products', 'goods', 'skus', '商品', '商品列表', '订单商品列表', '订单商品', '明细', 'details']
export const STATUS = ['status', 'orderstatus', 'state', 'tradestatus', '订单状态', '交易状态', '状态']
const PRICE = ['price', 'unitprice', 'saleprice', 'pricecents', 'pricefen', '商品价格', '价格', '单价', '售价']
const NAME = ['name', 'title', 'productname', '商品名称', '名称', '标题', 'namezh', 'titlezh']

/**
 * What a record is: by its own `type`, by the list it stands in, else by its fields. null: none that we know.
 * @param holder key of the list or map that holds it
 */
export function kindOf(record: Raw, holder: string | null): Kind | null {
  const type = pickText(record, ['type', 'recordtype', 'kind', 'entity', '类型'])
  const named = type === null ? null : kindOfName(type)
  if (named) return named
  const held = holder === null ? null : kindOfName(holder)
  const shape = byShape(record)
  // Orders often stand under the customer whose they are.
  if (held === 'customer' && shape === 'order') return shape
  return held && !isContainer(record, held) ? held : shape
}

/** `{"orders": {"W1": {...}}}`: the value is a map of records, not one. */
function isContainer(record: Raw, kind: Kind): boolean {
  const values = Object.values(record)
  return kind !== 'policy' && kind !== 'shop' && values.length > 0 && values.every((value) => isRecord(value) || Array.isArray(value)) && byShape(record) === null
}

function byShape(record: Raw): Kind | null {
  const has = (names: readonly string[]): boolean => pick(record, names) !== null
  if (has(ORDER_ID) && (has(ITEMS) || has(STATUS))) return has(['refundid', 'returnid', 'aftersaleid', '退款编号', '售后单号']) ? 'case' : 'order'
  if (has(ITEMS) && (has(STATUS) || has(['total', 'totalamount', 'amount'])) && has(['id', 'no', 'number'])) return 'order'
  if (has(TRACKING)) return 'logistics'
  if (has(CUSTOMER_ID) && !has(PRODUCT_ID) && !has(ORDER_ID)) return 'customer'
  if ((has(PRODUCT_ID) || has(NAME)) && (has(PRICE) || has(['variants', 'stock', 'inventory', '库存']))) return 'product'
  return has(['email', 'phone', 'mobile', '电话号码', '手机号']) && has([...NAME, 'firstname', '用户姓名', '姓名']) ? 'customer' : null
}
