import { md5Sign } from '../../src-gateway/commerce/http/sign.ts'
import { ShopServer, type Answered, type Asked } from './shop-server.ts'

export const PDD = { clientId: 'client', clientSecret: 'client-secret', accessToken: 'token-1', refreshToken: 'refresh-1', returnAddressId: '' }
const WRITES = ['pdd.refund.agree', 'pdd.order.note.update', 'pdd.rdc.pddgenius.sendgoods.cancel']

/** A gateway of 拼多多 with one order that has a refund of 12.30 waiting. */
export class PinduoduoServer extends ShopServer {
  token = 'token-1'
  note = ''
  tag = 0
  status = 2
  agreed = 0
  changedAt = Date.parse('2026-05-01T08:00:00Z') / 1000

  protected isWrite({ body }: Asked): boolean {
    return WRITES.includes((JSON.parse(body) as { type: string }).type)
  }

  protected answer({ body }: Asked): Answered {
    const { sign, ...params } = JSON.parse(body) as Record<string, string>
    if (Object.values(params).some((value) => typeof value !== 'string') || sign !== md5Sign(PDD.clientSecret, params)) return { body: { error_response: { error_code: 20_004, error_msg: 'sign' } } }
    if (!/^\d{10}$/u.test(params['timestamp'] ?? '')) return { body: { error_response: { error_code: 20_003 } } }
    if (params['type'] === 'pdd.pop.auth.token.refresh') {
      if (params['refresh_token'] !== 'refresh-1') return { body: { error_response: { error_code: 10_018 } } }
      this.token = 'token-2'
      return { body: { pop_auth_token_refresh_response: { access_token: 'token-2', refresh_token: 'refresh-2', expires_at: this.changedAt + 10 * 86_400 } } }
    }
    if (params['access_token'] !== this.token) return { body: { error_response: { error_code: 10_019 } } }
    return { body: this.#do(params) }
  }

  #do(params: Record<string, string>): unknown {
    const [start, end] = [Number(params['start_updated_at']), Number(params['end_updated_at'])]
    const inSpan = start <= this.changedAt && this.changedAt <= end
    if (params['start_updated_at'] !== undefined && end - start > 1800) return { error_response: { error_code: 50_001, sub_code: 'span' } }
    switch (params['type']) {
      case 'pdd.order.number.list.increment.get': return { order_sn_increment_get_response: { total_count: inSpan ? 1 : 0, order_sn_list: inSpan ? [{ order_sn: '260501-1234567890' }] : [] } }
      case 'pdd.refund.list.increment.get': return { refund_increment_get_response: { total_count: inSpan ? 1 : 0, refund_list: inSpan ? [{ id: 55_001, order_sn: '260501-1234567890', after_sales_status: this.status, after_sales_type: 2, refund_amount: '12.30', after_sale_reason: '质量问题', created_time: '2026-05-01 15:00:00', updated_time: '2026-05-01 16:00:00', goods_number: '1' }] : [] } }
      case 'pdd.order.information.get': return params['order_sn'] === '260501-1234567890' ? { order_info_get_response: { order_info: { order_sn: '260501-1234567890', order_status: 1, refund_status: this.status === 2 ? 2 : 4, pay_amount: 45.6, created_time: '2026-05-01 10:00:00', pay_time: '2026-05-01 10:01:00', updated_at: '2026-05-01 16:00:00', last_ship_time: '2026-05-03 10:01:00', receiver_name: '王*', receiver_phone: '139****1111', province: '上海市', city: '上海市', town: '徐汇区', address: '***', open_address_id: 'addr1', remark: this.note, remark_tag: this.tag === 0 ? null : this.tag, item_list: [{ goods_id: 77, goods_name: '杯子', goods_spec: '蓝', goods_count: 1, goods_price: 45.6 }] } } } : { order_info_get_response: {} }
      case 'pdd.refund.information.get': return { after_sales_status: this.status, after_sales_type: 1, refund_amount: 1230, expire_time: this.status === 2 ? Date.parse('2026-05-02T12:00:00Z') / 1000 : null, after_sales_reason: '质量问题' }
      case 'pdd.refund.agree': {
        const { request } = { request: JSON.parse(params['request'] ?? '{}') as { order_sn?: string; after_sales_id?: string } }
        if (this.status !== 2 || String(request.after_sales_id) !== '55001') return { response: { result: { succ: false } } }
        this.agreed++
        this.status = 10
        return { response: { result: { succ: true } } }
      }
      case 'pdd.order.note.update':
        this.note = params['note'] ?? ''
        if (params['tag'] !== undefined) this.tag = Number(params['tag'])
        return { response: { success: true, error_code: 0 } }
      default: return { error_response: { error_code: 10_000 } }
    }
  }
}
