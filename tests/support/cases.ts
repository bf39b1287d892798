import { v7 } from 'uuid'
import type { AfterSaleCase } from '../../src-shared/domain/case.ts'

export const yuan = (amount: number) => ({ amount, currency: 'CNY' as const })

/** A case on order `o1` of customer `c1` that waits for the shop's word. */
export function testCase(over: Partial<AfterSaleCase> = {}): AfterSaleCase {
  return {
    id: v7(), no: 'AS-1', platform: 'taobao', kind: 'refund-only', state: 'to-decide', orderNo: 'o1', customerId: 'c1', conversationId: null, items: [{ index: 0, quantity: 1 }], swap: null,
    asked: yuan(3_000), reason: { code: 'quality', words: { zh: '质量问题', en: 'Faulty' } }, words: '有划痕', pictures: [], openedAt: 1_699_999_000_000,
    due: { at: 1_700_003_600_000, then: 'granted' }, paid: [], refuseReasons: [{ code: 'evidence', words: { zh: '凭证不符', en: 'Evidence' } }], history: [], revision: 1, ...over,
  }
}
