import type { Case } from '../../domain/autonomy/evidence.ts'
import type { Engine } from '../context.ts'

/** More are never looked at. */
const LIMIT = 1000
/** What no person answered within it cannot be compared any more. */
const OPEN_MS = 24 * 3_600_000

/** What is known of a topic or action, newest first; what a person may still answer is left out. */
export function casesOf({ store, clock }: Pick<Engine, 'store' | 'clock'>, subject: string, since = 0): Case[] {
  const open = clock.now() - OPEN_MS
  return store.decisions.cases(subject, since, LIMIT)
    .filter(({ verdict, automatic, costly, at }) => verdict !== null || automatic !== null || costly !== null || at < open)
    .map(({ verdict, costly, automatic, after }) => ({ verdict: verdict ?? 'unknown', costly, automatic, after }))
}
