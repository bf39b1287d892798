import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { Engine } from '../context.ts'
import { markOrder } from '../mark-order.ts'
import { saveNote } from '../write-note.ts'
import { looseGone, noPlace } from './refusals.ts'
import { memoOf, memoPlace } from './view.ts'

/** Keeps a memo on this desk: with the customer, else with the loose conversation as long as that is kept. @throws AppError `side-gone` */
export function keepMemo(engine: Engine, { looseId, text }: CallParams<'side.keepMemo'>): void {
  const { loose: store } = engine.store
  const loose = store.get(looseId)
  if (!loose) throw looseGone()
  if (loose.customerId === null) store.put({ ...loose, memo: text })
  else store.setMemo(loose.customerId, text)
}

/** Puts the memo where colleagues see it, by the way that memos and notes of the desk go. @throws AppError `side-gone`, `side-no-place` */
export function shareMemo(engine: Engine, { id, looseId }: CallParams<'side.shareMemo'>, agentName: string): 'order' | 'conversation' {
  const loose = engine.store.loose.get(looseId)
  if (!loose) throw looseGone()
  const place = memoPlace(engine, loose)
  const memo = memoOf(engine, loose).trim()
  if (!place || memo === '') throw noPlace()
  const { conversationId } = place
  if (place.orderNo !== null) markOrder(engine, { id, conversationId, orderNo: place.orderNo, memo }, agentName)
  else saveNote(engine, { id, conversationId, text: memo }, agentName)
  keepMemo(engine, { looseId, text: '' })
  return place.where
}
