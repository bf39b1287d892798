import { knownValues } from '../domain/drafting/masking/known.ts'
import { createMasker, type Masker } from '../domain/drafting/masking/masker.ts'
import { createVault, type Vault } from '../domain/drafting/masking/vault.ts'
import type { ModelPort } from '../domain/drafting/model-port.ts'
import type { Recorder } from '../domain/drafting/recorder.ts'
import type { Engine } from './context.ts'
import { budgetDay } from './model-budget.ts'

/** What the endpoint may read of a conversation, with the placeholders that it has had so far. */
export function maskingOf(engine: Engine, model: ModelPort, conversationId: string): { vault: Vault; masker: Masker } {
  const { store } = engine
  const conversation = store.conversations.get(conversationId)?.conversation
  const known = conversation && conversation.verification !== 'none' ? conversation.customerId : null
  const vault = createVault(store.traces.marks(conversationId))
  const person = { customer: known ? store.shop.customer(known) : null, displayName: conversation?.displayName ?? '', orders: known ? store.shop.orders(known) : [] }
  return { vault, masker: createMasker(model.masking ?? 'all', vault, knownValues(person)) }
}

/** Keeps the new placeholders and what was sent to the letter; what was asked counts for the day, however it ended. */
export function keepAsked(engine: Engine, conversationId: string, vault: Vault, recorder: Pick<Recorder, 'usage' | 'trace'>, outcome: 'ready' | 'abandoned' | 'failed'): void {
  const { store } = engine
  const usage = recorder.usage()
  store.transaction(() => {
    store.traces.keepMarks(conversationId, vault.fresh())
    if (usage.requests === 0) return
    store.usage.add(budgetDay(engine), usage)
    store.traces.saveAsked(recorder.trace(outcome))
  })
}

/** How an asking ended that was given up: by whoever asked, or by the endpoint. */
export const outcomeOf = (signal: AbortSignal): 'abandoned' | 'failed' => (signal.aborted ? 'abandoned' : 'failed')
