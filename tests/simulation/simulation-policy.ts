import type { ActionPolicy, IntentPolicy, Policy } from '../../src-shared/domain/policy.ts'

const ROW = { level: 'undo', undoSeconds: 8, confidenceFloor: 0.6, maxEmotionLevel: 1, confirm: true, maxRisk: 0.5 } as const
const caps = (perCase: number, perCustomerDay: number): NonNullable<ActionPolicy['caps']> => ({ currency: 'CNY', perCase: { amount: perCase }, perCustomerDay: { amount: perCustomerDay }, perShopDay: { amount: 5_000_000 } })

const ACTIONS: Record<string, ActionPolicy> = {
  cancel: { ...ROW, orderStates: ['unpaid', 'paid'] },
  'change-address': { ...ROW, orderStates: ['unpaid', 'paid'] },
  return: { ...ROW, orderStates: ['delivered'], deliveredWithinDays: 7, caps: caps(30_000, 50_000) },
  exchange: { ...ROW, orderStates: ['delivered'], deliveredWithinDays: 15 },
  invoice: { ...ROW, confirm: false, orderStates: ['paid', 'shipped', 'delivered', 'completed'] },
  resend: { ...ROW, orderStates: ['delivered'], deliveredWithinDays: 15, evidence: ['photo'] },
  'price-difference': { ...ROW, orderStates: ['paid', 'shipped', 'delivered'], caps: caps(5_000, 10_000) },
  'book-service': { ...ROW, confirm: false, orderStates: ['delivered', 'completed'], deliveredWithinDays: 365 },
  'urge-shipment': { ...ROW, level: 'act', confirm: false, orderStates: ['paid'] },
  ticket: { ...ROW, level: 'act', confirm: false },
}

const intent = (orderStates: string[], ...actions: string[]): IntentPolicy => ({ level: 'undo', undoSeconds: 8, confidenceFloor: 0.6, maxEmotionLevel: 1, orderStates, actions })

/** A shop that has switched on whatever may be: every row acts, each within caps that a careful supervisor would sign. Refunds are not among them. */
export const SIMULATION_POLICY: Policy = {
  id: 'default', version: 1, zone: 'Asia/Shanghai',
  intents: {
    where_is_order: intent(['paid', 'shipped', 'delivered'], 'urge-shipment'),
    order_cancel: intent(['unpaid', 'paid'], 'cancel'),
    address_change: intent(['unpaid', 'paid'], 'change-address'),
    return_request: intent(['delivered'], 'return'),
    exchange_request: intent(['delivered'], 'exchange'),
    invoice_request: intent(['paid', 'shipped', 'delivered', 'completed'], 'invoice'),
    missing_item: intent(['delivered'], 'resend'),
    wrong_item: intent(['delivered'], 'resend'),
    price_protection: intent(['paid', 'shipped', 'delivered'], 'price-difference'),
    warranty_repair: intent(['delivered', 'completed'], 'book-service'),
    refund_progress: intent(['refunding', 'refunded']),
  },
  actions: ACTIONS,
  alwaysPerson: { topics: [], marks: ['abuse', 'injection'], acts: [] },
  // A workflow asks several questions; each is an automatic reply.
  rates: { shopHour: 300, conversationHour: 20 },
  guard: { compensationCap: 20, currency: 'CNY' },
}
