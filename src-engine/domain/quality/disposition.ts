import type { Disposition } from '../../../src-shared/domain/disposition.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Topic } from '../../../src-shared/domain/triage.ts'

/** What is known of a conversation at its end. */
export interface Ending {
  /** The topic that was open; null when triage found none. */
  topic: string | null
  marks: readonly string[]
  /** The order that it was about; null when none is known. */
  order: Pick<Order, 'status' | 'afterSale'> | null
  /** Did the customer have the last word, and did we ever answer? */
  customerLast: boolean
  answered: boolean
  /** Did the customer thank us or say goodbye at the end? */
  closed: boolean
}

const BY_TOPIC: Partial<Record<Topic, Disposition>> = {
  refund_progress: 'refund', refund_only: 'refund', refund_amount: 'refund', refund_withdraw: 'refund', refund_rejected: 'refund', price_protection: 'refund', return_freight: 'refund',
  return_request: 'exchange-return', return_howto: 'exchange-return', return_arrived: 'exchange-return', exchange_request: 'exchange-return', resend_request: 'exchange-return', refuse_intercept: 'exchange-return',
  return_eligibility: 'information', usage_help: 'information', product_question: 'information', restock: 'information', promo_coupon: 'information', points_member: 'information',
  where_is_order: 'information', ship_when: 'information', order_lookup: 'information', carrier_choice: 'information', freight_fee: 'information', customs_duty: 'information',
  business_inquiry: 'other',
}

const BY_CASE: Record<NonNullable<Order['afterSale']>['kind'], Disposition> = { refund: 'refund', return: 'exchange-return', exchange: 'exchange-return', resend: 'exchange-return', repair: 'solved' }

/** How this conversation probably ended; a first guess that a person changes with one key. */
export function predictDisposition(ending: Ending): Disposition {
  if (ending.marks.includes('spam_ad')) return 'spam'
  // Asked back, and nothing came: the question is still open.
  if (ending.answered && !ending.customerLast && !ending.closed && ending.topic === null) return 'no-answer'
  const byTopic = BY_TOPIC[ending.topic as Topic]
  if (byTopic && byTopic !== 'information') return byTopic
  const { afterSale } = ending.order ?? {}
  if (afterSale && afterSale.status !== 'closed') return BY_CASE[afterSale.kind]
  if (ending.order?.status === 'refunded' || ending.order?.status === 'refunding') return 'refund'
  // Closed without a word of ours: not for us to call solved.
  return byTopic ?? (ending.answered ? 'solved' : 'other')
}
