import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { createHeads, createTriage, parseLexicon } from './index.ts'

const resource = (name: string): Buffer => readFileSync(new URL(`../../../resources/${name}`, import.meta.url))
const lexicon = parseLexicon(JSON.parse(resource('triage/lexicon.json').toString()))
const triage = createTriage(lexicon, undefined, { heads: createHeads(resource('models/triage.bin')) })
const names = (list: ReadonlyArray<{ label: string }>): string[] => list.map((one) => one.label)
const say = (text: string, unshipped = false): Verdict => triage({ text, at: Date.UTC(2026, 3, 20, 4), attachments: 0, history: [], orderStatuses: unshipped ? ['paid'] : [] })

interface Wanted { topics?: string[]; acts?: string[]; marks?: string[]; level?: number; notTopics?: string[]; unshipped?: boolean }

/** The table "Mixed and trap sentences" of the taxonomy; `level` follows its emotion column. */
const TRAPS: ReadonlyArray<readonly [string, Wanted]> = [
  ['真是谢谢你们啊,等了半个月 就等来个空盒子', { topics: ['missing_item'], marks: ['sarcasm'], level: 3 }],
  ['不是要退货 就是问问拆了能不能退', { topics: ['return_eligibility'], notTopics: ['return_request'], acts: ['deny_correct'], level: 0 }],
  ['退了吧 算了 不退了 你补我20就行', { topics: ['compensation_demand'], notTopics: ['return_request'] }],
  ['第一单取消 第二单改成白色 顺便发票抬头换公司', { topics: ['order_cancel', 'order_modify', 'invoice_fix'], level: 0 }],
  ['快递显示签收 我没收到 电话也打不通 明天孩子生日怎么办', { topics: ['delivered_not_received'], level: 1 }],
  ['仅退款 不然12315', { topics: ['refund_only'], marks: ['threat_authority'], level: 3 }],
  ['你们家东西还不错 就是快递太慢了 下次还买', { topics: ['delivery_service'], level: 0 }],
  ['😊😊😊三天了呢 亲', { acts: ['urge'], marks: ['sarcasm'], level: 3 }],
  ['充电的时候有点烫 正常吗', { topics: ['safety_incident'], level: 1 }],
  ['刚才有个00开头的电话说我订单异常 要我转账', { topics: ['scam_check'], level: 1 }],
  ['单号73100299881726 到哪了 还有上次那个退款呢', { topics: ['where_is_order', 'refund_progress'], level: 0 }],
  ['老板 东西收到了 质量杠杠的 能便宜点再来一单不', { topics: ['product_question'], level: 0 }],
  ['你好 我想咨询一下退货的事情 衣服洗过一次 掉色', { topics: ['quality_defect', 'return_request'], level: 0 }],
  ['wo yao tui huo', { topics: ['return_request'] }],
  ['退kuan', { topics: ['refund_progress'] }],
  ['客服死了吗', { topics: ['service_complaint'], marks: ['abuse'], level: 3 }],
  ['能不能别再让我等了 我真的很累', { acts: ['urge'], level: 2 }],
  ['你们这个最近是不是搞活动 最晚什么时候发', { topics: ['promo_coupon', 'ship_when'], level: 0 }],
  ['没有不满意 就是问问', { acts: ['closing'], level: 0 }],
  ['人家客服说可以的呀 侬讲讲看哪能办', { topics: ['promise_broken'], level: 2 }],
  ["Where is my order???? ordered 3/4 (that's 3 April not March 4)", { topics: ['where_is_order'], acts: ['urge'] }],
  ['尾号少了一位 改成我妈的号码', { topics: ['address_change'], level: 0 }],
  ['我用的工商信用卡 钱退到哪了', { topics: ['refund_progress'], level: 0 }],
  ['好 等着', { level: 0 }],
  ['好 等八点', { level: 0 }],
  ['真好,等了五天', { marks: ['sarcasm'], level: 3 }],
  ['oh and my packing cubes, still flying?', { level: 0 }],
  ['I already return it 一周了 钱呢', { topics: ['refund_progress'], acts: ['urge'] }],
]

