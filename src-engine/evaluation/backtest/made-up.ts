import type { HistoryConversation } from '../../../src-shared/domain/history.ts'
import { seeded } from '../../domain/classify/seeded.ts'

/** Replies of people as desks write them; `{n}` differs from line to line. */
const REPLIES = [
  '亲，查到包裹{n}已经到转运中心了，预计明天送到哦', '您好，快递正在派送，今天能收到的', '麻烦您提供一下订单号，我帮您查物流', '今天下午{n}点前发货的', '这个情况我帮您转接售后专员处理',
  '不好意思，给您补偿{n}元优惠券，今天到账', '好的亲，收到', '退款已经原路退回，{n}个工作日到账', '在订单页面点申请退货，按地址寄回就可以', '七天内没拆封是支持退货的', '麻烦您拍张照片发给我看看', '感谢您的耐心等待',
  'Your parcel {n} is out for delivery today.', 'Could you please send me the order number?', 'We ship every order within {n} business days.', 'The refund was sent back to your card yesterday.', 'I am transferring you to our shipping team now.', 'Sorry about that, we have issued a ${n} credit.', 'Thanks for your patience!', 'Print the label and send it back to us.',
] as const
const BEGIN = Date.UTC(2026, 2, 1)
const MINUTE = 60_000

/**
 * Conversations as a shop has them, to measure with; what they say hangs together no better than chance makes it.
 * @param messages what customers write @param turns of each conversation, customer and agent in turn
 */
export function* madeUpHistory(messages: readonly string[], count: number, turns: number, seed = 20261128): Generator<HistoryConversation> {
  const below = seeded(seed)
  for (let n = 0; n < count; n++) {
    yield {
      id: `made-up-${n}`, format: 'table', orderStatus: below(4) === 0 ? null : 'shipped', verified: true,
      turns: Array.from({ length: turns }, (_, turn) => {
        const at = BEGIN + n * 7 * MINUTE + turn * MINUTE
        return turn % 2 === 0 ? { role: 'customer' as const, at, text: messages[below(messages.length)] ?? '' } : { role: 'agent' as const, at, text: (REPLIES[below(REPLIES.length)] ?? '').replace('{n}', String(1 + below(900))) }
      }),
    }
  }
}
