import { describe, expect, test } from 'vitest'
import { findIdentityClaim } from './identity-text.ts'

const NO = '2188340694459320'
const claim = { orderNo: NO, phoneLast4: '0720' }

describe('G-15 an order number with four digits is recognised however people write it', () => {
  test.each([
    `订单号 ${NO},尾号0720`, `${NO} 手机尾号 0720`, `${NO} 后四位是0720`, `后4位0720 订单${NO}`, `${NO} 0720`, `0720 ${NO}`, `${NO}\n0720`,
    `order ${NO}, last four 0720`, `My order is ${NO} and the last 4 digits are 0720.`, `${NO} phone ending in 0720`, `order no ${NO} (last four: 0720)`,
    '２１８８３４０６９４４５９３２０ 尾号０７２０', `就是${NO}这单,尾号:0720,昨天到的3件`,
  ])('G-15 %s', (text) => { expect(findIdentityClaim(null, text)).toEqual(claim) })

  test('G-15 in two messages, in either order, and once only: a second try burnt by the next sentence', () => {
    expect(findIdentityClaim(NO, '0720')).toEqual(claim)
    expect(findIdentityClaim(`订单是${NO}`, '尾号0720')).toEqual(claim)
    expect(findIdentityClaim('尾号0720', NO)).toEqual(claim)
    expect(findIdentityClaim(`${NO} 0720`, '在吗')).toBeNull()
    expect(findIdentityClaim(null, '0720')).toBeNull()
  })
})

describe('G-15 other digits are not taken for a claim: a try wasted on a price or a year', () => {
  test.each([
    `${NO} 什么时候到`, `订单${NO} 退我1299元`, `${NO} 2025年买的`, `${NO} ¥1299`, `${NO} 1299.00`, `${NO} 10482 0720`, `21883406944593201 尾号0720`,
    `快递 SF1234567890123 尾号0720`, `${NO} 两件 0720 和 0721`, '尾号07201 ' + NO,
  ])('G-15 %s', (text) => { expect(findIdentityClaim(null, text)).toBeNull() })

  test('G-15 four digits with other words do not complete the number before: "I paid 1299"', () => {
    expect(findIdentityClaim(NO, 'I paid 1299 for it')).toBeNull()
    expect(findIdentityClaim(NO, '房号 1602')).toBeNull()
  })
})
