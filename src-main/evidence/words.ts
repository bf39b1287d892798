import type { CaseStep, Proof, AfterSaleCase } from '../../src-shared/domain/case.ts'
import type { DeskLanguage } from '../../src-shared/domain/text.ts'
import type { Payout } from '../../src-shared/domain/order-records.ts'

/** Words of the evidence pack, which is read outside the shop. */
interface Words {
  title: string; made: string; masked: string; facts: string; platform: string; kind: string; order: string; asked: string; nothing: string; reason: string; customer: string; goods: string; total: string; placed: string; paidAt: string; delivered: string; address: string
  paid: string; none: string; words: string; pictures: string; timeline: string; chat: string; parcel: string; articles: string; shop: string
  kinds: Record<AfterSaleCase['kind'], string>; platforms: Record<AfterSaleCase['platform'], string>; steps: Record<CaseStep['step'], string>; proofs: Record<Proof, string>; payers: Record<Payout['by'], string>
}

export const WORDS: Record<DeskLanguage, Words> = {
  zh: {
    title: '售后证据', made: '生成时间', masked: '个人信息已遮挡', facts: '事实', platform: '平台', kind: '类型', order: '订单号', asked: '买家申请', nothing: '不涉及金额', reason: '原因', customer: '买家', goods: '商品', total: '实付', placed: '下单', paidAt: '付款', delivered: '签收', address: '收货地',
    paid: '已付', none: '无', words: '买家原话', pictures: '买家凭证图', timeline: '处理经过', chat: '聊天摘录', parcel: '物流轨迹', articles: '适用规则', shop: '店铺',
    kinds: { 'refund-only': '仅退款', return: '退货退款', exchange: '换货', resend: '补寄', 'price-protection': '价保', repair: '维修', dispute: '平台介入' },
    platforms: { taobao: '淘宝', jd: '京东', pdd: '拼多多', douyin: '抖店', web: '自营商城' },
    steps: { opened: '发起申请', answered: '买家已补充', 'sent-back': '买家已寄回', approved: '已同意', refused: '已拒绝', asked: '请买家补充', received: '已收货', 'inspected-ok': '验货无误', 'inspected-not-ok': '验货有问题', paid: '已打款', closed: '已关闭' },
    proofs: { order: '订单', parcel: '物流轨迹', chat: '聊天记录', pictures: '凭证图', inspection: '验货记录' }, payers: { shop: '店铺', platform: '平台', insurer: '保险' },
  },
  en: {
    title: 'Evidence for an after-sale case', made: 'Made', masked: 'Personal data are hidden', facts: 'Facts', platform: 'Platform', kind: 'Kind', order: 'Order', asked: 'Asked for', nothing: 'no money', reason: 'Reason', customer: 'Customer', goods: 'Goods', total: 'Paid', placed: 'Placed', paidAt: 'Paid on', delivered: 'Delivered', address: 'Delivered to',
    paid: 'Paid so far', none: 'None', words: 'In the customer’s words', pictures: 'The customer’s pictures', timeline: 'What happened', chat: 'From the chat', parcel: 'Parcel scans', articles: 'Rules that apply', shop: 'Shop',
    kinds: { 'refund-only': 'Refund, goods kept', return: 'Return', exchange: 'Exchange', resend: 'Resend', 'price-protection': 'Price protection', repair: 'Repair', dispute: 'Dispute' },
    platforms: { taobao: 'Taobao', jd: 'JD', pdd: 'Pinduoduo', douyin: 'Douyin', web: 'Own shop' },
    steps: { opened: 'Case opened', answered: 'Customer answered', 'sent-back': 'Goods sent back', approved: 'Approved', refused: 'Refused', asked: 'Asked for more', received: 'Goods received', 'inspected-ok': 'Goods are fine', 'inspected-not-ok': 'Goods not as they should be', paid: 'Paid', closed: 'Closed' },
    proofs: { order: 'order', parcel: 'parcel scans', chat: 'chat', pictures: 'pictures', inspection: 'inspection' }, payers: { shop: 'Shop', platform: 'Platform', insurer: 'Insurer' },
  },
}
