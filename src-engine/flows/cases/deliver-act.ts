import type { CaseWish } from '../../../src-shared/domain/case-wish.ts'
import { toAppError } from '../../../src-shared/errors.ts'
import type { SeatParams, SeatResult } from '../../../src-shared/wire/seat.ts'
import { caseStepStopped } from '../autonomy/settle-evidence.ts'
import { autopilotPaused } from '../autopilot-paused.ts'
import type { Engine } from '../context.ts'
import { decideCase } from './decide-case.ts'

/** An automatic step that has not reached the gateway by then was decided on an older world. */
const AUTOMATIC_MS = 2 * 60_000

/** Ends a wish with what came of it. */
function settle(engine: Engine, wish: CaseWish, refusal: CaseWish['refusal'], answer: SeatResult<'case.act'> | null): void {
  const { store, clock } = engine
  store.transaction(() => {
    if (answer) store.afterSales.put(answer.case)
    store.afterSales.saveWish({ ...wish, state: refusal === null ? 'done' : 'refused', refusal })
    if (refusal !== null && wish.by.kind === 'autopilot') caseStepStopped(engine, wish.id, false)
    store.audit.add(clock.now(), refusal === null ? 'case-done' : 'case-refused', wish.caseId, refusal?.reason ?? wish.act.kind)
  })
  engine.publish({ kind: 'cases' })
}

/** May this still leave? A person's may; an automatic one only if it would be decided again, with the kill switch read now. */
function stillHolds(engine: Engine, wish: CaseWish): boolean {
  if (wish.by.kind === 'agent') return true
  const one = engine.store.afterSales.get(wish.caseId)
  return one?.revision === wish.revision && decideCase(engine, one)?.decision.decision === 'auto'
}

/**
 * Takes a wish to the gateway, under its own id as often as it takes.
 * @returns false when the gateway cannot be asked now
 */
export async function deliverAct(engine: Engine, wish: CaseWish): Promise<boolean> {
  const { store } = engine
  // Once it has been on the line nobody can say any more that it was not done.
  if (wish.state === 'undo' && !stillHolds(engine, wish)) {
    settle(engine, wish, { reason: autopilotPaused(engine) ? 'paused' : 'stale', detail: 'decided-again' }, null)
    return true
  }
  const sending: CaseWish = { ...wish, state: 'sending' }
  if (wish.state !== 'sending') {
    store.afterSales.saveWish(sending)
    engine.publish({ kind: 'cases' })
  }
  const order = store.shop.order(store.afterSales.get(wish.caseId)?.orderNo ?? '')
  const params: SeatParams<'case.act'> = {
    id: wish.id, caseId: wish.caseId, revision: wish.revision, act: wish.act, by: wish.by, runId: wish.by.kind === 'autopilot' ? wish.id : null,
    expects: { status: order?.status ?? 'paid', ...(order?.revision === undefined ? {} : { revision: order.revision }) },
    ...(wish.by.kind === 'autopilot' ? { notAfter: wish.sendAt + AUTOMATIC_MS } : {}),
  }
  try {
    const answer = await engine.link.call('case.act', params)
    settle(engine, sending, answer.outcome.state === 'refused' ? { reason: answer.outcome.reason, detail: answer.outcome.detail } : null, answer)
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.retryable) return false
    settle(engine, sending, { reason: 'unsupported', detail: error.code }, null)
  }
  return true
}
