import type { Offered } from './plain-yes.ts'

/** What a question may ask leave for: how it is named there, and how a customer repeats it. Closed, so that no other word of a question becomes a yes. */
const DEEDS: ReadonlyArray<{ named: RegExp; zh?: string; en?: string }> = [
  { named: /取消|\bcancel/iu, zh: '取消', en: 'cancel' },
  { named: /退货|退款|退回|退还|\breturn|\brefund/iu, zh: '退(?:货|款|回|还)?', en: 'return|refund' },
  { named: /换货|换成|换一|\bexchange|\bswap/iu, zh: '换(?:货)?', en: 'exchange|swap' },
  { named: /改寄|改成|改到|修改|更改|改地址|\bchange\b/iu, zh: '(?:修|更)?改', en: 'change' },
  { named: /发票|开票|\binvoice\b/iu, zh: '开(?:票|发票)?', en: 'issue|send' },
  { named: /补寄|补发|重寄|重发|\bsend\b|\bresend\b/iu, zh: '(?:补|重)?(?:寄|发)', en: 'send|resend' },
  { named: /拦截|\bstop it\b/iu, zh: '拦截', en: 'stop' },
  { named: /申请|登记|办理|提交|处理/u, zh: '申请|登记|办理|办|提交|处理' },
]
/** Words that say of a question that it has it right. Asked whether a robot may answer they would say nothing. */
const RIGHT = [
  '没有?错', '正确', '无误', '(?:yes )?(?:that(?:\'s| is)|this is|it(?:\'s| is)) (?:right|correct)', 'correct', 'confirmed', '(?:i )?confirm', 'do (?:it|that)', 'yes do',
]
const BEHIND_ZH = '(?:掉|订单|地址|这单|这一单|它|一下)?'
const THING = '(?:it|that|them|this|(?:the|my|this) (?:order|item|address|difference|invoice))(?: back| again)?'

/**
 * Which words repeat what a question offers, as "确认取消" and "yes, cancel it" do beside "取消…确认吗". A deed that the question does not
 * name is no answer to it. @param question as the shop wrote it, without what was filled in: names of goods offer nothing
 */
export function offeredBy(question: string): Offered {
  const named = DEEDS.filter((deed) => deed.named.test(question))
  const zh = named.flatMap((deed) => deed.zh ?? []).join('|')
  const en = named.flatMap((deed) => deed.en ?? []).join('|')
  const asksBack = /\bback\b/iu.test(question)
  return {
    yes: [
      ...(zh === '' ? [] : [`(?:请|麻烦|帮我|给我|帮忙)+(?:${zh})${BEHIND_ZH}[了吧]?`, `(?:${zh})${BEHIND_ZH}吧`]),
      ...(en === '' ? [] : [`(?:${en}) ${THING}`]), ...RIGHT,
    ],
    beside: [
      ...(zh === '' ? [] : [`(?:${zh})${BEHIND_ZH}了?`]), ...(en === '' ? [] : [`(?:${en})`]),
      ...(asksBack ? ['i(?:\'d| would) like (?:it|that|the difference|the money) back'] : []),
    ],
  }
}
