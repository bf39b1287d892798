import type { AfterSaleCase, CaseState } from '../../../src-shared/domain/case.ts'
import { caseIdOf } from '../http/case-id.ts'
import { customerIdOf, moneyOf, tailOf, type ShopifyOrder, type ShopifyReturn } from './orders.ts'

const STATES: Readonly<Record<ShopifyReturn['status'], CaseState>> = { REQUESTED: 'to-decide', OPEN: 'goods-coming', CLOSED: 'granted', CANCELED: 'closed', DECLINED: 'refused' }
/** https://shopify.dev/docs/api/admin-graphql/2026-04/enums/ReturnDeclineReason */
export const DECLINE_REASONS = [
  { code: 'RETURN_PERIOD_ENDED', words: { zh: '已过退货期限', en: 'The return period has ended' } },
  { code: 'FINAL_SALE', words: { zh: '商品不支持退货', en: 'Final sale' } },
  { code: 'OTHER', words: { zh: '其他原因', en: 'Other' } },
]

/** A return that the customer asked for. Shopify sets no deadline and names no sum: what is paid is decided at the refund. */
export function caseOfReturn(connectionId: string, order: ShopifyOrder, one: ShopifyReturn): AfterSaleCase {
  const lines = order.lineItems.nodes
  const items = one.returnLineItems.nodes.flatMap(({ quantity, fulfillmentLineItem }) => {
    const index = lines.findIndex(({ id }) => id === fulfillmentLineItem?.lineItem.id)
    return index < 0 ? [] : [{ index, quantity }]
  })
  const asked = items.reduce((sum, { index, quantity }) => sum + (lines[index] ? moneyOf(lines[index].originalUnitPriceSet).amount : 0) * quantity, 0)
  const [first] = one.returnLineItems.nodes
  const code = first?.returnReason ?? 'UNKNOWN'
  const openedAt = Date.parse(one.createdAt ?? order.updatedAt)
  return {
    id: caseIdOf(connectionId, one.id), no: one.name, platform: 'web', kind: 'return', state: STATES[one.status], orderNo: order.name, customerId: customerIdOf(connectionId, order), conversationId: null,
    items: items.length > 0 ? items : [{ index: 0, quantity: 1 }], swap: null, asked: { ...moneyOf(order.totalPriceSet), amount: asked }, reason: { code, words: { zh: code, en: code } }, words: first?.customerNote ?? '', pictures: [],
    openedAt, due: null, paid: [], refuseReasons: DECLINE_REASONS, revision: 1,
    history: [{ id: `${tailOf(one.id)}-opened`, at: openedAt, by: { kind: 'customer', name: '' }, step: 'opened', words: '', reasonCode: null, amount: null, proof: [] }],
  }
}
