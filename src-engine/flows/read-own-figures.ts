import type { DraftFigures } from '../../src-shared/contract/learning.ts'
import { LOCAL_ACCOUNT_ID } from '../../src-shared/domain/roles.ts'
import { countedSince, figuresOf } from '../domain/learning/figures.ts'
import type { Engine } from './context.ts'
import { ownAccountId } from './own-seat.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

/** What became of the drafts of whoever sits here; what somebody else who signs in at this desk sent is theirs alone. */
export function readOwnFigures(engine: Engine): DraftFigures {
  const own: ReadonlySet<string | null> = new Set([ownAccountId(engine), LOCAL_ACCOUNT_ID, null])
  const replies = engine.store.outcomes.since(countedSince(engine.clock.now(), SHOP_TIME_ZONE))
  return figuresOf(replies.filter(({ accountId }) => own.has(accountId)), SHOP_TIME_ZONE)
}
