import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { SideOption } from '../../../src-shared/contract/side.ts'
import type { LooseConversation } from '../../store/loose.ts'
import type { Engine } from '../context.ts'
import { abandonDraft } from '../draft-reply.ts'
import { touch } from './keep.ts'
import { leaveTurn } from './leave-turn.ts'
import { looseOf, newLoose, NOBODY, putTurn } from './put-turn.ts'
import { looseGone, staleChoice } from './refusals.ts'
import { nameOf } from './view.ts'

/** The conversation that an option names; `from` itself where it holds nothing but the capture in question. */
function targetOf(engine: Engine, option: SideOption, from: LooseConversation): LooseConversation {
  const { store } = engine
  if (option.kind === 'continue') {
    const target = store.loose.get(option.looseId)
    if (!target) throw looseGone()
    return target
  }
  const whom = option.kind === 'customer' ? { customerId: option.customerId, clue: { kind: 'chosen' as const, text: option.clue.text }, proven: false } : NOBODY
  const known = option.kind === 'customer' ? looseOf(engine, option.customerId) : null
  if (known && known.id !== from.id) return known
  return from.turns.length === 1 ? { ...from, ...whom } : newLoose(engine, whom)
}

/**
 * The agent says whose the newest capture is: it leaves where it was put, if need be, and its draft is made anew for that
 * customer. @throws AppError `side-stale`, `side-gone`
 */
export function choose(engine: Engine, { looseId, turnId, option: at }: CallParams<'side.choose'>): void {
  const { store } = engine
  store.transaction(() => {
    const from = store.loose.newest()
    const turn = from?.turns.at(-1)
    const option = from?.options[at]
    if (from?.id !== looseId || turn?.id !== turnId || turn.role !== 'customer' || !option) throw staleChoice()
    const target = targetOf(engine, option, from)
    if (target.id !== from.id) leaveTurn(engine, from)
    const options: SideOption[] = [...from.options.filter((_, n) => n !== at && from.options[n]?.kind !== 'nobody'), ...(option.kind === 'nobody' ? [] : [{ kind: 'nobody' as const }])]
    // Who was shown before the capture came, so that a change of customer is still told.
    const shown = from.settled && from.turns.length > 1 ? from : null
    const put = putTurn(engine, target, turn, { options: options.filter((one) => one.kind !== 'continue' || one.looseId !== target.id), settled: true, lookup: from.lookup }, shown)
    const told = put.before ?? (from.before && from.before.name !== nameOf(engine, put.customerId) ? from.before : null)
    store.loose.put({ ...put, chosen: true, before: told })
  })
  engine.wake('side')
}

/** Shows an earlier conversation again. @throws AppError `side-gone` */
export function openLoose(engine: Engine, { looseId }: CallParams<'side.open'>): void {
  const { store } = engine
  const loose = store.loose.get(looseId)
  if (!loose) throw looseGone()
  const shown = store.loose.newest()
  if (shown?.id === looseId) return
  if (shown) abandonDraft(engine, shown.id)
  store.loose.put({ ...loose, touchedAt: touch(engine), before: shown ? { name: nameOf(engine, shown.customerId) } : null })
  engine.wake('side')
  engine.wake('side-lookup')
}
