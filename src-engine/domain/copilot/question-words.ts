import type { QuestionKind } from './read-question.ts'

/** Words that speak of a kind wherever they stand; the heavier ones decide between two kinds that share others. */
const FAMILIES: readonly { kind: QuestionKind; weight: number; words: RegExp }[] = [
  { kind: 'returns', weight: 2, words: /退货|退回来|退东西|\breturn(?:s|ed|er|ing)?\b|\bsen[dt] back\b/i },
  { kind: 'exchanges', weight: 3, words: /换货|换新|调换|更换|\bexchang\w*|\bswap\w*|\breplac\w*/i },
  { kind: 'refunds', weight: 2, words: /退款|退钱|退给|\brefund\w*|\breimburs\w*|\bpaid back\b/i },
  { kind: 'orders', weight: 1, words: /订单|购买|购物|下单|买|拍下|单子|几[笔单]|\borders?\b|\bpurchas\w*|\bbought\b|\bbuy\w*/i },
  { kind: 'spent', weight: 2, words: /值多少|花费|消费|贡献|金额|成交|\bspen[dt]\w*|\bworth\b|\bvalue\b|\brevenue\b/i },
  { kind: 'parcel', weight: 2, words: /物流|快递|包裹|运单|派送|在途|\bparcel\b|\btrack\w*|\bcourier\b|\bpackage\b|\bshipment\b|\bin transit\b/i },
  { kind: 'contact', weight: 2, words: /来过|联系|咨询|聊过|找过|来访|进线|\bcontact\w*|\bwr[io]te?\b|\bwritten\b|\bspoke\w*|\btalk\w*|\bgot in touch\b|\bmessaged\b/i },
  { kind: 'promised', weight: 3, words: /保证|答应|承诺|许诺|许下|说好|约定|\bpromis\w*|\bguarantee\w*|\bcommit\w*|\bagreed\b|\bowe\b/i },
  { kind: 'customer', weight: 2, words: /会员|等级|级别|身份|档案|资料|\blevel\b|\bmember\w*|\btier\b|\bprofile\b|\bvip\b/i },
  { kind: 'times', weight: 2, words: /(?:签收|发货|下单|付款|到货).{0,4}(?:多久|时|天|号|日)|\b(?:arrived|delivered|shipped|ordered|paid)\b.*\bwhen\b|\bwhen\b/i },
  { kind: 'address', weight: 2, words: /城市|地址|省份|哪个省|收货地|收件地|\bcity\b|\baddress\b|\bcountry\b|\bdestination\b/i },
  { kind: 'mood', weight: 2, words: /凶|脾气|情绪|火爆|生气|发火|骂|\bang(?:er|ry)\b|\bmood\b|\btemper\b|\brude\w*|\bupset\b|\bhostil\w*/i },
  { kind: 'aftersale', weight: 1, words: /售后|哪步|进度|处理好|完成|\bafter-?sales?\b|\bdone\b|\bcompleted?\b|\bprogress\b|\bpending\b/i },
  { kind: 'aftersale', weight: 2, words: /(?:退款|退货|换货|补发).{0,6}(?:哪步|进度|好|完)|\b(?:refund|return|exchange)\b.*\b(?:done|completed?|pending|progress|through)\b/i },
  { kind: 'cases', weight: 3, words: /(?:同事|别人|别的|之前|以前|过往|早先|惯例).{0,12}(?:处理|应对|解决|对付|回复|搞定)|\b(?:handled|solved|settled|answered|dealt with)\b.*\b(?:earlier|before|previously|in the past|last time)\b/i },
]

/** The kind whose words weigh most; the first of two alike. null: none stands there. */
export function kindByWords(question: string): QuestionKind | null {
  const weights = new Map<QuestionKind, number>()
  for (const { kind, weight, words } of FAMILIES) if (words.test(question)) weights.set(kind, (weights.get(kind) ?? 0) + weight)
  const [best] = [...weights].sort((a, b) => b[1] - a[1])
  return best?.[0] ?? null
}
