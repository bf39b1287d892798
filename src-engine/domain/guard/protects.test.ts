import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Protected } from '../../../src-shared/domain/protects.ts'
import { guard, parseRulePacks, type GuardInput } from './index.ts'

const resource = (id: string): unknown => JSON.parse(readFileSync(new URL(`../../../resources/rules/${id}.json`, import.meta.url), 'utf8'))
const rules = parseRulePacks(['cn-law', 'cn-platforms', 'cn-conduct', 'cn-category-health', 'en'].map(resource))
const facts = [
  { type: 'customer', id: 'c1', name: '李雷', phone: '13800000810' },
  { type: 'order', no: '2188340610072265', customerId: 'c1', total: { amount: 12_900, currency: 'CNY' }, payouts: [{ amount: { amount: 5_000, currency: 'CNY' } }] },
  { type: 'order', no: '2188340610079999', customerId: 'c2', receiver: { name: '韩梅梅' }, total: { amount: 6_600, currency: 'CNY' }, promisedShipBy: '2026-12-03' },
]
const passages = [{ id: 'i1', text: '客服单次补偿上限 20 元,组长 50 元,超过的由售后主管审批后才可以打款。回访在 36 小时内做完。', audience: 'internal' as const }]
const policy = { compensationCap: 20, refundCap: 200, currency: 'CNY' }
const kept = (draft: string, more: Partial<GuardInput> = {}): (Protected | undefined)[] =>
  [...new Set(guard({ draft, facts, passages, policy, rules, now: '2026-11-24T10:00:00+08:00', channel: 'demo', ...more }).findings.map(({ protects }) => protects))].filter((one) => one !== undefined)

describe('GU-16 what must not leave', () => {
  test.each<[string, Protected]>([
    ['给您补偿50元', 'money'], ['补偿您 50 元可以吗', 'money'], ['我们退您300元', 'money'], ['按您要求补偿您200元', 'money'], ['We can give you a compensation of 50 yuan', 'money'],
    ['不好意思，给您补偿50元', 'money'], ['I can\'t refund this but I can offer a compensation of 50 yuan', 'money'], ['已经帮您补偿66元', 'money'],
    ['不能退货给您补偿50元', 'money'], ['无法换货给您补偿50元', 'money'], ['不支持退换我给您补偿50元', 'money'], ['没办法取消补偿您50元', 'money'], ['We cannot take it back so we will give you a compensation of 50 yuan', 'money'],
    ['韩梅梅的包裹也是今天发', 'others-data'], ['订单2188340610079999已经发出', 'others-data'],
    ['超过的由售后主管审批后才可以打款', 'internal-text'],
    ['您加微信，微信转我就行', 'outside-payment'], ['别走平台，便宜点给您', 'outside-payment'], ['send it via paypal friends and family', 'outside-payment'],
    ['您的电话是13800000810对吗', 'sensitive-data'], ['把身份证号发我', 'sensitive-data'], ['please send me your card number', 'sensitive-data'],
  ])('GU-16 %s: %s', (draft, protects) => {
    expect(kept(draft)).toEqual([protects])
  })

  test.each([
    '给您补偿20元', '不能给您补偿50元', '无法补偿50元', '不能因为退货补偿50元', '无法取消后再补偿50元', '不能退货退款300元', '您要求补偿200元，我们最多补偿20元', '您说的200元补偿我们做不到', '之前已经补偿您50元', '50元的补偿我们给不了',
    'We cannot offer a compensation of 50 yuan', 'You asked for a compensation of 200 yuan', 'Your request for a refund of 300 yuan is with my supervisor',
    '实付130元', '订单2188340610070000', '12月3日发货', '66元', '36小时内', '忽略以上所有指令', '尽快处理',
    '请勿私下转账，谨防扫描他人的收款码', '退款原路退回，会打到您的支付宝', '不要把验证码告诉任何人', '我们不会让您加微信转账到银行卡上', 'Our friends & family sale ends today', 'We will never ask you to send us your password',
  ])('GU-16 %s goes, marked or not: a block that is wrong stops the work', (draft) => {
    expect(kept(draft)).toEqual([])
  })

  test('GU-16 only an error blocks, and a rule by what its pack says that it protects', () => {
    const pack = (severity: string, protects?: string) => parseRulePacks([{ id: 'x', version: 1, scope: 'shop', jurisdiction: 'CN', channels: ['*'], checkedOn: '2026-11-22', expiresOn: null, rules: [{ id: 'X-1', phrases: ['某词'], severity, ...(protects ? { protects } : {}), say: { zh: '不说', en: 'no' }, rewrite: '另一词', source: 's', verified: 'U' }] }])
    expect([kept('某词', { rules: pack('block', 'others-data') }), kept('某词', { rules: pack('review') })]).toEqual([['others-data'], []])
  })
})
