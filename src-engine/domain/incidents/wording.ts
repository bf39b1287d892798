import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Incident } from '../../../src-shared/domain/incident.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { DeskLanguage, LocalText } from '../../../src-shared/domain/text.ts'
import { local, money } from '../drafting/format.ts'
import { filledSentences } from '../phrases/filled.ts'
import { orderValues } from '../phrases/values.ts'

/** For whom it is worded. */
export interface WordedFor {
  language: DeskLanguage
  /** null: nobody is verified. */
  customer: Customer | null
  /** The affected order; null: by its topic alone. */
  order: Order | null
  shopName: LocalText
  now: number
  /** IANA name. */
  timeZone: string
}

/** What this customer is told, its variables filled from the affected order; a sentence with a gap that nothing fills is left out. */
export function incidentWords({ wording }: Pick<Incident, 'wording'>, { language, customer, order, shopName, now, timeZone }: WordedFor): string {
  return filledSentences(wording[language], { shop: local(shopName, language), ...(customer ? { customer: customer.name } : {}), ...(order ? orderValues(order, language, timeZone, now) : {}) }, language)
}

/** What may be given under an incident, in words; '' where nothing may. */
export function compensationWords({ compensation: { kind, upTo } }: Pick<Incident, 'compensation'>, language: DeskLanguage): string {
  if (upTo === null) return ''
  const sum = money(upTo, language)
  if (kind === 'coupon') return language === 'zh' ? `可送不超过 ${sum} 的优惠券` : `a coupon of up to ${sum} may be given`
  return language === 'zh' ? `可补偿不超过 ${sum}` : `up to ${sum} may be given back`
}
