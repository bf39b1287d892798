import type { EngineReport } from '../../src-shared/contract/shell.ts'
import type { Engine } from './context.ts'
import { stateOf } from './inbox.ts'

/** Counts of this desk's own record, to be compared with the gateway's. */
export function makeReport(engine: Engine): EngineReport {
  const { store } = engine
  const customerMessageIds = store.messages.ids('customer')
  const sentMessageIds = store.messages.ids('desk')
  const { waiting, held } = store.outbox.count()
  return {
    received: customerMessageIds.length, flagged: store.conversations.recent(10_000).filter((r) => stateOf(r).everFlagged).length,
    drafted: store.drafts.count(), answered: sentMessageIds.length, automatic: store.runs.count('done'), held, waiting, customerMessageIds, sentMessageIds,
  }
}
