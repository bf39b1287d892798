import type { CallParams, CallResult } from '../../../src-shared/contract/calls.ts'
import type { ShopRules } from '../../../src-shared/domain/shop-rules.ts'
import type { Engine } from '../context.ts'
import { deskState, listInbox } from '../inbox.ts'
import { ownSeat } from '../own-seat.ts'
import { knownShopRules } from './known.ts'

/** Must run inside a transaction. @returns what to do after the commit, or null when it was known */
export function receiveShopRules(engine: Engine, rules: ShopRules): (() => void) | null {
  const before = knownShopRules(engine)
  if (before.revision >= rules.revision) return null
  engine.store.shared.put('shop-rules', '', rules)
  return () => {
    engine.publish({ kind: 'team' })
    engine.publish({ kind: 'desk', state: deskState(engine) })
    // Every clock may stand elsewhere now.
    if (JSON.stringify(before.hours) !== JSON.stringify(rules.hours)) for (const row of listInbox(engine)) engine.publish({ kind: 'row', row })
  }
}

/** @throws AppError of the line and the gateway as they come */
export async function putShopRules(engine: Engine, params: CallParams<'shopRules.put'>): Promise<CallResult<'shopRules.put'>> {
  const answer = await engine.link.call('shopRules.put', { ...params, name: ownSeat(engine).name })
  engine.store.transaction(() => receiveShopRules(engine, answer.rules))?.()
  return answer
}
