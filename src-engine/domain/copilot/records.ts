import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Disposition } from '../../../src-shared/domain/disposition.ts'
import type { Order } from '../../../src-shared/domain/order.ts'

/** A promise that stands in a reply of ours. */
export interface KeptPromise { text: string; at: number; conversationId: string; messageId: string }

/** A past case with everything that is another customer's hidden. */
export interface ShownCase {
  conversationId: string
  own: boolean
  matter: string
  done: string
  disposition: Disposition | null
  endedAt: number
  minutes: number
}

/** What this desk's records say of the customer of one conversation. */
export interface CustomerRecords {
  /** null: nobody is verified; then there are no orders. */
  customer: Customer | null
  /** Of exactly this customer, newest first. */
  orders: readonly Order[]
  /** Conversations with this customer that this desk knows. */
  conversations: number
  /** What the customer wrote last before the present matter; null: nothing before it. */
  lastContact: { at: number; text: string; conversationId: string; messageId: string } | null
  /** Newest first. */
  promises: readonly KeptPromise[]
  /** Emotion levels (0 calm .. 3 angry) of the customer's messages, oldest first. */
  moods: readonly { at: number; level: number }[]
}

/** Place and language in which an answer is told. */
export interface Telling { language: 'zh' | 'en'; timeZone: string }
