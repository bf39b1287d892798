import type { Draft } from '../../src-shared/domain/draft.ts'
import { createVault } from '../domain/drafting/masking/vault.ts'
import { productsMeant } from '../domain/drafting/goods-facts.ts'
import { matterOf } from '../domain/drafting/matter.ts'
import { orderAndWhy } from '../domain/drafting/order-reason.ts'
import { createRecorder, type Recorder } from '../domain/drafting/recorder.ts'
import type { DraftInput } from '../domain/drafting/types.ts'
import type { Job } from '../store/jobs.ts'
import { composeDraft } from './compose-draft.ts'
import type { Engine, Writing } from './context.ts'
import { keepAccount } from './draft-account.ts'
import { draftInput, readQuestion, type Question } from './draft-input.ts'
import { publishRow } from './inbox.ts'
import { noteQuestion } from './open-questions.ts'
import { meaningOf, type Meaning } from './meaning.ts'

/** Reads what is asked; null when nothing is to be answered. */
function understand(engine: Engine, { conversationId, basedOnSeq }: Job, recorder: Recorder): Question | null {
  const question = recorder.step('understand', () => readQuestion(engine, conversationId), (read) => read && {
    question: read.text, language: read.verdict.language.code, topics: read.verdict.topics, acts: read.verdict.acts.map(({ label }) => label),
    marks: read.verdict.marks.map(({ label }) => label), emotionLevel: read.verdict.emotion.level, openTopic: read.state.openTopic,
  })
  return question && question.record.lastDeskSeq <= basedOnSeq && question.record.conversation.status !== 'resolved' ? question : null
}

/** Reads what the answer may be made of. */
function gather(engine: Engine, recorder: Recorder, question: Question, meaning: Meaning | null): DraftInput | null {
  const [topic] = question.verdict.topics
  const limits = topic && engine.store.shop.policies().find((policy) => policy.intents[topic.label])?.intents[topic.label]
  return recorder.step('gather', () => draftInput(engine, question.record.conversation.id, question, meaning?.vector), (read) => read && {
    turns: read.history.length, verified: read.customer !== null, orders: read.orders.length, order: orderAndWhy(read),
    passages: read.hits.map((hit) => ({ id: hit.article.id, title: hit.article.title[hit.language], score: Math.round(hit.score * 100) / 100 })),
    neighbour: read.neighbour ? { id: read.neighbour.article.id, title: read.neighbour.article.title[read.neighbour.language], of: read.neighbour.of.title, reasons: [...read.neighbour.reasons] } : null,
    meaning: meaning?.told ?? null, policy: topic && limits ? { topic: topic.label, level: limits.level } : null,
    ...knownBeside(read),
  })
}

/** What was read beside orders and passages, for the trace. */
function knownBeside(read: DraftInput) {
  const { remembered, allowed } = read
  const goods = productsMeant(read, matterOf(read)).map(({ title }) => title)
  return {
    ...(remembered ? { remembered: { conversations: remembered.conversations, lastAt: remembered.last?.at ?? null, topics: [...(remembered.last?.topics ?? [])], promised: remembered.promised.length } } : {}),
    ...(allowed ? { allowed: { goodwill: allowed.goodwill, refund: allowed.refund } } : {}), ...(goods.length > 0 ? { goods } : {}),
  }
}

/**
 * Drafts the answer to a conversation's newest message: the endpoint's words stream to whoever looks, one row is saved at
 * the end. Of a draft that was abandoned, because a newer message came, only the trace is kept.
 */
export async function draftReply(engine: Engine, job: Job): Promise<void> {
  const { store, live } = engine
  const { conversationId } = job
  const id = engine.newId()
  const startedAt = engine.clock.now()
  const recorder = createRecorder({ draftId: id, conversationId, basedOnSeq: job.basedOnSeq, startedAt }, () => performance.now())
  const question = understand(engine, job, recorder)
  if (!question) return store.jobs.done('draft', conversationId, job.basedOnSeq)
  const draft: Draft = {
    id, conversationId, basedOnSeq: question.record.lastCustomerSeq, state: 'streaming', text: '', by: live.model.name ?? 'local',
    promptVersion: engine.prompt.version, language: question.verdict.language.code, citations: [], findings: [], problem: null, startedAt, finishedAt: null,
  }
  const writing: Writing = { draft, abort: new AbortController(), recorder, vault: createVault(store.traces.marks(conversationId)) }
  live.streaming.set(conversationId, writing)
  engine.publish({ kind: 'draft', conversationId, draft: { ...draft } })
  try {
    const meaning = engine.embeddings() ? await meaningOf(engine, writing, question) : null
    if (writing.abort.signal.aborted) return
    const input = gather(engine, recorder, question, meaning)
    if (!input) return store.jobs.done('draft', conversationId, job.basedOnSeq)
    const made = await composeDraft(engine, writing, input)
    if (writing.abort.signal.aborted) return
    present(engine, writing, input, made)
  } catch (thrown) {
    // Abandoned: the newer message's draft is on its way already.
    if (writing.abort.signal.aborted) return
    keepAccount(engine, writing, 'failed')
    throw thrown
  } finally {
    if (live.streaming.get(conversationId) === writing) live.streaming.delete(conversationId)
  }
}

/** Shows a draft that is done, and keeps it. */
function present(engine: Engine, writing: Writing, input: DraftInput, made: Draft): void {
  const { store, live } = engine
  const { conversationId } = made
  const state = made.state === 'none' ? 'none' as const : 'ready' as const
  live.streaming.delete(conversationId)
  writing.recorder.step('present', () => {
    const isOpen = store.transaction(() => {
      store.drafts.save(made)
      store.jobs.done('draft', conversationId, made.basedOnSeq)
      return noteQuestion(engine, input, made)
    })
    if (isOpen) engine.publish({ kind: 'learning' })
    engine.publish({ kind: 'draft', conversationId, draft: made })
    if (made.text !== '') writing.recorder.showed()
  }, () => ({ state, text: made.text, citations: made.citations.length, reason: made.problem }))
  // Nobody waits for it.
  keepAccount(engine, writing, state)
  engine.trace('draft', conversationId, `${made.state} by ${made.by}${made.problem ? ` ${made.problem}` : ''}`)
  publishRow(engine, conversationId)
  engine.wake('self-work')
}

/** Stops the draft being written here, if any: the customer wrote again, or wants are changed. */
export function abandonDraft(engine: Engine, conversationId: string): void {
  const writing = engine.live.streaming.get(conversationId)
  if (!writing) return
  engine.live.streaming.delete(conversationId)
  // Before the end is heard of: the trace is of how far it was.
  keepAccount(engine, writing, 'abandoned')
  writing.abort.abort()
  engine.publish({ kind: 'draft', conversationId, draft: null })
}

/** The agent wants another draft. */
export function draftAgain(engine: Engine, conversationId: string): void {
  const record = engine.store.conversations.get(conversationId)
  if (!record || record.lastCustomerSeq === 0) return
  abandonDraft(engine, conversationId)
  engine.store.settings.write('model-rests-until', 0)
  engine.store.jobs.put('draft', conversationId, record.lastCustomerSeq)
  engine.wake('drafts')
}
