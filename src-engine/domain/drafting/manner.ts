import type { Customer } from '../../../src-shared/domain/customer.ts'
import { MANNERS, type Manner } from '../../../src-shared/domain/manner.ts'
import type { Order } from '../../../src-shared/domain/order.ts'

const SHORT = /简短|简单|少说|直接说|brief|concise|short (?:answers|replies)/i
const NO_CALLS = /(?:别|不要|勿|不)(?:打|接)?电话|勿扰|no (?:phone )?calls|do(?:n't| not) call|text only/i

/**
 * What to heed for a verified customer, by plain rules; the draft's trace names it. `again`: a second problem with the shop: a case on another order than the one spoken of.
 * @param language in which the customer writes now
 */
export function mannersFor(customer: Customer | null, orders: readonly Order[], spokenOf: string | null, language: string): Manner[] {
  if (!customer) return []
  const found: Partial<Record<Manner, boolean>> = {
    member: customer.level === 'gold',
    again: orders.some((order) => order.customerId === customer.id && order.no !== spokenOf && order.afterSale !== null),
    short: SHORT.test(customer.note), 'no-calls': NO_CALLS.test(customer.note),
    'own-language': customer.language !== '' && customer.language !== language,
  }
  return MANNERS.filter((manner) => found[manner])
}

const TOLD: Readonly<Record<Manner, string>> = {
  member: 'a member of the shop: be especially considerate, promise nothing more', again: 'had a problem with another order before: say once that it should not have happened again',
  short: 'wants short answers: one or two bubbles', 'no-calls': 'does not want to be called: never offer a phone call', 'own-language': 'usually writes another language: keep to the one of the last message',
}
/** The rules in a line for a model's prompt. */
export const mannerText = (manners: readonly Manner[]): string => manners.map((manner) => TOLD[manner]).join('; ') || 'nothing special'
