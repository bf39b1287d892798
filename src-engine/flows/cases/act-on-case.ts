import { isRefusal } from '../../../src-shared/domain/after-sales/apply.ts'
import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import type { CaseWish } from '../../../src-shared/domain/case-wish.ts'
import { planAct } from '../../../src-shared/domain/cases/plan.ts'
import type { Refusal } from '../../../src-shared/domain/effect.ts'
import { AppError } from '../../../src-shared/errors.ts'
import type { Engine } from '../context.ts'
import { caseStepStopped } from '../autonomy/settle-evidence.ts'
import { ownSeat } from '../own-seat.ts'
import { decideCase } from './decide-case.ts'

/** How long a person can take a step back, in milliseconds. */
const UNDO_MS = 8_000

const notFound = (): AppError => new AppError({ code: 'not-found', retryable: false, say: { zh: '这台电脑上没有这个售后单。', en: 'This desk does not have that case.' } })
const gone = (): AppError => new AppError({ code: 'already-sent', retryable: false, say: { zh: '已经提交给平台，撤不回来了。', en: 'It has gone to the platform; it cannot be taken back.' } })
const busy = (): AppError => new AppError({ code: 'case-busy', retryable: false, say: { zh: '上一步还在提交，请等它有了结果再继续。', en: 'The last step is still on its way; wait for its result.' } })

const SAY: Partial<Record<Refusal['reason'], { zh: string; en: string }>> = {
  already: { zh: '这笔损失平台、保险或店铺已经付过，不能再付。请看“已付”一栏。', en: 'This damage has been paid for already: see “Paid so far”. Nothing was done.' },
  amount: { zh: '金额超过了买家申请的数额，没有提交。', en: 'That is more than the customer asks; nothing was done.' },
  state: { zh: '售后单现在的状态不能做这一步。', en: 'The case does not allow this step now.' },
}
/** Why a step may not be taken, before anybody is asked. */
const refusal = ({ reason, detail }: Refusal): AppError => new AppError({ code: `case-${reason}`, retryable: false, say: SAY[reason] ?? { zh: `没有提交：${detail}`, en: `Nothing was done: ${detail}` } })

/** The case as far as this desk knows it. @throws AppError `not-found` */
export function knownCase({ store }: Engine, id: string): AfterSaleCase {
  const one = store.afterSales.get(id)
  if (!one) throw notFound()
  return one
}

/**
 * A person takes a step. It can be taken back for a few seconds, then goes to the gateway as soon as it is reached.
 * @throws AppError `not-found`, `case-busy`, or why the case does not allow it
 */
export function actByPerson(engine: Engine, { id, caseId, act }: CallParams<'case.act'>): number {
  const { store, clock } = engine
  const asked = store.afterSales.wish(id)
  if (asked) return asked.sendAt
  const one = knownCase(engine, caseId)
  if (store.afterSales.waiting().has(caseId)) throw busy()
  const order = store.shop.order(one.orderNo)
  const planned = order ? planAct(one, act, order) : { reason: 'state' as const, detail: 'no-order' }
  if (isRefusal(planned)) throw refusal(planned)
  const now = clock.now()
  const wish: CaseWish = { id, caseId, act, revision: one.revision, by: { kind: 'agent', name: ownSeat(engine).name }, state: 'undo', askedAt: now, sendAt: now + UNDO_MS, decision: null, refusal: null }
  keepWish(engine, wish, `case-${act.kind}`)
  return wish.sendAt
}

/** From here on the wish survives a crash. @param beside is written with it */
export function keepWish(engine: Engine, wish: CaseWish, what: string, beside?: () => void): void {
  engine.store.transaction(() => {
    engine.store.afterSales.saveWish(wish)
    beside?.()
    engine.store.audit.add(wish.askedAt, what, wish.caseId, wish.by.kind)
  })
  tell(engine)
}

function tell(engine: Engine): void {
  engine.publish({ kind: 'cases' })
  engine.wake('cases')
}

function stop(engine: Engine, wish: CaseWish, why: CaseWish['refusal']): void {
  engine.store.transaction(() => {
    engine.store.afterSales.saveWish({ ...wish, state: 'undone', refusal: why })
    engine.store.audit.add(engine.clock.now(), 'case-undone', wish.caseId, why?.reason ?? 'by-person')
    if (wish.by.kind === 'autopilot') caseStepStopped(engine, wish.id, why === null)
  })
  tell(engine)
}

/** @throws AppError `already-sent` */
export function undoAct(engine: Engine, id: string): void {
  const wish = engine.store.afterSales.wish(id)
  if (!wish || wish.state === 'undone') return
  if (wish.state !== 'undo') throw gone()
  stop(engine, wish, null)
}

/** A switch was thrown: no automatic step that has not left leaves under it. */
export function stopAutomaticActs(engine: Engine): void {
  for (const wish of engine.store.afterSales.waiting().values()) {
    if (wish.by.kind === 'autopilot' && wish.state === 'undo' && isSwitchedOff(engine, wish)) stop(engine, wish, { reason: 'paused', detail: '' })
  }
}

/** Was it let go before a switch was thrown that it would not pass now? */
function isSwitchedOff(engine: Engine, { caseId }: CaseWish): boolean {
  const one = engine.store.afterSales.get(caseId)
  return one === null || (decideCase(engine, one)?.decision.rules.includes('kill-switch') ?? false)
}
