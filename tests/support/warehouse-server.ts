import { createHash, createHmac } from 'node:crypto'
import { ShopServer, type Answered, type Asked } from './shop-server.ts'

export type WarehouseSystem = 'jushuitan' | 'wangdiantong' | 'kuaimai'
export const WAREHOUSE_KEYS: Readonly<Record<WarehouseSystem, Record<string, string>>> = {
  jushuitan: { appKey: 'jst-key', accessToken: 'jst-token', secret: 'jst-secret' },
  wangdiantong: { sid: 'shop1', appKey: 'wdt-key', secret: 'wdt-secret' },
  kuaimai: { appKey: 'km-key', accessToken: 'km-session', secret: 'km-secret' },
}
const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
interface Row { id: string; no: string; status: string; flags: number; name: string; phone: string; detail: string }

/** A warehouse system over real HTTP with one order, as the documents named in its mapping have it; signatures are checked by code of its own. */
export class WarehouseServer extends ShopServer {
  readonly system: WarehouseSystem
  rows: Row[]
  /** How often it really cancelled, changed and intercepted. */
  readonly done = { cancel: 0, address: 0, intercept: 0 }
  /** Answered to so many of the next calls in place of anything else: too many calls. */
  busy = 0
  /** Happens before a write is looked at: a colleague who is faster. */
  onWrite: () => void = () => undefined

  constructor(system: WarehouseSystem, orderNo: string, status: string) {
    super()
    this.system = system
    this.rows = [{ id: system === 'kuaimai' ? '5000000000000000123' : '70012', no: orderNo, status, flags: 0, name: 'Ann Lee', phone: '+440123456', detail: '1 Elm St' }]
  }

  protected isWrite({ body, url }: Asked): boolean {
    const method = new URLSearchParams(body).get('method') ?? ''
    return url.pathname.endsWith('/cancel') || (method !== '' && method !== 'erp.trade.list.query')
  }

  protected answer(asked: Asked): Answered {
    const params = Object.fromEntries(new URLSearchParams(asked.body))
    if (this.busy > 0) {
      this.busy--
      return this.system === 'kuaimai' ? { status: 429, body: '' } : { body: { code: this.system === 'jushuitan' ? 199 : 1010, message: 'too many' } }
    }
    if (this.isWrite(asked)) this.onWrite()
    return { body: { jushuitan: () => this.#jushuitan(asked.url.pathname, params), wangdiantong: () => this.#wangdiantong(asked.url.pathname, params), kuaimai: () => this.#kuaimai(params) }[this.system]() }
  }

  #jushuitan(path: string, { sign, ...params }: Record<string, string>): unknown {
    const keys = WAREHOUSE_KEYS.jushuitan
    const text = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}${value}`).join('')
    if (sign !== md5(`${keys['secret']}${text}`)) return { code: 10, msg: '无效签名' }
    if (params['access_token'] !== keys['accessToken']) return { code: 100, msg: 'token' }
    const biz = JSON.parse(params['biz'] ?? '{}') as { so_ids?: string[]; o_ids?: number[] }
    if (path === '/open/orders/single/query') return { code: 0, msg: '执行成功', data: { has_next: false, orders: this.#found(biz.so_ids?.[0]).map((row) => ({ o_id: Number(row.id), so_id: row.no, status: row.status, receiver_name: row.name, receiver_mobile: row.phone, receiver_address: row.detail })) } }
    if (path !== '/open/jushuitan/orderbyoid/cancel') return { code: 404, msg: path }
    const rows = this.rows.filter(({ id }) => biz.o_ids?.includes(Number(id)))
    if (rows.length === 0 || rows.some(({ status }) => status === 'Sent' || status === 'Cancelled')) return { code: 1, msg: '订单状态不允许取消' }
    for (const row of rows) row.status = 'Cancelled'
    this.done.cancel++
    return { code: 0, msg: '执行成功', data: { cancel_count: rows.length } }
  }

  #wangdiantong(path: string, { sign, ...params }: Record<string, string>): unknown {
    const pad = (n: number, digits: number) => String(n).padStart(digits, '0')
    const packed = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${pad(name.length, 2)}-${name}:${pad([...value].length, 4)}-${value}`).join(';')
    if (sign !== md5(`${packed}${WAREHOUSE_KEYS.wangdiantong['secret']}`)) return { code: 60, message: 'sign' }
    if (path !== '/trade_query.php') return { code: 404, message: path }
    const found = this.#found(params['src_tid'])
    return { code: 0, message: 'ok', total_count: found.length, trades: found.map((row) => ({ trade_no: row.id, src_tids: row.no, trade_status: row.status, consign_status: String(row.flags), receiver_name: row.name, receiver_mobile: row.phone, receiver_address: row.detail })) }
  }

  #kuaimai({ sign, ...params }: Record<string, string>): unknown {
    const keys = WAREHOUSE_KEYS.kuaimai
    const text = Object.entries(params).filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}${value}`).join('')
    if (sign !== createHmac('sha256', keys['secret'] ?? '').update(text).digest('hex').toUpperCase()) return { success: false, code: '25', msg: 'sign' }
    if (params['session'] !== keys['accessToken']) return { success: false, code: '27', msg: 'session' }
    const rows = this.rows.filter(({ id }) => (params['sids'] ?? params['sid'] ?? '').split(',').includes(id))
    const no = { success: false, code: '20150', msg: '状态不允许' }
    switch (params['method']) {
      case 'erp.trade.list.query': {
        const found = this.#found(params['tid'])
        // Numbers of 19 digits, written as numbers.
        return `{"success":true,"total":${found.length},"list":[${found.map((row) => `{"sid":${row.id},"tid":${JSON.stringify(row.no)},"sysStatus":"${row.status}","isCancel":${row.flags},"receiverName":${JSON.stringify(row.name)},"receiverMobile":"${row.phone}","receiverAddress":${JSON.stringify(row.detail)}}`).join(',')}]}`
      }
      case 'erp.trade.cancel':
        if (rows.length === 0 || rows.some(({ status }) => ['WAIT_WEIGHT', 'WAIT_SEND_GOODS', 'SELLER_SEND_GOODS', 'CLOSED'].includes(status))) return no
        for (const row of rows) row.status = 'CLOSED'
        this.done.cancel++
        return { success: true }
      case 'erp.trade.receiver.info.update':
        if (rows.length !== 1 || !params['receiverState'] || !params['receiverDistrict']) return no
        for (const row of rows) Object.assign(row, { name: params['receiverName'], phone: params['receiverMobile'], detail: params['receiverAddress'] })
        this.done.address++
        return { success: true }
      case 'erp.trade.send.goods.intercept':
        if (rows.length === 0 || rows.some(({ status }) => status !== 'WAIT_WEIGHT' && status !== 'WAIT_SEND_GOODS')) return no
        this.done.intercept++
        return { success: true }
      default: return { success: false, code: '1', msg: 'method' }
    }
  }

  #found(no: string | undefined): Row[] {
    return this.rows.filter((row) => row.no.split(',').includes(no ?? ''))
  }
}
