import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Disposition } from '../../../src-shared/domain/disposition.ts'
import type { AfterSale } from './after-sales.ts'
import type { Order } from '../../../src-shared/domain/order.ts'

/** What the copilot says by itself, written in both languages. Numbers of sources are put behind by whoever says it. */
type Words = {
  kind: Record<AfterSale['kind'], string>
  state: Record<AfterSale['status'], string>
  order: Record<Order['status'], string>
  level: Record<Customer['level'], string>
  end: Record<Disposition, string>
  unverified: string
  noOrders: string
  comma: string
  stop: string
  colon: string
  list: string
}

export const WORDS: Record<'zh' | 'en', Words> = {
  zh: {
    kind: { refund: '退款', return: '退货', exchange: '换货', resend: '补发', repair: '维修' },
    state: { requested: '已申请', approved: '已通过', 'goods-on-way': '货在路上', inspecting: '验货中', paid: '钱已退', closed: '已结束' },
    order: { unpaid: '待付款', paid: '待发货', shipped: '已发货', delivered: '已签收', completed: '已完成', cancelled: '已取消', refunding: '退款中', refunded: '已退款' },
    level: { new: '新客户', regular: '普通会员', silver: '银卡会员', gold: '金卡会员' },
    end: { solved: '已解决', refund: '退款', 'exchange-return': '退换货', information: '已解答', 'no-answer': '客户没再回', spam: '垃圾信息', other: '其他' },
    unverified: '客户还没核验身份，查不到这个人的订单和记录。', noOrders: '店里没有这位客户的订单。', comma: '，', stop: '。', colon: '：', list: '、',
  },
  en: {
    kind: { refund: 'refund', return: 'return', exchange: 'exchange', resend: 'resend', repair: 'repair' },
    state: { requested: 'requested', approved: 'approved', 'goods-on-way': 'goods on their way back', inspecting: 'being checked', paid: 'money paid back', closed: 'closed' },
    order: { unpaid: 'not paid', paid: 'not shipped yet', shipped: 'shipped', delivered: 'delivered', completed: 'completed', cancelled: 'cancelled', refunding: 'being refunded', refunded: 'refunded' },
    level: { new: 'new customer', regular: 'regular member', silver: 'silver member', gold: 'gold member' },
    end: { solved: 'solved', refund: 'refund', 'exchange-return': 'return or exchange', information: 'answered', 'no-answer': 'customer did not reply', spam: 'spam', other: 'other' },
    unverified: 'The customer is not verified yet, so no orders or records can be looked up.', noOrders: 'The shop has no orders of this customer.', comma: ', ', stop: '.', colon: ': ', list: ', ',
  },
}
