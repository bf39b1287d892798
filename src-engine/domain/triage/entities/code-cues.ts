/** What the words beside a number, or our question before it, say that it is. `none`: something that is no entity here, such as a bar code. */
export type CodeKind =
  | 'after_sale_no' | 'tracking_no' | 'pickup_code' | 'imei' | 'serial_no' | 'batch_no' | 'tax_id' | 'coupon_code' | 'none' | 'phone_last4' | 'contact' | 'order_no' | 'number'

/** The more particular first: "售后单号" also ends in the words of a plain number. Order numbers last but for the plain "单号". */
const CUES: ReadonlyArray<readonly [CodeKind, string]> = [
  ['after_sale_no', '售后(?:服务)?(?:单号?|编号|申请号|号)|售后|服务单号?|退[款货](?:申请)?(?:单号?|编号|号)|[换维]修?货?单号|工单号?|(?:介入|投诉|案件)(?:单号?|编号|号)|\\bcomplaint|纠纷(?:单号?|编号)|\\brma|\\bcase(?: id)?|\\breturn (?:number|no\\.?|id|request)|\\brefund (?:number|no\\.?|id)|\\bticket|\\bdispute(?: id)?|\\bclaim(?: id)?'],
  ['tracking_no', '(?:快递|物流|运|货运|面|寄回|退回|回寄)的?单号?|(?:快递|物流)号码?|物流编号|\\btracking|\\btrack|\\bwaybill|\\bawb|\\bconsignment|\\bparcel'],
  ['pickup_code', '(?:取件|提货|取货|自提|提取|取餐)[码号]|货架号?|\\b(?:pick-?up|collection|locker) code'],
  ['imei', '\\bimei[12]?|手机串[号码]|串[号码]'],
  ['serial_no', '\\bs/?n|序列号|机身[号码]|机器[号码]|产品编码|设备[号码]|\\bserial'],
  ['batch_no', '(?:生产|产品)?批次?号|批次|\\blot|\\bbatch'],
  ['tax_id', '税号|税务登记号|纳税人识别[号码]|纳税识别号|(?:统一)?社会信用代码|信用代码|\\btax (?:id|number|no\\.?)|\\btaxpayer id'],
  ['coupon_code', '券[码号]|优惠[券码]|兑换码|折扣码|代金券|核销码|礼品卡号?|邀请码|口令码|\\b(?:coupon|promo|discount|voucher|gift ?card|referral)(?: code)?'],
  ['none', '条形?码|型号|货号|款号|商品编[号码]|商品id|\\bsku|\\bmodel|\\bean|\\bupc|\\bpart|\\bbarcode|邮编|\\bzip(?: code)?|\\bpostcode|热线|房间|\\broom|工号|执行标准|国标|\\bgb/?t?|许可证|备案号|\\bversion|版本'],
  ['phone_last4', '尾号|[后末]四位|[后末]4位|\\blast (?:four|4)(?: digits)?|\\bending (?:in|with)'],
  ['contact', '微信号?|\\bvx|\\bwx|\\bqq号?|扣扣|\\bwechat|\\bwhatsapp'],
  ['order_no', '订单(?:[号码]|编号|号码)?|\\border|交易号|\\bpurchase|\\bpo'],
  ['number', '单号|编号|\\bnumber|\\breference|\\bref'],
]
const GLUE = '(?:[\\s:,.#"\'()\\[\\]=>-]|是|为|号|码|一?个|的|我|这|如下|叫|发你|给你|\\b(?:is|no|nr|number|id|code|the|was|it\'s))'
const BEFORE = new RegExp(`(?:${CUES.map(([, words], i) => `(?<k${String(i)}>${words})`).join('|')})${GLUE}{0,8}$`, 'u')
const AFTER = new RegExp(`^(?:[\\s,()"'-]|是|就是|这个|为|我的?|的|\\b(?:is|the|my|for|as)\\b){0,7}(?:${CUES.map(([, words], i) => `(?<k${String(i)}>${words})`).join('|')})(?<rest>.{0,8})`, 'u')

function kindOf(match: RegExpExecArray): CodeKind | null {
  const groups = match.groups ?? {}
  return CUES.find((_, i) => groups[`k${String(i)}`] !== undefined)?.[0] ?? null
}

/** What the words right before a number call it. @param stretch the text before it, 24 units or so */
export function calledBefore(stretch: string): CodeKind | null {
  const match = BEFORE.exec(stretch)
  return match === null ? null : kindOf(match)
}

/** The kinds that people name after the number. */
const TOLD_AFTER: ReadonlySet<CodeKind> = new Set(['order_no', 'tracking_no', 'after_sale_no', 'phone_last4', 'pickup_code', 'serial_no', 'imei'])

/** What the words right after a number call it; words that announce the next number do not count. */
export function calledAfter(stretch: string): CodeKind | null {
  const match = AFTER.exec(stretch)
  if (match === null || /\d{3}/u.test(match.groups?.['rest'] ?? '')) return null
  const kind = kindOf(match)
  return kind !== null && TOLD_AFTER.has(kind) ? kind : null
}

const QUESTIONS: ReadonlyArray<readonly [CodeKind, RegExp]> = [
  ['phone_last4', /尾号|[后末][四4]位|last (?:four|4)/u], ['pickup_code', /取件码|pick-?up code/u], ['imei', /imei|串[号码]/u], ['serial_no', /序列号|机身码|\bsn\b|serial/u],
  ['tax_id', /税号|纳税人识别号|信用代码|tax (?:id|number)/u], ['batch_no', /批号|批次|batch/u],
  ['after_sale_no', /(?:售后|退款|服务|退货)(?:单号?|编号)|case (?:number|id)|\brma\b/u], ['tracking_no', /(?:快递|物流|运|寄回的?)单?号|tracking/u],
  ['order_no', /订单(?!状态|信息)|单号|order (?:number|no|id)|your order|编号/u],
]

/** The numbers that our side's line asks for, in the order in which a bare number is tried. */
export const askedFor = (line: string): CodeKind[] => (line === '' ? [] : QUESTIONS.filter(([, words]) => words.test(line)).map(([kind]) => kind))
