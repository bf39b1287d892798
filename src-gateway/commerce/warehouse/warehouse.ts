import type { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { StoppingKind, WarehouseMapping, WarehouseState } from './mapping.ts'

export type StoppingAction = Extract<CommerceAction, { kind: StoppingKind }>

/** An order as the warehouse has it. Of several rows the one that is farthest counts. */
export interface Seen {
  state: WarehouseState
  /** The system's own numbers of the rows that are not cancelled. */
  ids: readonly string[]
  /** Of those rows, each once; half hidden where the system hides them. */
  addresses: readonly { name: string; phone: string; detail: string }[]
}

/** Some rows of an order were changed and the next was refused: a person has to look. */
export class PartlyStopped extends Error {}

/** What a warehouse can be asked, as its mapping has it. */
export type Abilities = Pick<WarehouseMapping, 'writes' | 'byPlatform'>

/** The warehouse of a shop. */
export interface Warehouse {
  readonly abilities: Abilities
  /** null: it does not have the order. @throws AppError `shop-unreachable`, PlatformRefusal */
  look(orderNo: string): Promise<Seen | null>
  /** Asks once; it returns when the system said yes. @throws PlatformRefusal: it said no, and nothing was changed · PartlyStopped · AppError `shop-unreachable`: nobody knows */
  stop(action: StoppingAction, seen: Seen): Promise<void>
}
