import type { ActionKind } from '../../../src-shared/domain/commerce.ts'

/** Words that tell of an action as done or begun. An action that is not listed is never called the same. */
const TOLD: Readonly<Partial<Record<ActionKind, RegExp>>> = {
  cancel: /取消(?:了|成功|好)|(?:已|帮您|为您|给您)[^，。！？]{0,6}(?:取消|关闭)|\b(?:cancell?ed|is cancelled)\b/iu,
  'change-items': /(?:已|帮您|为您|给您)[^，。！？]{0,8}(?:改成|换成|改好)|\bchanged (?:it|the order|your order)\b/iu,
  'change-address': /地址[^，。！？]{0,8}(?:改好|修改好|更新|改了|已改)|(?:已|帮您|为您|给您)[^，。！？]{0,8}(?:改|修改|更新)[^，。！？]{0,6}地址|\baddress (?:has been |was |is )?(?:changed|updated)\b|\b(?:changed|updated) (?:the|your) address\b/iu,
  return: /(?:退货|退款)[^，。！？]{0,6}(?:同意|通过|登记|受理)|(?:已|帮您|为您|给您)[^，。！？]{0,8}退货|(?:同意|登记|受理)[^，。！？]{0,6}退货|\breturn (?:has been |was |is )?(?:approved|registered|opened|set up)\b|\b(?:approved|registered|opened|set up) (?:the|your) return\b/iu,
  exchange: /(?:已|帮您|为您|给您)[^，。！？]{0,8}换(?:货|新|一)|换货[^，。！？]{0,6}(?:登记|同意|通过|受理)|\bexchange (?:has been |was |is )?(?:approved|registered|opened|set up)\b/iu,
  refund: /(?:已|帮您|为您|给您)[^，。！？]{0,8}(?:退款|退了)|(?:退|返)(?:给)?(?:您|亲)[^，。！？]{0,8}\d|\b(?:refunded|issued (?:you )?a .{0,20}refund|refund (?:has been|was) (?:issued|sent))\b/iu,
  resend: /补发|重新(?:给您)?(?:寄|发)|再(?:给您)?(?:寄|发)一|\b(?:resen[dt]|send(?:ing)? (?:you )?(?:another|a new|a replacement))\b/iu,
  invoice: /发票[^，。！？]{0,10}(?:开|发|寄|补|重开)[^，。！？]{0,4}(?:好|了|到|出)|(?:已|帮您|为您|给您)[^，。！？]{0,8}(?:开票|开具|开了发票|发票)|\binvoice (?:has been |was |is )?(?:issued|sent|on its way)\b|\b(?:issued|sent) (?:you )?(?:the|your|an) invoice\b/iu,
  coupon: /(?:已|帮您|为您|给您|送您)[^，。！？]{0,8}(?:优惠券|红包)|\b(?:sent|issued) (?:you )?a .{0,20}(?:coupon|voucher)\b/iu,
  compensate: /(?:补偿|赔付|赔偿)(?:给)?(?:您|亲)|(?:已|帮您|为您|给您)[^，。！？]{0,8}(?:补偿|赔付|赔偿)|\b(?:compensated|credited)\b/iu,
  'price-difference': /(?:差价|价保|保价)[^，。！？]{0,10}(?:退|补|返)|(?:退|补|返)[^，。！？]{0,6}差价|\b(?:refunded|paid) (?:you )?(?:the|a) (?:price )?difference\b/iu,
  'urge-shipment': /(?:已|帮您|为您|给您)[^，。！？]{0,8}(?:催|加急)|催(?:一下|促)|\b(?:asked|urged) (?:the|our) warehouse\b|\bchas(?:e|ed|ing)\b/iu,
  intercept: /拦截|\b(?:intercept(?:ed)?|stopp?ed the parcel)\b/iu,
  'extend-receipt': /延长[^，。！？]{0,4}收货|\bextended\b/iu,
  'book-service': /(?:已|帮您|为您|给您)[^，。！？]{0,8}(?:预约|登记|安排)[^，。！？]{0,8}(?:安装|维修|上门|师傅)?|(?:预约|安排)(?:好|了)|\bbooked\b/iu,
  ticket: /(?:工单|登记|反馈|上报|核实)|\b(?:ticket|looking into|investigat)/iu,
}

/** The actions that replies of people tell of. */
export function toldActions(texts: readonly string[]): ActionKind[] {
  const all = texts.join('\n')
  return (Object.entries(TOLD) as [ActionKind, RegExp][]).flatMap(([kind, words]) => (words.test(all) ? [kind] : []))
}
