import { z } from 'zod'
import { ACTION_KINDS, CommerceAction, type ActionKind } from '../domain/commerce.ts'
import { Watch } from '../domain/customer.ts'
import { Effect, EffectRefusal } from '../domain/effect.ts'
import { Id } from '../domain/message.ts'
import { OrderStatus } from '../domain/order.ts'
import { LocalText, Millis, Money } from '../domain/text.ts'

const Kind = z.enum(ACTION_KINDS as readonly [ActionKind, ...ActionKind[]])
const Mode = z.enum(['full', 'partial', 'only', 'issue', 'resend', 'change']).nullable()
const RefusalShape = z.object({ reason: EffectRefusal, detail: z.string() })

/** Something done to an order, or wished, as card and thread show it. `undo`: it can be taken back now. */
export const ThreadEffect = z.object({
  id: Id, action: CommerceAction, by: Effect.shape.by, at: Millis,
  state: z.enum(['waiting', 'done', 'refused']),
  reference: z.string().nullable(),
  refusal: RefusalShape.nullable(),
  undo: z.boolean(),
})
export type ThreadEffect = z.infer<typeof ThreadEffect>

/** An action that the order's state allows now. `most`: the highest amount; null: it has none. */
export const ActionChoice = z.object({ kind: Kind, mode: Mode, most: Money.nullable() })
export type ActionChoice = z.infer<typeof ActionChoice>

/** What one piece of a position can be swapped for. `stock` null: the shop does not say. */
export const SwapChoice = z.object({ productId: z.string(), variants: z.array(z.object({ name: LocalText, stock: z.number().int().nullable() })) })

/** What an action would do in money and goods, as far as this desk can tell; the gateway looks again. */
export const ActionPreview = z.object({
  refusal: RefusalShape.nullable(),
  pays: Money.nullable(),
  status: OrderStatus,
  /** Pieces below zero leave the shelf, above zero come back to it. */
  goods: z.array(z.object({ title: LocalText, variant: LocalText, pieces: z.number().int() })),
})
export type ActionPreview = z.infer<typeof ActionPreview>

const OfConversation = z.object({ conversationId: Id })

/** What a person at the desk does to orders. */
export const COMMERCE_CALLS = {
  /** Refused: `not-found` when the order is not one of this conversation's verified customer. */
  'action.choices': { params: OfConversation.extend({ orderNo: z.string() }), result: z.object({ choices: z.array(ActionChoice), swaps: z.array(SwapChoice), left: Money }) },
  'action.preview': { params: OfConversation.extend({ action: CommerceAction }), result: ActionPreview },
  /** Asks for it once; offline it waits and says so. `id` made by the window: sent twice it is one action. */
  'action.perform': { params: OfConversation.extend({ id: Id, action: CommerceAction }), result: z.object({}) },
  /** Takes a done action back by another one, whose id is `id`. Refused: `not-found` when it cannot be taken back (any more). */
  'action.undo': { params: OfConversation.extend({ id: Id, effectId: Id }), result: z.object({}) },
  /** Puts the conversation's verified customer on the list of those whom a person looks at first; null: takes them off it. `days` null: until taken off. Needs the line. Refused: `not-found`, `needs-line`, `not-permitted`. */
  'customer.watch': { params: OfConversation.extend({ id: Id, watch: z.object({ reason: Watch.shape.reason, days: z.number().int().min(1).max(3650).nullable() }).nullable() }), result: z.object({}) },
} as const
export type CommerceCalls = typeof COMMERCE_CALLS
