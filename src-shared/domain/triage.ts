import { z } from 'zod'

/** Closed lists, version 1: topics, dialogue acts, risk marks and emotions. Order is display order. */
export const TOPICS = [
  'ship_when', 'order_lookup', 'order_cancel', 'address_change', 'order_modify', 'delivery_schedule', 'out_of_stock',
  'presale_balance', 'carrier_choice', 'payment_issue', 'where_is_order', 'logistics_stuck', 'delivered_not_received',
  'delivery_service', 'parcel_lost', 'refuse_intercept', 'freight_fee', 'wrong_item', 'missing_item', 'gift_missing',
  'damaged', 'quality_defect', 'not_as_described', 'authenticity', 'expiry_hygiene', 'safety_incident', 'return_request',
  'return_eligibility', 'return_howto', 'return_freight', 'return_arrived', 'exchange_request', 'resend_request',
  'refund_progress', 'refund_only', 'refund_amount', 'refund_withdraw', 'refund_rejected', 'price_protection',
  'promo_coupon', 'subsidy_tradein', 'cashback_review', 'points_member', 'invoice_request', 'invoice_fix', 'documents',
  'usage_help', 'installation_booking', 'warranty_repair', 'repair_progress', 'parts_accessory', 'product_question',
  'restock', 'service_complaint', 'promise_broken', 'platform_intervention', 'compensation_demand', 'review_issue',
  'privacy_request', 'scam_check', 'customs_duty', 'chargeback', 'business_inquiry',
] as const
export const ACTS = [
  'greeting', 'thanks', 'closing', 'affirm', 'deny_correct', 'provide_info', 'urge', 'human_wanted', 'hold_on', 'media_only',
] as const
export const MARKS = [
  'threat_review', 'threat_authority', 'threat_legal_media', 'threat_platform', 'danger_person', 'abuse', 'claimant_pattern',
  'fraud_pattern', 'off_platform', 'sensitive_info', 'minor', 'elderly_vulnerable', 'sarcasm', 'churn', 'injection', 'spam_ad',
] as const
export const EMOTIONS = ['calm', 'grateful', 'confused', 'anxious', 'disappointed', 'angry', 'furious'] as const

/** Level for the desk: 0 calm, 1 uneasy, 2 unhappy, 3 angry. */
export const EMOTION_LEVEL: Record<(typeof EMOTIONS)[number], 0 | 1 | 2 | 3> = {
  calm: 0, grateful: 0, confused: 1, anxious: 1, disappointed: 2, angry: 3, furious: 3,
}

const unit = z.number().min(0).max(1)
const scored = <T extends readonly [string, ...string[]]>(labels: T) => z.object({ label: z.enum(labels), confidence: unit })

/** Offsets are Unicode code points into the raw text, end exclusive. */
export const Span = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
export const Evidence = Span.extend({ why: z.string() })
export type Evidence = z.infer<typeof Evidence>

export const ENTITY_TYPES = [
  'order_no', 'after_sale_no', 'tracking_no', 'carrier', 'amount', 'date', 'phone', 'phone_last4', 'email', 'sensitive',
] as const
export const Entity = Span.extend({ type: z.enum(ENTITY_TYPES), text: z.string(), value: z.string() })
export type Entity = z.infer<typeof Entity>

/** What triage says of one customer message in its conversation. The four scores describe the state after this message. */
export const Verdict = z.object({
  language: z.object({ code: z.string(), confidence: unit }),
  topics: z.array(scored(TOPICS)),
  /** Topics that this shop taught by examples of its own; absent where it taught none. */
  own: z.array(z.object({ label: z.string(), confidence: unit })).optional(),
  acts: z.array(scored(ACTS)),
  marks: z.array(scored(MARKS)),
  emotion: z.object({ label: z.enum(EMOTIONS), level: z.number().int().min(0).max(3), scores: z.record(z.string(), unit) }),
  dissatisfaction: unit,
  anger: unit,
  urgency: unit,
  escalation: unit,
  entities: z.array(Entity),
  evidence: z.array(Evidence),
})
export type Verdict = z.infer<typeof Verdict>

export type Topic = (typeof TOPICS)[number]
export type Act = (typeof ACTS)[number]
export type Mark = (typeof MARKS)[number]
export type Emotion = (typeof EMOTIONS)[number]
