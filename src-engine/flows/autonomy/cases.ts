import { EVIDENCE_MOST, type EvidenceClaim } from '../../../src-shared/domain/autonomy.ts'
import type { Case } from '../../../src-shared/domain/ladder/evidence.ts'
import type { KeptDecision } from '../../store/decisions.ts'
import type { Engine } from '../context.ts'

/** More are never looked at. */
const LIMIT = 1000
/** What no person answered within it cannot be compared any more. */
const OPEN_MS = 24 * 3_600_000

function keptCases({ store, clock }: Pick<Engine, 'store' | 'clock'>, subject: string, since = 0): KeptDecision[] {
  const open = clock.now() - OPEN_MS
  return store.decisions.cases(subject, since, LIMIT).filter(({ verdict, automatic, costly, at }) => verdict !== null || automatic !== null || costly !== null || at < open)
}

/** What goes along to the gateway, which counts it again, newest first. */
export const claimOf = (engine: Pick<Engine, 'store' | 'clock'>, scope: 'intent' | 'action', name: string): EvidenceClaim => ({
  scope, name, cases: keptCases(engine, `${scope}:${name}`).slice(0, EVIDENCE_MOST).map(({ id, conversationId, at, verdict, costly, automatic, after }) => ({ id, conversationId, at, verdict: verdict ?? 'unknown', costly, automatic, after })),
})

/** What is known of a topic or action, newest first; what a person may still answer is left out. */
export function casesOf(engine: Pick<Engine, 'store' | 'clock'>, subject: string, since = 0): Case[] {
  return keptCases(engine, subject, since).map(({ verdict, costly, automatic, after }) => ({ verdict: verdict ?? 'unknown', costly, automatic, after }))
}
