import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GUARD_KINDS, guard, parseRulePacks, type GuardInput } from './index.ts'

const resource = (id: string): unknown => JSON.parse(readFileSync(new URL(`../../../resources/rules/${id}.json`, import.meta.url), 'utf8'))
const packs = parseRulePacks(['cn-law', 'cn-platforms', 'cn-conduct', 'cn-category-health', 'en'].map(resource))

const SHIP_BY = Date.parse('2026-11-25T18:00:00+08:00')
const facts = [
  { type: 'customer', id: 'c1', name: '李雷', phone: '13800000810' },
  {
    type: 'order', no: '2188340610072265', customerId: 'c1', total: { amount: 12_900, currency: 'CNY' }, items: [{ title: { zh: '云雀耳机' }, quantity: 2 }], promisedShipBy: SHIP_BY,
    logistics: { carrier: { zh: '顺丰', en: 'SF Express' }, trackingNo: 'SF2450307455085', events: [{ at: '2026-11-23T02:48:00+08:00' }] },
  },
  { type: 'product', warrantyMonths: 12, specs: [{ value: '20000 mAh' }] },
]
const passages = [
  { id: 'a1', text: '国内包裹超过 72 小时没有新扫描,3–5 个工作日内退回,满 59 元包邮,服务热线 400-000-0618,可打八五折。' },
  { id: 'i1', text: '客服单次补偿上限 20 元,组长 50 元,超过的由售后主管审批后才可以打款。', audience: 'internal' as const },
]
const check = (draft: string, more: Partial<GuardInput> = {}) => guard({ draft, facts, passages, now: '2026-11-24T10:00:00+08:00', rules: packs, channel: 'demo', ...more })
const only = (draft: string, more: Partial<GuardInput> = {}) => {
  const { findings } = check(draft, more)
  expect(findings).toHaveLength(1)
  return findings[0]
}

describe('U-1 what has a source is not marked', () => {
  test.each([
    '您实付129元', '您实付129.00元', '实付¥129', '实付¥129.00', '一共一百二十九元', 'you paid ¥129', '满59元包邮',
    '订单2188340610072265', '订单2188 3406 1007 2265', '尾号2265的订单', '单号SF2450307455085',
    '11月25日18:00前发出', '2026-11-25', '2026年11月25日', 'on 25 November', 'by November 25, 2026', '明天18点前发出', '周三发出', 'tomorrow at 6 pm',
    '最后一条是11月23日02:48', '72小时没有更新', '三天没有更新', '3-5个工作日', '3 to 5 business days', '保修12个月', '保修一年', 'a 12 month warranty',
    '顺丰在派送', 'with SF Express', '可以打八五折', '可以打8.5折', '容量20000mAh', '热线400-000-0618', '一块发给您', '3号楼', '第2天', '2026年',
  ])('U-1 %s', (draft) => {
    expect(check(draft).findings).toEqual([])
  })
})

describe('U-2 a swapped figure is marked, with the value that was meant', () => {
  const cases: Array<[string, string, string, string, string | undefined]> = [
    ['您实付128元', 'amount', 'error', '128元', '129元'],
    ['实付¥192', 'amount', 'error', '¥192', undefined],
    ['you paid $129', 'amount', 'error', '$129', '¥129'],
    ['实付12900元', 'amount', 'error', '12900元', undefined],
    ['订单2188340610072256', 'order_no', 'error', '2188340610072256', '2188340610072265'],
    ['单号SF2450307455086', 'tracking_no', 'error', 'SF2450307455086', 'SF2450307455085'],
    ['尾号2256的订单', 'number_tail', 'error', '2256', undefined],
    ['拨打400-000-0816', 'phone', 'error', '400-000-0816', '4000000618'],
    ['11月26日前发出', 'date', 'warning', '11月26日', '11月25日'],
    ['by 26 November', 'date', 'warning', '26 November', '25 November'],
    ['后天发出', 'date', 'warning', '后天', '11月25日'],
    ['19:00前发出', 'time', 'warning', '19:00', undefined],
    ['48小时没有更新', 'duration', 'warning', '48小时', '72 小时'],
    ['保修24个月', 'duration', 'warning', '24个月', '12个月'],
    ['7个工作日退回', 'duration', 'warning', '7个工作日', '3–5 个工作日'],
    ['圆通在派送', 'carrier', 'warning', '圆通', '顺丰'],
    ['可以退20%', 'percentage', 'error', '20%', '八五折'],
    ['容量10000mAh', 'spec', 'warning', '10000mAh', '20000 mAh'],
  ]
  test.each(cases)('U-2 %s', (draft, kind, severity, text, expected) => {
    const finding = only(draft)
    expect(finding).toMatchObject({ kind, severity, text })
    expect(finding?.expected).toBe(expected)
    if (expected !== undefined) expect(finding?.source).toBeTruthy()
    expect(check(draft).ok).toBe(severity !== 'error')
  })

  test('U-2 with no facts at all every figure is without source', () => {
    expect(guard({ draft: '退您88元,订单2188340610072265', facts: [], passages: [] }).findings.map((finding) => finding.kind)).toEqual(['amount', 'order_no'])
  })
})

