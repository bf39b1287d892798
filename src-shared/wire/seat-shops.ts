import { z } from 'zod'
import { ACTION_KINDS, type ActionKind } from '../domain/commerce.ts'
import { Id } from '../domain/message.ts'
import { SetUpForm, SetUpValues } from '../domain/set-up.ts'
import { LocalText, Millis } from '../domain/text.ts'

const Empty = z.object({})
const Kind = z.string().min(1).max(40)

/** A shop behind HTTP that somebody set up. `values` holds no secret; `secrets` names those that are set. */
export const ShopRow = z.object({
  id: Id, kind: Kind, name: z.string(), enabled: z.boolean(), values: z.record(z.string(), z.unknown()), secrets: z.array(z.string()),
  /** null: well. */
  trouble: LocalText.nullable(), readUpTo: Millis.nullable(),
})
export type ShopRow = z.infer<typeof ShopRow>

/** Who sends the orders of a shop. */
export const WarehouseRow = z.object({ shopId: Id, kind: Kind, enabled: z.boolean(), values: z.record(z.string(), z.unknown()), secrets: z.array(z.string()) })
export type WarehouseRow = z.infer<typeof WarehouseRow>

/** Something begun at a shop that has no outcome yet. `unsure`: a person has to look there and say what they found. */
export const ShopWaiting = z.object({
  id: Id, shop: z.string(), orderNo: z.string(), action: z.enum(ACTION_KINDS as readonly [ActionKind, ...ActionKind[]]).nullable(),
  step: z.enum(['intended', 'calling', 'unsure']), by: z.string(), at: Millis,
  /** Which of the two was asked last. */
  where: z.enum(['shop', 'warehouse']).default('shop'),
})
export type ShopWaiting = z.infer<typeof ShopWaiting>

/** What a shop sent and nobody could understand; `body` is its own answer, untrusted. */
export const ShopLetterRow = z.object({ id: Id, shop: z.string(), externalId: z.string(), why: LocalText, at: Millis, body: z.string() })
export type ShopLetterRow = z.infer<typeof ShopLetterRow>

/** Since 1.3. Shops behind HTTP; what each asks of whoever calls stands in `seats/permissions.ts` of the gateway. */
export const SHOP_CALLS = {
  'shops.list': { params: Empty, result: z.object({ kinds: z.array(SetUpForm), shops: z.array(ShopRow), waiting: z.array(ShopWaiting), letters: z.array(ShopLetterRow), warehouseKinds: z.array(SetUpForm).default([]), warehouses: z.array(WarehouseRow).default([]) }) },
  /** Tries what was filled in and keeps nothing. `id` null: of a new shop. Secrets that are left out are those kept. */
  'shops.test': { params: z.object({ id: Id.nullable(), kind: Kind, values: SetUpValues }), result: z.object({ trouble: LocalText.nullable() }) },
  'shops.put': { params: z.object({ id: Id, kind: Kind, name: z.string().trim().min(1).max(60), enabled: z.boolean(), values: SetUpValues }), result: Empty },
  'shops.remove': { params: z.object({ id: Id }), result: Empty },
  /** Tries the keys of a shop's warehouse and keeps nothing. Secrets that are left out are those kept. */
  'warehouse.test': { params: z.object({ shopId: Id, kind: Kind, values: SetUpValues }), result: z.object({ trouble: LocalText.nullable() }) },
  /** From then on the warehouse is asked before an order is cancelled, its address changed or its parcel stopped. `not-found`: no such shop. */
  'warehouse.put': { params: z.object({ shopId: Id, kind: Kind, enabled: z.boolean(), values: SetUpValues }), result: Empty },
  'warehouse.remove': { params: z.object({ shopId: Id }), result: Empty },
  /** What a person found at the shop of something `unsure`; `not-found` where nothing is. */
  'shops.decide': { params: z.object({ id: Id, found: z.discriminatedUnion('state', [z.object({ state: z.literal('done'), reference: z.string().max(80).nullable() }), z.object({ state: z.literal('not-done') }), z.object({ state: z.literal('ask-again') })]) }), result: Empty },
  /** Reads the order of a letter again (`again`), or forgets the letter. It is gone only where the order could be read. */
  'shops.letter': { params: z.object({ id: Id, act: z.enum(['again', 'forget']) }), result: z.object({ gone: z.boolean() }) },
} as const
