import type { Draft } from '../../src-shared/domain/draft.ts'
import type { NoDraftWhy, Writing } from '../../src-shared/domain/learning.ts'
import { judge, type Judged } from '../domain/learning/outcome.ts'
import type { NewReply } from '../store/outbox.ts'
import type { Engine } from './context.ts'
import { stateOf } from './inbox.ts'
import { ownAccountId } from './own-seat.ts'

/** What a reply answered: the draft that it is compared with, or why there is none, and what was understood of the customer. */
export interface Answered {
  draft: Draft | null
  without: NoDraftWhy
  /** The message was answered before. */
  isSecond: boolean
  topic: string | null
  language: string
}

/** Notes what became of the draft of a reply, wherever that was written. Must run inside a transaction. */
export function noteOutcome(engine: Engine, item: Pick<NewReply, 'id' | 'conversationId' | 'text' | 'createdAt' | 'draftId'>, answered: Answered, writing: Writing | undefined): Judged {
  const { store } = engine
  const { draft, without, isSecond, topic, language } = answered
  const judged = judge({ text: item.text, at: item.createdAt, writing, takenFrom: item.draftId, draft, without, isSecond })
  store.outcomes.add({
    replyId: item.id, conversationId: item.conversationId, at: item.createdAt, ...judged,
    draftId: draft?.id ?? null, madeBy: draft?.by ?? null, version: draft?.promptVersion ?? null, topic, language,
    logId: store.settings.read<string | null>('log-id', null), accountId: ownAccountId(engine),
  })
  return judged
}

/** The draft that a reply is compared with: the one that words were taken from, else that of the message that it answers. */
function draftFor({ store, live }: Engine, { conversationId, draftId, basedOnSeq }: NewReply): { draft: Draft | null; without: NoDraftWhy } {
  const latest = store.drafts.latest(conversationId)
  const taken = draftId === null ? null : store.drafts.get(draftId)
  if (taken) return { draft: taken, without: 'not-made' }
  if (latest?.basedOnSeq === basedOnSeq) return { draft: latest, without: 'not-made' }
  return { draft: null, without: live.streaming.has(conversationId) ? 'late' : latest ? 'stale' : 'not-made' }
}

/**
 * Notes what became of the draft of a reply that a person sends. Must run in the transaction that queues it, before it is queued.
 * @returns what was judged, to learn from; null: this conversation is not known
 */
export function recordOutcome(engine: Engine, item: NewReply, writing: Writing | undefined): { judged: Judged; draft: Draft | null } | null {
  const { store } = engine
  const record = store.conversations.get(item.conversationId)
  if (!record) return null
  const { draft, without } = draftFor(engine, item)
  const isSecond = record.lastDeskSeq > item.basedOnSeq || store.outbox.of(item.conversationId).some((other) => other.authorKind === 'agent' && other.basedOnSeq >= item.basedOnSeq)
  const { openTopic: topic, language } = stateOf(record)
  return { judged: noteOutcome(engine, item, { draft, without, isSecond, topic, language }, writing), draft }
}

/** A reply never went out, or was taken back from the customer: nothing is counted of it or learned from it. Must run inside a transaction. */
export function forgetReply({ store }: Engine, replyId: string): void {
  store.outcomes.remove(replyId)
  const suggestion = store.suggestions.removeSource(replyId)
  if (suggestion === null || store.suggestions.sources(suggestion).length > 0) return
  if (store.suggestions.get(suggestion)?.state === 'open') store.suggestions.remove(suggestion)
}
