import { md5Sign } from '../../src-gateway/commerce/http/sign.ts'
import { ShopServer, type Answered, type Asked } from './shop-server.ts'

export const JD = { appKey: 'app-key', appSecret: 'app-secret', accessToken: 'token', buId: '10001', operatePin: 'pin', operateNick: 'Amy' }

/** A gateway of JD's JOS with one order that has a return waiting. */
export class JingdongServer extends ShopServer {
  state = 10_002
  modified = '2026-05-01 16:00:00'

  protected isWrite({ body }: Asked): boolean {
    return new URLSearchParams(body).get('method') === 'jingdong.asc.receive.register'
  }

  protected answer({ body }: Asked): Answered {
    const { sign, ...signed } = Object.fromEntries(new URLSearchParams(body))
    const json = signed['360buy_param_json'] ?? '{}'
    const keys = Object.keys(JSON.parse(json) as object)
    if (sign !== md5Sign(JD.appSecret, signed) || keys.join() !== [...keys].sort().join()) return { body: { error_response: { code: '10100006' } } }
    if (signed['access_token'] !== JD.accessToken) return { body: { error_response: { code: '19' } } }
    const method = signed['method'] ?? ''
    return { body: `{"${method.replaceAll('.', '_')}_responce":${this.#do(method, JSON.parse(json) as Record<string, string>)}}` }
  }

  #order(): string {
    return `{"orderId":"290000000001","orderState":"FINISHED_L","orderPayment":"66.00","orderStartTime":"2026-04-20 10:00:00","paymentConfirmTime":"2026-04-20 10:02:00","orderEndTime":"2026-04-24 10:00:00","modified":"${this.modified}","pin":"jd_***1","consigneeInfo":{"fullname":"赵*","mobile":"136****3333","province":"北京","city":"朝阳区","county":"","fullAddress":"***"},"itemInfoList":[{"skuId":"100001","skuName":"键盘","itemTotal":"1","jdPrice":"66.00"}],"venderRemark":"","waybill":"JD0001"}`
  }

  #do(method: string, params: Record<string, string>): string {
    const inSpan = (params['start_date'] ?? '') <= this.modified && this.modified <= (params['end_date'] ?? '~')
    switch (method) {
      case 'jingdong.pop.order.search': return `{"searchorderinfo_result":{"apiResult":{"success":true},"orderTotal":${inSpan ? 1 : 0},"orderInfoList":[${inSpan && params['page'] === '1' ? this.#order() : ''}]}}`
      case 'jingdong.pop.order.get': return params['order_id'] === '290000000001' ? `{"orderDetailInfo":{"apiResult":{"success":true},"orderInfo":${this.#order()}}}` : '{"orderDetailInfo":{"apiResult":{"success":true}}}'
      case 'jingdong.asc.serviceAndRefund.view': {
        const wanted = params['orderId'] === '290000000001' || ((params['applyTimeBegin'] ?? '~') <= '2026-05-01 12:00:00' && '2026-05-01 12:00:00' <= (params['applyTimeEnd'] ?? ''))
        return `{"pageResult":{"totalCount":${wanted ? 1 : 0},"data":[${wanted ? `{"serviceId":8000000001,"orderId":"290000000001","applyTime":"2026-05-01 12:00:00","customerExpect":10,"serviceStatus":${this.state},"skuId":"100001","refundAmount":"66.00","questionTypeName":"质量问题","questionDesc":"按键失灵"}` : ''}]}}`
      }
      case 'jingdong.asc.receive.register':
        this.state = 10_005
        return '{"success":true}'
      default: return '{}'
    }
  }
}
