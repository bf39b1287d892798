import { refundProgress, disputedCase, withdraw, wrongGoods, askReturn, exchange } from './after-sale.ts'
import type { OrderAnswer } from './context.ts'
import { deliveryService, intercept, lost, notReceived, stuck, whereIsOrder } from './logistics.ts'
import { cancel, changeAddress, lookUp, modify, schedule } from './order.ts'

/** Topics that are answered out of an order of the verified customer. */
export const ORDER_ANSWERS: Readonly<Record<string, OrderAnswer>> = {
  ship_when: whereIsOrder, where_is_order: whereIsOrder, logistics_stuck: stuck, delivered_not_received: notReceived, parcel_lost: lost,
  delivery_service: deliveryService, refuse_intercept: intercept,
  order_lookup: lookUp, order_cancel: cancel, address_change: changeAddress, order_modify: modify, delivery_schedule: schedule,
  refund_progress: refundProgress, return_arrived: refundProgress, repair_progress: refundProgress, refund_withdraw: withdraw,
  refund_amount: disputedCase, refund_rejected: disputedCase, refund_only: disputedCase,
  damaged: wrongGoods, quality_defect: wrongGoods, wrong_item: wrongGoods, missing_item: wrongGoods, gift_missing: wrongGoods,
  not_as_described: wrongGoods, resend_request: wrongGoods, return_request: askReturn, exchange_request: exchange,
}

/** Topics answered from the goods' own facts; no identity needed. */
export const PRODUCT_TOPICS: ReadonlySet<string> = new Set(['product_question', 'usage_help', 'parts_accessory'])

/** Topics that a person settles; what the knowledge says is said first. */
export const PERSON_TOPICS: ReadonlySet<string> = new Set([
  'payment_issue', 'out_of_stock', 'authenticity', 'expiry_hygiene', 'subsidy_tradein', 'cashback_review', 'service_complaint', 'promise_broken',
  'platform_intervention', 'compensation_demand', 'review_issue', 'privacy_request', 'chargeback', 'business_inquiry',
])
/** Topics that need an order to answer but may be explained in general to anybody. */
export const EXPLAINED_TO_ANYBODY: ReadonlySet<string> = new Set(['return_request', 'exchange_request', 'quality_defect', 'damaged', 'wrong_item', 'missing_item', 'refund_withdraw', 'refund_only'])
