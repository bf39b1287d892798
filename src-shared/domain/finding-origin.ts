import { z } from 'zod'
import { LocalText } from './text.ts'

/** What stands in a field of the shop's records, as people call it. `other`: the record alone is named. */
export const ORIGIN_FIELDS = [
  'no', 'total', 'price', 'goods', 'variant', 'quantity', 'placed', 'paid', 'ship-by', 'shipped', 'delivered', 'state', 'recipient', 'phone', 'address',
  'carrier', 'tracking', 'parcel', 'eta', 'scan', 'after-sale', 'refund', 'asked', 'payout', 'invoice', 'memo', 'payment', 'name', 'since', 'level', 'note',
  'spec', 'warranty', 'stock', 'compensation-cap', 'refund-cap', 'other',
] as const
const Field = z.enum(ORIGIN_FIELDS)
export type OriginField = z.infer<typeof Field>

/** Where the source of a finding lies, told so that a person knows it. */
export const FindingOrigin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), no: z.string(), field: Field }),
  /** `label`: what the shop calls the property. */
  z.object({ kind: z.literal('product'), title: LocalText, field: Field, label: LocalText.optional() }),
  z.object({ kind: z.literal('customer'), field: Field }),
  z.object({ kind: z.literal('policy'), field: Field }),
  z.object({ kind: z.enum(['article', 'reply', 'incident']), title: LocalText }),
  /** `law`: the law or code that the rule goes by, as its pack names it; '' where it names none. */
  z.object({ kind: z.literal('rule'), say: LocalText, law: z.string() }),
])
export type FindingOrigin = z.infer<typeof FindingOrigin>
