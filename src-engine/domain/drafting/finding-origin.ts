import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import type { FindingOrigin, OriginField } from '../../../src-shared/domain/finding-origin.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { RulePack } from '../guard/index.ts'

/** A passage by the id that the guard read it under. */
export interface NamedPassage { id: string; kind: 'article' | 'reply' | 'incident'; title: LocalText }

/** What the guard held words against: `facts` in the very order in which it had them. */
export interface Ground { facts: ReadonlyArray<Customer | Order | Product>; passages: readonly NamedPassage[]; rules: readonly RulePack[] }

/** Path within a record to the name of what stands there; the first that fits. */
const ORDER_FIELDS: ReadonlyArray<[RegExp, OriginField]> = [
  [/^no$/, 'no'], [/^total\b/, 'total'], [/^items\.title/, 'goods'], [/^items\.variant/, 'variant'], [/^items\.quantity/, 'quantity'], [/^items/, 'price'],
  [/^placedAt/, 'placed'], [/^paidAt/, 'paid'], [/^promisedShipBy/, 'ship-by'], [/^shippedAt/, 'shipped'], [/^deliveredAt/, 'delivered'], [/^(?:status|shownStatus)/, 'state'],
  [/^address\.name/, 'recipient'], [/^address\.phone/, 'phone'], [/^address/, 'address'],
  [/^logistics\.carrier/, 'carrier'], [/^logistics\.trackingNo/, 'tracking'], [/^logistics\.etaAt/, 'eta'], [/^logistics\.events/, 'scan'], [/^logistics/, 'parcel'],
  [/^afterSale\.amount/, 'refund'], [/^afterSale\.requestedAt/, 'asked'], [/^afterSale/, 'after-sale'], [/^payouts/, 'payout'], [/^invoice/, 'invoice'], [/^memo/, 'memo'], [/^pay/, 'payment'],
]
const CUSTOMER_FIELDS: ReadonlyArray<[RegExp, OriginField]> = [[/^name/, 'name'], [/^phone/, 'phone'], [/^since/, 'since'], [/^level/, 'level'], [/^note/, 'note']]
const PRODUCT_FIELDS: ReadonlyArray<[RegExp, OriginField]> = [
  [/^title/, 'goods'], [/^price/, 'price'], [/^specs/, 'spec'], [/^variants/, 'variant'], [/^warranty/, 'warranty'], [/^(?:stock|variantStock)/, 'stock'],
]
const POLICY_FIELDS: ReadonlyArray<[RegExp, OriginField]> = [[/^compensationCap/, 'compensation-cap'], [/^refundCap/, 'refund-cap']]
const named = (fields: ReadonlyArray<[RegExp, OriginField]>, path: string): OriginField => fields.find(([form]) => form.test(path))?.[1] ?? 'other'

/** The guard's paths of facts: their place in the list, then the field. */
const FACT = /^facts\[(\d+)\]\.?(.*)$/u

/**
 * Findings with their sources in words that a person knows: the order's number and the field, the title of the article, what
 * the rule says. Of another customer's record nothing is told.
 */
export function withOrigins(findings: readonly Finding[], ground: Ground): Finding[] {
  return findings.map((finding) => {
    const origin = finding.source === undefined || finding.kind === 'other-customer' ? null : originOf(finding.kind, finding.source, ground)
    return origin === null ? finding : { ...finding, origin }
  })
}

function originOf(kind: string, source: string, { facts, passages, rules }: Ground): FindingOrigin | null {
  if (kind === 'rule') return ruleOrigin(source, rules)
  const passage = passages.find(({ id }) => id === source)
  if (passage) return { kind: passage.kind, title: passage.title }
  if (source.startsWith('policy.')) return { kind: 'policy', field: named(POLICY_FIELDS, source.slice('policy.'.length)) }
  const [, index, path = ''] = FACT.exec(source) ?? []
  const fact = index === undefined ? undefined : facts[Number(index)]
  return fact === undefined ? null : recordOrigin(fact, path)
}

function recordOrigin(fact: Customer | Order | Product, path: string): FindingOrigin {
  const plain = path.replace(/\[\d+\]/gu, '')
  if ('no' in fact) return { kind: 'order', no: fact.no, field: named(ORDER_FIELDS, plain) }
  if (!('specs' in fact)) return { kind: 'customer', field: named(CUSTOMER_FIELDS, plain) }
  const label = fact.specs[Number(/^specs\[(\d+)\]/u.exec(path)?.[1] ?? -1)]?.name
  return { kind: 'product', title: fact.title, field: named(PRODUCT_FIELDS, plain), ...(label ? { label } : {}) }
}

/** A rule's source that is the number of another rule. */
const NUMBER = /^[A-Z]{2,3}-\d+$/u

/** A rule that goes by another one has the other's law. */
function ruleOrigin(id: string, packs: readonly RulePack[]): FindingOrigin | null {
  const all = packs.flatMap(({ rules }) => rules)
  const byId = (wanted: string) => all.find((rule) => rule.id === wanted)
  const rule = byId(id)
  if (!rule) return null
  let law = rule.source
  for (let step = 0; step < 3 && NUMBER.test(law); step++) law = byId(law)?.source ?? ''
  return { kind: 'rule', say: rule.say, law: NUMBER.test(law) ? '' : law }
}
