import type { handoverEn } from './handover.en.ts'

/** 交接的用语。 */
export const handoverZh: { readonly [Key in keyof typeof handoverEn]: string } = {
  'handover.title': '聊到哪了',
  'handover.taken': '上一条是同事回的，聊到哪了',
  'handover.note': '记成内部备注',
  'handover.go': '看这条消息',
  'handover.copied': '看这条回复，以及复制到了哪里',
  'handover.matter': '问题',
  'handover.order': '订单',
  'handover.given': '已提供',
  'handover.asked': '问过',
  'handover.promised': '答应过',
  'handover.refused': '拒绝过',
  'handover.open': '待回复',
  'said.handover-noted': '已记成内部备注',
  'said.handover-none': '聊得还不多，没有可交接的内容。',
  'help.hand-over': '把交接摘要记成备注',
}
