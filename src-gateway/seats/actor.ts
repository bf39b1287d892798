import type { Account } from '../../src-shared/domain/account.ts'
import { permits, type Permission } from '../../src-shared/domain/roles.ts'
import { refuse } from '../refusals.ts'

/** Who calls: a seat (one desk or browser) and the person signed in at it. */
export interface Actor {
  seatId: string
  account: Account
  /** null: the seat holds the gateway's own token. */
  sessionId: string | null
}

/** @throws AppError `not-permitted` */
export function authorise(actor: Actor, permission: Permission): void {
  if (actor.account.disabled || !permits(actor.account.role, permission)) throw refuse('not-permitted')
}
