import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src-shared/domain/triage.ts'
import { findEntities } from '../triage/entities.ts'
import { normalize } from '../triage/normalize.ts'
import { generalise, type KnownFacts } from './generalise.ts'

const AT = Date.parse('2026-11-27T11:00:00+08:00')
const NOBODY: KnownFacts = { customers: [], agents: [], orders: [], tracking: [], contacts: [], addresses: [] }
const CHEN: KnownFacts = {
  customers: ['陈静', '静静子'], agents: ['小雅'], orders: ['2188340610072265'], tracking: ['73100299881726'], contacts: ['13800000001'],
  addresses: ['浙江省杭州市西湖区', '文三路 1 号', '浙江省杭州市西湖区文三路 1 号'],
}

describe('what belongs to one customer', () => {
  test('LR-6 order, amount, day, carrier, name and address become gaps; rules, durations and products stay', () => {
    expect(generalise('陈静您好，您的订单2188340610072265今天由中通发出，运单号73100299881726。', CHEN, AT)).toBe('{customer}您好，您的订单{order}{date}由{carrier}发出，运单号{tracking}。')
    expect(generalise('退款129元会在3到5个工作日退回，小雅给您盯着。', CHEN, AT)).toBe('退款{amount}会在3到5个工作日退回，{agent}给您盯着。')
    expect(generalise('Hi Sarah, we refund $24.90 within 5 days.', NOBODY, AT)).toBe('Hi {customer}, we refund {amount} within 5 days.')
    expect(generalise('Dear Mr Miller, the warranty lasts two years.', NOBODY, AT)).toBe('Dear {customer}, the warranty lasts two years.')
    expect(generalise('Thank you very much. Hi there, returns are free.', NOBODY, AT)).toBe('Thank you very much. Hi there, returns are free.')
    expect(generalise('滤芯建议每6个月更换一次。', NOBODY, AT)).toBe('滤芯建议每6个月更换一次。')
  })

  test('LR-6 a long number that nothing names is a gap too (a coupon or a serial number would go out to the next customer)', () => {
    expect(generalise('序列号是 AX93-2210-77B1 的话可以免费换。', NOBODY, AT)).not.toMatch(/2210/)
    expect(generalise('Use the code SPRING20266X at the end.', NOBODY, AT)).not.toMatch(/20266/)
  })
})

/** A small linear congruential generator (Numerical Recipes). */
function chance(seed: number): <T>(of: readonly T[]) => T {
  let state = seed >>> 0
  return (of) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return of[Math.floor((state / 2 ** 32) * of.length)] as (typeof of)[number]
  }
}
const digits = (pick: <T>(of: readonly T[]) => T, count: number): string => Array.from({ length: count }, () => pick([...'0123456789'])).join('')
/** Kinds that tell who somebody is, or where. */
const PERSONAL: ReadonlySet<Entity['type']> = new Set([
  'order_no', 'after_sale_no', 'tracking_no', 'phone', 'phone_last4', 'email', 'sensitive', 'address', 'name', 'contact', 'body_size', 'tax_id', 'invoice_title', 'serial_no', 'imei', 'pickup_code', 'coupon_code',
])
const RULE = { zh: ['退货的话运费由我们承担。', '滤芯建议每6个月换一次。', '保修期是一年，进水不在范围内。'], en: ['Returns are free within 30 days.', 'The filter should be changed every six months.'] }

test('LR-7 of 2,000 made-up replies neither number, card, mail, parcel, address nor a known name survives, with or without the record (they would be sent to the next customer)', () => {
  const seed = 20261127
  const pick = chance(seed)
  for (let n = 0; n < 2000; n++) {
    const zh = n % 2 === 0
    const phone = `1${pick(['38', '59', '77'])}${digits(pick, 8)}`
    const order = `21${digits(pick, 14)}`
    const mail = `${pick(['lin.wen', 'sarah_m', 'k.b'])}${digits(pick, 2)}@${pick(['qq.com', 'mail.co.uk', 'gmail.com'])}`
    const parcel = `SF${digits(pick, 13)}`
    const card = `622202${digits(pick, 13)}`
    const name = pick(zh ? ['欧阳文婷', '林小满', '赵志强'] : ['Sarah Miller', "Liam O'Neil", 'Greta Holm'])
    const street = pick(zh ? ['浙江省杭州市余杭区文一西路969号3幢201室', '上海市浦东新区世纪大道88号'] : ['14 Baker Street, London', '1200 Exchange St, Apt 4B'])
    const said = pick(zh
      ? [`电话${phone}，收件人${name}，`, `订单号${order}的`, `邮箱${mail}收一下，`, `单号${parcel}，`, `地址${street}，`, `加微信lm_${digits(pick, 6)}，`, `卡号${card}，`, `${name}您好，`]
      : [`Call ${phone} for ${name}. `, `Order number ${order}. `, `We wrote to ${mail}. `, `Tracking ${parcel}. `, `Address: ${street}. `, `Hi ${name}, `, `Card number ${card}. `])
    const rule = pick(zh ? RULE.zh : RULE.en)
    const text = pick([said + rule, rule + (zh ? '' : ' ') + said])
    // Of every fourth conversation nothing is known: then what has a form must go by its form.
    const known = n % 4 < 3
    const facts: KnownFacts = known ? { ...NOBODY, customers: [name] } : NOBODY
    const out = generalise(text, facts, AT)
    if (out === null) continue
    const left = findEntities(normalize(out.replace(/\{[a-z]+\}/gu, '＿'), new Map()), [...out.replace(/\{[a-z]+\}/gu, '＿')], AT, zh ? 'zh' : 'en').filter((one) => PERSONAL.has(one.type))
    expect(left, `seed ${seed}, ${n}: ${text} -> ${out}`).toEqual([])
    for (const secret of [phone, order, mail, parcel, card, ...(known ? [name] : [])]) expect(out, `seed ${seed}, ${n}`).not.toContain(secret)
    expect(out).not.toMatch(/\d{6}/)
  }
})
