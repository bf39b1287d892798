import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Shops } from './commerce/shops/shops.ts'
import type { FileStore } from './files/file-store.ts'
import type { Store } from './store/store.ts'

/** What every part of a running gateway shares. Only sockets live outside the store. */
export interface Context {
  store: Store
  files: FileStore
  clock: Clock
  log: Logger
  shopId: string
  shops: Shops
  /** Codes of why the gateway cannot do its work now; absent: nobody looks. */
  unready?: () => Promise<readonly string[]>
}

/** Fleeting signals between the two ports; lost on the way, on purpose. */
export interface Typing {
  /** A seat types: tell the customer of this conversation. */
  toCustomer(conversationId: string): void
  /** A customer types: tell the live seats. */
  toSeats(conversationId: string): void
}
