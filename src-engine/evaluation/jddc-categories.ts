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

const CATEGORY_BY_TOPIC: ReadonlyMap<string, string> = new Map(Object.entries(CATEGORIES).flatMap(([category, topics]) => topics.map((topic) => [topic, category])))

/** The category of what a message says itself: of its first topic that has one, else of its wish for a person; null: none. */
export function categoryOf({ topics, acts }: Pick<Verdict, 'topics' | 'acts'>): string | null {
  for (const { label } of topics) {
    const category = CATEGORY_BY_TOPIC.get(label)
    if (category !== undefined) return category
  }
  return acts.some(({ label }) => label === 'human_wanted') ? '客服' : null
}
