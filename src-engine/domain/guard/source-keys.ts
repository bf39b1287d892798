/** What the name of a field tells of its value. Names come in snake case, camel case and Chinese. */

/** 2001 to 2096 in milliseconds. */
const isInstant = (value: number): boolean => Number.isInteger(value) && value > 978_307_200_000 && value < 4e12
const TIME_KEY = /(?:At|By|On|Time|Date|_at|_by|_on|_time|_date|time|date|since|timestamp|_ts|Ts|eta|ETA|deadline|until|due|expires|delivery|created|updated|时间|日期|时刻|截止)$/
export const isTimeKey = (key: string): boolean => TIME_KEY.test(key)

/** Milliseconds since 1970 where the number is an instant: milliseconds anywhere, seconds only under a name that says so. */
export function instantOf(value: number, key: string): number | null {
  if (isInstant(value)) return value
  return TIME_KEY.test(key) && isInstant(value * 1000) ? value * 1000 : null
}

export const COUNT_KEY = /(?:quantity|qty|count|num|pieces|seq|version|index|level|width|height|bytes|score|stock|数量|件数|个数|库存|seconds|_id|编号|单号|_no)$|Id$|^(?:id|no|order|trade|tid|zip|postcode|postal_?code)$/i
export const QUANTITY_KEY = /(?:quantity|qty|pieces|(?:item|goods|parcel|package)_?(?:count|num)|^num|^count|数量|件数|个数)$/i
/** Lists whose length is a quantity. */
export const LIST_KEY = /(?:items|products|goods|parcels|packages|orders|skus|edges|商品|包裹|订单|明细)$/i
export const SPAN_KEY: ReadonlyArray<[RegExp, (value: number) => string]> = [
  [/business_?days?$|工作日$/i, (value) => `bd${value}`], [/months?$|个月$|\(月\)$/i, (value) => `mo${value}`], [/years?$|\(年\)$/i, (value) => `mo${value * 12}`], [/days?$|天数$|天$/i, (value) => `h${value * 24}`],
  [/hours?$|小时$/i, (value) => `h${value}`], [/weeks?$/i, (value) => `h${value * 168}`], [/minutes?$|分钟$/i, (value) => `min${value}`],
]
/** Hundredths of the currency. */
export const MINOR_KEY = /(?:cents?|minor|fen|pence|in_cents|minor_units|centAmount|(?:^|_|\()分\)?)$/i
export const SHARE_KEY = /rate|percent|ratio|discount|折扣|比例/i
const CURRENCY_KEYS = ['currency', 'currencyCode', 'currency_code', 'ccy', '币种', '货币']

/** The currency that a record names for its amounts; null when it names none. */
export function currencyIn(record: Readonly<Record<string, unknown>>): string | null {
  for (const key of CURRENCY_KEYS) {
    const value = record[key]
    if (typeof value === 'string' && value !== '') return { 人民币: 'CNY', RMB: 'CNY', 美元: 'USD' }[value] ?? value.toUpperCase()
  }
  return null
}

/** Names, addresses and numbers: what must not be told of another customer. */
export const PRIVATE_KEY = /^(?:.*_?name|displayName|fullName|phone|mobile|tel|email|detail|address\d?|street|region|trackingNo|tracking_number|no|idcard|姓名|收货人|电话|手机号?|地址|收货地址)$/i
export const NAME_KEY = /name|customer|buyer|receiver|recipient|consignee|nick|姓名|收货人|收件人|客户|买家/i
/** A name of goods, a shop or a carrier is no person's. */
export const THING_KEY = /product|item|goods|sku|carrier|company|shop|store|brand|variant|option|spec|商品|名称|规格|物流|快递|店/i
