import type { DraftTrace } from '../../src-shared/domain/trace.ts'
import { budgetDay } from './model-budget.ts'
import type { Engine, Writing } from './context.ts'

/** Keeps how a draft came about, what its placeholders stand for and what it cost; called once, when it is over. */
export function keepAccount(engine: Engine, { recorder, vault }: Writing, outcome: Exclude<DraftTrace['outcome'], 'writing'>): void {
  const { store } = engine
  const trace = recorder.trace(outcome)
  const usage = recorder.usage()
  store.transaction(() => {
    store.traces.save(trace)
    store.traces.keepMarks(trace.conversationId, vault.fresh())
    if (usage.requests > 0) store.usage.add(budgetDay(engine), usage)
  })
}

/** How the newest drafts of a conversation came about, newest first; the one being written is the first. */
export function draftTraces(engine: Engine, conversationId: string): DraftTrace[] {
  const writing = engine.live.streaming.get(conversationId)
  return [...(writing ? [writing.recorder.trace('writing')] : []), ...engine.store.traces.of(conversationId)]
}