/** Sentences of the demo shop's day that were once read as something else. */
const DAY_TRAPS: ReadonlyArray<readonly [string, Wanted]> = [
  ['说明书翻了没看懂', { notTopics: ['missing_item'] }],
  ['尾号少了一位 改成我妈的', { notTopics: ['missing_item'] }],
  ['水壶底下漏水 七个月了', { topics: ['quality_defect'], notTopics: ['damaged'] }],
  ['长按左边是吧', { level: 0 }],
  ['寄回去修要几天 孩子每天写作业用', { notTopics: ['where_is_order'] }],
  ['哦哦 中转啊 那还要几天', { topics: ['where_is_order'], notTopics: ['product_question'] }],
  ['退货申请你们同意了 我寄到哪里呀', { topics: ['return_howto'], notTopics: ['where_is_order'] }],
  ['马克杯那单退款申请一天了', { notTopics: ['order_cancel'] }],
  ['还剩十分钟就过期了急', { notTopics: ['expiry_hygiene'] }],
  ['另外小风扇今天看券后109了 我129买的 能补差价吗', { topics: ['price_protection'], notTopics: ['promo_coupon'] }],
  ['你们这充电器是坏的吧!!', { topics: ['quality_defect'] }],
  ['两盒杯子 有一盒里面一个缺口', { topics: ['damaged'] }],
  ['箱子密码锁打不开了', { topics: ['usage_help'] }],
  ['帮我查个件 老婆买的露营灯', { topics: ['where_is_order'] }],
  ['台灯卡了五天', { topics: ['logistics_stuck'] }],
  ['我刚下单了tote bag but 选错color了', { topics: ['order_modify'] }],
  ['床单能不能换成雾灰', { topics: ['order_modify'], unshipped: true }],
  ["Hello! I have three orders with you and I'm a bit lost", { notTopics: ['parcel_lost'] }],
  ['Refund for the lamp I sent back? Your warehouse signed for it two weeks ago.', { topics: ['return_arrived'], notTopics: ['delivered_not_received'] }],
  ['đèn cắm trại sạc xong thấy phần pin hơi phồng lên', { topics: ['safety_incident'] }],
  ['Mi maleta lleva cuatro días en Madrid y el seguimiento no cambia', { topics: ['logistics_stuck'] }],
  ['亚马逊欧洲站代运营,首月免费,包上架包出单', { marks: ['spam_ad'] }],
  ['您把抬头发我', { notTopics: ['expiry_hygiene'] }],
  ['没货放出来让人抢 玩我们呢!!太恶心了', { level: 3 }],
]

test.each([...TRAPS, ...DAY_TRAPS])('T-13 a trap sentence of the taxonomy keeps its labels: %s', (text, wanted) => {
  const verdict = say(text, wanted.unshipped)
  for (const topic of wanted.topics ?? []) expect(names(verdict.topics)).toContain(topic)
  for (const topic of wanted.notTopics ?? []) expect(names(verdict.topics)).not.toContain(topic)
  for (const act of wanted.acts ?? []) expect(names(verdict.acts)).toContain(act)
  for (const mark of wanted.marks ?? []) expect(names(verdict.marks)).toContain(mark)
  if (wanted.level !== undefined) expect(verdict.emotion.level).toBe(wanted.level)
})

test.each([['我要考虑在平台买还是在店里买', false], ['我要考虑在京东买还是在天猫买', false], ['我要考虑找12315还是找平台投诉', true], ['我要找平台投诉', true]])(
  'T-13 who weighs where to buy threatens nobody, who weighs where to complain does: %s', (text, isThreat) => {
    expect(names(say(text).marks).includes('threat_platform')).toBe(isThreat)
  })
