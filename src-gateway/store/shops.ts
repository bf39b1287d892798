import type { Order } from '../../src-shared/domain/order.ts'
import type { Seen } from '../commerce/warehouse/warehouse.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'

/** A shop that somebody set up. `settings` hold secrets: they leave the store for its own connector only. */
export interface ShopConnection { id: string; kind: string; name: string; settings: Record<string, unknown>; enabled: boolean; createdAt: number }

/**
 * Something that was begun at a shop behind HTTP and has no outcome yet. Written before anything leaves, removed together with
 * the outcome. `intended`: nothing was asked of the shop · `calling`: it may have been done · `unsure`: nobody can say, a
 * person has to look. Times are milliseconds of the gateway's clock.
 */
export interface Intent {
  id: string
  connectionId: string
  orderNo: string
  seatId: string
  at: number
  step: 'intended' | 'calling' | 'unsure'
  /** What is done to the order; null: a step of a case that does nothing to it. */
  effect: SeatParams<'perform'> | null
  caseAct: SeatParams<'case.act'> | null
  /** The order just before the shop was asked. */
  before: Order | null
  /**
   * What became of the shop's warehouse. `asking`: it may have been asked · `stopped`: it said yes. Absent, null: it was not asked.
   * `seen`: as the order was there before.
   */
  warehouse?: { state: 'asking' | 'stopped'; seen: Seen | null } | null
  /** Who works on it, and until when nobody else may. */
  claim: { by: string; until: number } | null
}

/** What a shop sent and nobody could understand. */
export interface ShopLetter { id: string; connectionId: string; at: number; externalId: string; why: LocalText; body: string }

/** The warehouse that sends the orders of a connection. `settings` hold secrets, as those of a connection do. */
export interface ShopWarehouse { connectionId: string; kind: string; settings: Record<string, unknown>; enabled: boolean }

export interface ShopReads {
  /** Of a connection; null: none is set up. */
  warehouse(connectionId: string): Promise<ShopWarehouse | null>
  /** By connection. */
  warehouses(): Promise<ShopWarehouse[]>
  /** By id. */
  connections(): Promise<ShopConnection[]>
  connection(id: string): Promise<ShopConnection | null>
  /** Whose order it is; null: the demo shop's, or nobody's. */
  connectionOf(orderNo: string): Promise<string | null>
  value(connectionId: string, name: string): Promise<string | null>
  intent(id: string): Promise<Intent | null>
  /** By id, which is by age. */
  intents(): Promise<Intent[]>
  intentsOf(orderNo: string): Promise<Intent[]>
  /** Newest first. */
  letters(limit: number): Promise<ShopLetter[]>
}

export interface ShopWrites extends ShopReads {
  putConnection(connection: ShopConnection): Promise<void>
  putWarehouse(warehouse: ShopWarehouse): Promise<void>
  removeWarehouse(connectionId: string): Promise<void>
  /** Forgets the connection with its warehouse, secrets, values and letters. Its orders and what was begun stay. */
  removeConnection(id: string): Promise<void>
  putOwner(orderNo: string, connectionId: string): Promise<void>
  putValue(connectionId: string, name: string, value: string): Promise<void>
  putIntent(intent: Intent): Promise<void>
  removeIntent(id: string): Promise<void>
  /** The same `id` again replaces it. */
  putLetter(letter: ShopLetter): Promise<void>
  removeLetter(id: string): Promise<void>
  /** Takes back what `addSpending` counted for an effect that the shop refused. */
  uncountSpending(effectId: string): Promise<void>
}
