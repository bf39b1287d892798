import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import { caseAnswered } from '../autonomy/settle-evidence.ts'
import type { Engine } from '../context.ts'

/** The log tells of a case. Must run inside a transaction. @returns what to do after the commit, or null when it was known */
export function receiveCase(engine: Engine, one: AfterSaleCase): (() => void) | null {
  const { store } = engine
  if (!store.afterSales.put(one)) return null
  // The step that a wish of this desk made has arrived, whether its answer did or not.
  for (const { id } of one.history) {
    const wish = store.afterSales.wish(id)
    if (wish && wish.state !== 'done') store.afterSales.saveWish({ ...wish, state: 'done', refusal: null })
  }
  caseAnswered(engine, one)
  return () => {
    engine.publish({ kind: 'cases' })
    engine.wake('cases')
  }
}
