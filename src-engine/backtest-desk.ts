import type { HistoryConversation } from '../src-shared/domain/history.ts'
import type { Policy } from '../src-shared/domain/policy.ts'
import type { Workflow } from '../src-shared/domain/workflow.ts'
import { flowTallyOf, readConversation, tallyOf, type FlowTally, type ReadConversation, type Readers, type Tally } from './domain/backtest/index.ts'

/** What a thread is asked, and what it answers, one for one in order. The workflow comes without sub-flows. */
export type BacktestRequest = { kind: 'read'; conversations: readonly HistoryConversation[] } | { kind: 'judge'; policy: Policy } | { kind: 'walk'; flow: Workflow; policy: Policy }
export type BacktestAnswer = { kind: 'read' } | { kind: 'judged'; tally: Tally } | { kind: 'walked'; tally: FlowTally }

/** Keeps what was read, so that another policy or workflow costs no second reading. */
export function createBacktestDesk(readers: Readers): (request: BacktestRequest) => BacktestAnswer {
  const read: ReadConversation[] = []
  return (request) => {
    if (request.kind === 'judge') return { kind: 'judged', tally: tallyOf(read, request.policy) }
    if (request.kind === 'walk') return { kind: 'walked', tally: flowTallyOf(read, request.flow, request.policy) }
    for (const conversation of request.conversations) read.push(readConversation(conversation, readers))
    return { kind: 'read' }
  }
}
