import type { HoldWhy } from '../../../src-shared/domain/autonomy.ts'
import { LADDER } from '../../../src-shared/domain/ladder/rules.ts'
import { fallsBack } from '../../domain/autonomy/fall.ts'
import type { Engine } from '../context.ts'
import { heldBack } from './held-back.ts'
import { casesOf } from './cases.ts'
import { putHold } from './put-hold.ts'

/** `intent:refund_progress` in its two parts. */
export function partsOf(subject: string): { scope: 'intent' | 'action'; name: string } {
  const [scope, name = ''] = subject.split(':')
  return { scope: scope === 'action' ? 'action' : 'intent', name }
}

/** Back to suggesting, until a person lets it go on; held already, it stays so. */
export function fallBack(engine: Engine, subject: string, why: HoldWhy): void {
  const { scope, name } = partsOf(subject)
  if (!heldBack(engine, { [scope]: name })) putHold(engine, { scope, name, ceiling: 'suggest', why }, '')
}

/** The circuit breaker, after each thing that became known: where too much went wrong since a person last let it go on, it falls back. */
export function watch(engine: Engine, subject: string): void {
  const { scope, name } = partsOf(subject)
  const since = engine.store.holds.get(scope, name)?.at ?? 0
  const why = fallsBack(casesOf(engine, subject, since), LADDER.fall)
  if (why !== null) fallBack(engine, subject, why)
}
