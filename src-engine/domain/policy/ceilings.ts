/**
 * The most autonomy that any policy may give, whatever a supervisor sets. Source: the shop's intent taxonomy and the
 * rules AI-01..AI-03, AI-08, SF-01, SF-03, CO-08, PI-04, PI-06, RK-02.
 */

/** Topics that may be answered without a person (`auto` ceiling). Every other topic is at most a draft here. */
export const AUTO_TOPICS: ReadonlySet<string> = new Set([
  'ship_when', 'order_lookup', 'carrier_choice', 'where_is_order', 'freight_fee', 'return_eligibility', 'return_howto', 'return_arrived',
  'refund_progress', 'points_member', 'usage_help', 'repair_progress', 'restock',
])

/** Topics, marks and acts that always go to a person. */
export const PERSON_TOPICS: ReadonlySet<string> = new Set([
  'out_of_stock', 'payment_issue', 'delivered_not_received', 'parcel_lost', 'authenticity', 'expiry_hygiene', 'safety_incident', 'refund_only',
  'refund_amount', 'refund_rejected', 'subsidy_tradein', 'cashback_review', 'service_complaint', 'promise_broken', 'platform_intervention',
  'compensation_demand', 'review_issue', 'privacy_request', 'scam_check', 'chargeback', 'business_inquiry',
])
export const PERSON_MARKS: ReadonlySet<string> = new Set([
  'threat_review', 'threat_authority', 'threat_legal_media', 'threat_platform', 'danger_person', 'claimant_pattern', 'fraud_pattern',
  'sensitive_info', 'minor', 'elderly_vulnerable',
])
export const PERSON_ACTS: ReadonlySet<string> = new Set(['human_wanted'])
