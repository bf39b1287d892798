import { doudianSign, paramJson } from '../../src-gateway/commerce/doudian/client.ts'
import { ShopServer, type Answered, type Asked } from './shop-server.ts'

export const DOUDIAN = { appKey: 'app-key', appSecret: 'app-secret', shopId: '123', returnAddressId: '' }
const NO = '6936476692437472563'
const CASE = '6936476692437479999'

/** An open platform of 抖店 with one order that has a refund of 20.00 waiting. Numbers have 19 digits. */
export class DoudianServer extends ShopServer {
  words = ''
  stars = 0
  status = 6
  operated = 0
  tokens = 0
  version = Date.parse('2026-05-01T08:00:00Z') / 1000

  protected isWrite({ url }: Asked): boolean {
    return url.pathname === '/afterSale/operate' || url.pathname === '/order/addOrderRemark'
  }

  protected answer({ url, body }: Asked): Answered {
    const query = Object.fromEntries(url.searchParams)
    const method = query['method'] ?? ''
    if (url.pathname !== `/${method.replaceAll('.', '/')}` || body !== paramJson(JSON.parse(body)) || query['sign'] !== doudianSign(DOUDIAN.appSecret, { appKey: query['app_key'] ?? '', method, json: body, timestamp: query['timestamp'] ?? '' })) return { body: { code: 40_003, sub_code: 'isv.sign-invalid' } }
    const params = JSON.parse(body) as Record<string, unknown>
    if (method === 'token.create' || method === 'token.refresh') {
      this.tokens++
      return { body: { code: 10_000, data: { access_token: `token-${this.tokens}`, refresh_token: `refresh-${this.tokens}`, expires_in: 604_800 } } }
    }
    if (query['access_token'] !== `token-${this.tokens}`) return { body: { code: 30_002, sub_code: 'isv.access-token-expired' } }
    const data = this.#do(method, params)
    return { body: data === null ? { code: 50_002, sub_code: 'isv.business-failed:20309541' } : `{"code":10000,"data":${data}}` }
  }

  #order(): string {
    return `{"order_id":"${NO}","order_status":105,"pay_amount":8800,"create_time":1777600000,"pay_time":1777600060,"update_time":${this.version},"exp_ship_time":1777800000,"doudian_open_id":"open1","mask_post_receiver":"李*","mask_post_tel":"137****2222","mask_post_addr":{"province":{"name":"广东省"},"city":{"name":"广州市"},"town":{"name":"天河区"},"detail":"***"},"seller_words":${JSON.stringify(this.words)},"seller_remark_stars":${this.stars},"sku_order_list":[{"order_id":"${NO}","product_id":3500000000000000001,"product_name":"台灯","spec":[{"name":"颜色","value":"白"}],"item_num":1,"goods_price":8800}]}`
  }

  #afterSale(): string {
    return `{"aftersale_info":{"aftersale_id":"${CASE}","aftersale_type":2,"aftersale_status":${this.status},"related_id":"${NO}","apply_time":1777610000,"update_time":${this.version},"refund_amount":2000,"reason":"不想要了","status_deadline":${this.status === 6 ? 1777700000 : 0}},"order_info":{"shop_order_id":"${NO}"}}`
  }

  #do(method: string, params: Record<string, unknown>): string | null {
    const from = Number(params['update_time_start'] ?? params['update_start_time'] ?? 0)
    const to = Number(params['update_time_end'] ?? params['update_end_time'] ?? Infinity)
    const inSpan = from <= this.version && this.version <= to
    switch (method) {
      case 'order.searchList': return inSpan && params['page'] === 0 ? `{"total":1,"shop_order_list":[${this.#order()}]}` : `{"total":${inSpan ? 1 : 0},"shop_order_list":[]}`
      case 'order.orderDetail': return params['shop_order_id'] === NO ? `{"shop_order_detail":${this.#order()}}` : '{}'
      case 'afterSale.List':
        // The platform loses rows without this order.
        if (params['order_id'] === undefined && JSON.stringify(params['order_by']) !== '["update_time asc"]') return '{"has_more":false,"items":[]}'
        return (params['order_id'] === NO || (params['order_id'] === undefined && inSpan)) && params['page'] === 0 ? `{"has_more":false,"items":[${this.#afterSale()}]}` : '{"has_more":false,"items":[]}'
      case 'afterSale.operate': {
        const [item] = params['items'] as { aftersale_id: string; update_time: number }[]
        if (params['type'] !== 201 || item?.aftersale_id !== CASE || item.update_time !== this.version || this.status !== 6) return null
        this.operated++
        this.status = 12
        this.version++
        return '{"items":[{"status_code":0}]}'
      }
      case 'order.addOrderRemark':
        this.words = String(params['remark'])
        if (params['is_add_star'] === 'true') this.stars = Number(params['star'])
        this.version++
        return '{}'
      default: return null
    }
  }
}
