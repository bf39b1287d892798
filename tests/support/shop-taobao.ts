import { hmacSign } from '../../src-gateway/commerce/http/sign.ts'
import { ShopServer, type Answered, type Asked } from './shop-server.ts'

export const TAOBAO = { appKey: 'app-key', appSecret: 'app-secret', session: 'session-token', tmall: false }
const WRITES = ['taobao.rp.refunds.agree', 'taobao.trade.memo.update', 'taobao.rdc.aligenius.sendgoods.cancel', 'taobao.refund.refuse', 'taobao.rp.returngoods.agree']

/** A gateway of TOP with one trade (more by `trades`) that has a refund of 30.00 waiting. Numbers have 19 digits and are written as numbers. */
export class TaobaoServer extends ShopServer {
  memo = ''
  flag = 0
  refund = { refund_id: '7188000000000000111', status: 'WAIT_SELLER_AGREE', fee: '30.00', version: '1777000000000' }
  modified = '2026-05-01 16:00:00'
  agreed = 0
  /** Others in the list of what was sold, in their order of change. */
  readonly others: string[] = []
  messages: { id: number; content: string }[] = []
  readonly confirmed: string[] = []
  /** While page by page is read, this happens after each page. */
  onPage: () => void = () => undefined

  protected isWrite({ body }: Asked): boolean {
    return WRITES.includes(new URLSearchParams(body).get('method') ?? '')
  }

  #trade(tid: string): string {
    const refund = tid === '2188000000000000001' ? `"refund_status":"${this.refund.status}","refund_id":${this.refund.refund_id}` : '"refund_status":"NO_REFUND"'
    return `{"tid":${tid},"status":"WAIT_BUYER_CONFIRM_GOODS","payment":"120.00","created":"2026-04-30 10:00:00","pay_time":"2026-04-30 10:01:00","consign_time":"2026-05-01 09:00:00","modified":"${this.modified}","buyer_open_uid":"AAF1","buyer_nick":"陈**","receiver_name":"陈*","receiver_mobile":"138****4321","receiver_state":"浙江省","receiver_city":"杭州市","receiver_district":"西湖区","receiver_address":"文三路***","seller_memo":${JSON.stringify(this.memo)},"seller_flag":${this.flag},"orders":{"order":[{"oid":${tid},"num_iid":9,"title":"耳机","sku_properties_name":"颜色:白","num":1,"price":"120.00",${refund}}]}}`
  }

  #refund(): string {
    return `{"refund_id":${this.refund.refund_id},"tid":2188000000000000001,"oid":2188000000000000001,"status":"${this.refund.status}","has_good_return":false,"refund_fee":"${this.refund.fee}","reason":"质量问题","desc":"有划痕","created":"2026-05-01 12:00:00","refund_version":${this.refund.version},"refund_phase":"onsale","refund_remind_timeout":{"exist_timeout":true,"timeout":"2026-05-03 12:00:00"}}`
  }

  protected answer({ body, headers }: Asked): Answered {
    const params = Object.fromEntries(new URLSearchParams(body))
    const { sign, method = '', ...signed } = params
    if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return { status: 400, body: '' }
    if (sign !== hmacSign('sha256', TAOBAO.appSecret, { ...signed, method })) return { body: { error_response: { code: 25, msg: 'Invalid signature' } } }
    if (params['session'] !== TAOBAO.session) return { body: { error_response: { code: 27, msg: 'Invalid session' } } }
    if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u.test(params['timestamp'] ?? '')) return { body: { error_response: { code: 30 } } }
    const said = this.#do(method, params)
    return { body: said.startsWith('{"error') ? said : `{"${method.replace('taobao.', '').replaceAll('.', '_')}_response":${said}}` }
  }

  #do(method: string, params: Record<string, string>): string {
    const spanDays = (Date.parse(`${params['end_modified']}Z`) - Date.parse(`${params['start_modified']}Z`)) / 86_400_000
    const inSpan = (params['start_modified'] ?? '') <= this.modified && this.modified <= (params['end_modified'] ?? '')
    switch (method) {
      case 'taobao.trades.sold.increment.get': {
        if (spanDays > 1) return '{"error_response":{"code":15,"sub_code":"isv.invalid-parameter:date"}}'
        const all = inSpan ? ['2188000000000000001', ...this.others] : []
        if (params['use_has_next'] === 'false') return `{"total_results":${all.length}}`
        const size = Number(params['page_size'])
        const start = (Number(params['page_no']) - 1) * size
        const page = all.slice(start, start + size)
        this.onPage()
        return `{"has_next":true,"trades":{"trade":[${page.map((tid) => `{"tid":${tid}}`).join(',')}]}}`
      }
      case 'taobao.trade.fullinfo.get': return ['2188000000000000001', ...this.others].includes(params['tid'] ?? '') ? `{"trade":${this.#trade(params['tid'] ?? '')}}` : '{"error_response":{"code":15,"sub_code":"isv.trade-not-exist"}}'
      case 'taobao.refunds.receive.get': return !inSpan ? '{"total_results":0}' : params['use_has_next'] === 'false' ? '{"total_results":1}' : `{"refunds":{"refund":[{"refund_id":${this.refund.refund_id}}]}}`
      case 'taobao.refund.get': return `{"refund":${this.#refund()}}`
      case 'taobao.rp.refunds.agree': {
        if (params['refund_infos'] !== `${this.refund.refund_id}|${Math.round(Number(this.refund.fee) * 100)}|${this.refund.version}`) return '{"succ":false,"msg_code":"VERSION"}'
        if (this.refund.status !== 'WAIT_SELLER_AGREE') return '{"succ":false,"msg_code":"STATUS"}'
        this.agreed++
        this.refund.status = 'SUCCESS'
        this.modified = '2026-05-01 17:00:00'
        return '{"succ":true}'
      }
      case 'taobao.trade.memo.update':
        if (params['memo'] !== undefined) this.memo = params['memo']
        if (params['flag'] !== undefined) this.flag = Number(params['flag'])
        this.modified = '2026-05-01 17:00:00'
        return '{"trade":{}}'
      case 'taobao.tmc.messages.consume': return `{"messages":{"tmc_message":[${this.messages.filter(({ id }) => !this.confirmed.includes(String(id))).map(({ id, content }) => `{"id":${id},"content":${JSON.stringify(content)}}`).join(',')}]}}`
      case 'taobao.tmc.messages.confirm':
        this.confirmed.push(...(params['s_message_ids'] ?? '').split(','))
        return '{"is_success":true}'
      default: return '{"error_response":{"code":22}}'
    }
  }
}