describe('U-3 money', () => {
  const policy = { compensationCap: 20, currency: 'CNY' }
  test('U-3 goodwill over the cap stops the send, even when the figure stands in the facts', () => {
    expect(only('补偿您129元', { policy })).toMatchObject({ kind: 'over-cap', severity: 'error', expected: '20元', source: 'policy.compensationCap' })
  })
  test('U-3 inside the cap it passes; without a cap it has no source', () => {
    expect(check('补偿您15元', { policy }).findings).toEqual([])
    expect(only('补偿您15元')).toMatchObject({ kind: 'amount', severity: 'error' })
  })
  test('U-3 a field {amount, currency} is in minor units, a plain number or text in major ones', () => {
    const money = (fact: unknown, draft: string) => guard({ draft, facts: [fact], passages: [] }).ok
    expect(money({ price: { amount: 12_900, currency: 'CNY' } }, '129元')).toBe(true)
    expect(money({ price: { amount: 12_900, currency: 'CNY' } }, '12900元')).toBe(false)
    expect(money({ type: 'refund', amount: 129 }, '129元')).toBe(true)
    expect(money({ deep: [{ er: { price: '129.50' } }] }, '129.5元')).toBe(true)
    expect(money({ quantity: 2 }, '2元')).toBe(false)
  })
})

describe('U-4 other people\'s data and internal text', () => {
  const stranger = { type: 'order', no: '2188340610079999', customerId: 'c2', address: { name: '韩梅梅', detail: '和平路 1 号' }, total: { amount: 7_700, currency: 'CNY' } }
  test('U-4 a number, an amount, a name or an address of another customer', () => {
    for (const draft of ['订单2188340610079999', '实付77元', '收件人韩梅梅', '地址是和平路 1 号']) {
      expect(check(draft, { facts: [...facts, stranger] }).findings).toContainEqual(expect.objectContaining({ kind: 'other-customer', severity: 'error' }))
    }
  })
  test('U-4 the customer\'s own phone is not read back whole', () => {
    expect(only('您的电话13800000810')).toMatchObject({ kind: 'personal-data', severity: 'error', expected: '尾号0810' })
  })
  test.each([['Your phone number is 13800000810', 'number ending 0810'], ['Hi 李雷, we will call 13800000810 today', 'number ending 0810'], ['iPhone那单的电话13800000810', '尾号0810']])('U-4 %s: what may stand there is in the language of the reply', (draft, expected) => {
    expect(check(draft).findings).toContainEqual(expect.objectContaining({ kind: 'personal-data', expected }))
  })
  test('U-4 words and figures of an internal passage', () => {
    expect(check('超过的由售后主管审批后才可以打款').findings).toContainEqual(expect.objectContaining({ kind: 'internal-passage', severity: 'error' }))
    expect(only('最多给您50元')).toMatchObject({ kind: 'internal-passage', severity: 'error', source: 'i1' })
  })
  test('U-4 what stands in a customer passage as well may be said', () => {
    const text = '超过的由售后主管审批后才可以打款'
    expect(check(text, { passages: [...passages, { id: 'a2', text: `说明:${text}。` }] }).findings).toEqual([])
  })
})

describe('GU-23 figures of internal texts', () => {
  const secret = { id: 'i2', text: '大促夜值班到 23:00 后留两人,24 小时内外呼客户,3-5 天结案,明天先盘库,超过 30 元组长批。The team lead answers within 24 hours and closes tomorrow.', audience: 'internal' as const }
  const kinds = (draft: string): string[] => check(draft, { passages: [...passages, secret] }).findings.map(({ kind }) => kind)

  test.each(['明天送到', '今天24小时内发出', '3-5天到货', '11月24日送达', '23:00前送到', 'it arrives tomorrow', 'shipped within 24 hours', '明天给您回复'])('GU-23 %s is anybody\'s, though an internal text has it (a draft that said "tomorrow" was stopped as a leak)', (draft) => {
    expect(kinds(draft)).not.toContain('internal-passage')
  })
  test.each(['24小时内外呼客户', '大促夜值班到23:00', 'the team lead answers within 24 hours'])('GU-23 %s is that text\'s: words beside the figure are as well', (draft) => {
    expect(kinds(draft)).toContain('internal-passage')
  })
  test('GU-23 an amount, a share or a number needs no words beside it, and none is marked that the order has as well', () => {
    expect(kinds('给您30元')).toEqual(['internal-passage'])
    expect(check('您实付30元', { passages: [...passages, secret], facts: [...facts, { type: 'order', no: '1', customerId: 'c1', total: { amount: 3_000, currency: 'CNY' } }] }).findings).toEqual([])
  })
})

