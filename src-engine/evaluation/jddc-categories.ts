import type { Topic, Verdict } from '../../src-shared/domain/triage.ts'

/** Coarse categories of JDDC (USS, Sun et al. 2021) by our topics; a topic that is not here belongs to none of them. */
const CATEGORIES: Readonly<Record<string, readonly Topic[]>> = {
  配送: ['where_is_order', 'logistics_stuck', 'delivered_not_received', 'delivery_service', 'parcel_lost', 'refuse_intercept', 'freight_fee', 'ship_when', 'delivery_schedule', 'carrier_choice', 'missing_item'],
  退换: ['return_request', 'return_eligibility', 'return_howto', 'return_freight', 'return_arrived', 'exchange_request', 'refund_progress', 'refund_only', 'refund_amount', 'refund_withdraw', 'refund_rejected'],
  发票: ['invoice_request', 'invoice_fix'],
  客服: ['service_complaint', 'promise_broken', 'platform_intervention'],
  产品咨询: ['product_question', 'restock', 'usage_help', 'authenticity', 'out_of_stock', 'resend_request'],
  价保: ['price_protection'],
  支付: ['payment_issue'],
  维修: ['warranty_repair', 'repair_progress'],
  评价: ['review_issue', 'cashback_review'],
  bug: ['order_lookup'],
}

/** Faults of what was received. The table has no place for them; the data's own intent for broken goods ("保修返修及退换货政策") is of 退换. */
const FAULTS: readonly Topic[] = ['wrong_item', 'damaged', 'quality_defect', 'not_as_described', 'expiry_hygiene', 'safety_incident']

export type CategoryTable = ReadonlyMap<string, string>
/** The table as it was agreed, and the same with faults of goods as 退换. */
export const AGREED: CategoryTable = new Map(Object.entries(CATEGORIES).flatMap(([category, topics]) => topics.map((topic) => [topic, category])))
export const WITH_FAULTS: CategoryTable = new Map([...AGREED, ...FAULTS.map((topic) => [topic, '退换'] as const)])

/** The category of what a message says itself: of its first topic that has one, else of its wish for a person; null: none. */
export function categoryOf({ topics, acts }: Pick<Verdict, 'topics' | 'acts'>, table: CategoryTable): string | null {
  for (const { label } of topics) {
    const category = table.get(label)
    if (category !== undefined) return category
  }
  return acts.some(({ label }) => label === 'human_wanted') ? '客服' : null
}