describe('U-5 forbidden words', () => {
  const cases: Array<[string, string, string]> = [
    ['加我微信聊', 'OP-01', 'warning'], ['您把验证码发我', 'PI-04', 'error'], ['五星好评返5元红包吧', 'RV-01', 'warning'], ['拆封不退哦', 'RT-04', 'warning'],
    ['最终解释权归本店', 'RT-10', 'warning'], ['先确认收货再处理', 'OP-05', 'warning'], ['这是最好的耳机', 'AD-01', 'warning'], ['一定会给您退', 'CO-05', 'warning'],
    ['我们尽快处理', 'CO-06', 'info'], ['您自己联系快递吧', 'CO-15', 'warning'], ['all sales final', 'OV-01', 'warning'], ['please calm down', 'EN-08', 'warning'],
  ]
  test.each(cases)('U-5 %s', (draft, rule, severity) => {
    expect(check(draft).findings).toContainEqual(expect.objectContaining({ kind: 'rule', source: rule, severity }))
  })

  test('U-5 full-width and upper case do not hide it', () => {
    expect(check('加\uff36\uff38').findings[0]).toMatchObject({ source: 'OP-01', text: '加\uff36\uff38', start: 0, end: 3 })
  })

  test('U-5 words of a platform rule are free on channels it does not speak of (own web chat)', () => {
    expect(check('加我微信聊', { channel: 'web' }).findings).toEqual([])
    expect(check('加我微信聊', { channel: undefined }).findings).not.toEqual([])
  })

  test.each([
    '最近三天物流', '最晚明天18点前', '第一时间帮您处理', '最快今天发出', '首次使用请充满电', '唯一的单号', '最后一次派送', '极速退款已到账', '您是第一位反馈的', '最多可延长10天',
    '不一定能到', '验证码请不要发给我', '不用您去找快递', '您最好先看看门口', '不能保证到货时间', '我们不会加您微信', 'the sooner the better', 'You need not contact the carrier yourself.',
  ])('U-6 the harmless words are never marked: %s', (draft) => {
    expect(check(draft).findings.filter((finding) => finding.kind === 'rule')).toEqual([])
    expect(check(draft).ok).toBe(true)
  })
})

const parts = fc.array(fc.oneof(
  fc.constantFrom('退您', '128元', '😀', '𠮷', '订单2188340610072256', '明天', '7天内', '加我微信', '\uff11\uff12\uff18元', ' ', '\n\n', 'SF2450307455086', '韩梅梅', '超过的由售后主管审批', 'Nov 26', '八折', 'e\u0301'),
  fc.string({ unit: 'binary', maxLength: 6 }),
), { maxLength: 12 })

test('U-7 offsets are code points of the draft, whatever stands before; kinds and severities are of the closed lists', () => {
  fc.assert(fc.property(parts, (pieces) => {
    const draft = pieces.join('')
    const result = check(draft)
    for (const finding of result.findings) {
      expect([...draft].slice(finding.start, finding.end).join('')).toBe(finding.text)
      expect(finding.end).toBeGreaterThan(finding.start)
      expect(GUARD_KINDS).toContain(finding.kind)
    }
    expect(result.ok).toBe(!result.findings.some((finding) => finding.severity === 'error'))
    expect(check(draft)).toEqual(result)
  }), { seed: 20261123, numRuns: 500 })
})

test('U-8 any amount that stands in the facts passes in every spelling, any other is an error', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 5_000_000 }), (amount, other) => {
    const plain = (amount / 100).toFixed(2)
    const money = [{ total: { amount, currency: 'CNY' } }]
    for (const draft of [`${plain}元`, `¥${plain}`, `${Number(plain)}元`, `\u00a5${Number(plain).toLocaleString('en-US', { minimumFractionDigits: 2 })}`]) {
      expect(guard({ draft, facts: money, passages: [] }).findings).toEqual([])
    }
    if (other !== amount) expect(guard({ draft: `${(other / 100).toFixed(2)}元`, facts: money, passages: [] }).ok).toBe(false)
  }), { seed: 8, numRuns: 200 })
})

test('U-9 facts of any shape are walked without harm (null, nested arrays, odd values)', () => {
  expect(guard({ draft: '退您9元', facts: [null, undefined, 'text 9元', [[{ a: Number.NaN }]], 5n, () => 1], passages: [] }).ok).toBe(true)
})
