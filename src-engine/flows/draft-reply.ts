import type { Draft, Finding } from '../../src-shared/domain/draft.ts'
import { toAppError } from '../../src-shared/errors.ts'
import { approvedAnswer } from '../domain/drafting/approved.ts'
import { draftLocally } from '../domain/drafting/local.ts'
import { matterOf } from '../domain/drafting/matter.ts'
import type { DraftInput } from '../domain/drafting/types.ts'
import type { ModelPort } from '../domain/drafting/model-port.ts'
import { buildPrompt, parseCitations, runTool, TOOLS, type CitablePassage } from '../domain/drafting/prompt.ts'
import { guard } from '../domain/guard/index.ts'
import type { Job } from '../store/jobs.ts'
import type { Engine } from './context.ts'
import { draftInput } from './draft-input.ts'
import { publishDesk, publishRow } from './inbox.ts'
import { failInDrill } from './model-health.ts'
import { noteQuestion } from './open-questions.ts'

/** After a failure of the endpoint the local drafter works alone for this long, so that no draft waits for a dead line. */
const MODEL_REST_MS = 15_000

/** The passages that a draft may quote, as the customer would read them. */
function passagesOf(input: DraftInput): CitablePassage[] {
  // Without the customer: its gaps are not filled with what the endpoint shall not see.
  const approved = approvedAnswer({ ...input, customer: null }, matterOf(input))
  const known = approved?.sources.flatMap(({ kind, id, title }) => (kind === 'reply' ? [{ id, title, text: approved.verbatim, kind }] : [])) ?? []
  return [...known, ...input.hits.map((hit) => ({ id: hit.article.id, title: hit.article.title[hit.language], text: hit.passage }))]
}

function check(engine: Engine, input: DraftInput, text: string, language: string, passages: readonly CitablePassage[]): Finding[] {
  const articles = input.hits.map((hit) => ({ id: hit.article.id, text: hit.article.body[hit.language], audience: hit.article.audience }))
  return guard({
    draft: text, facts: [input.customer, ...input.orders, ...input.products].filter((fact) => fact !== null),
    passages: [...articles, ...passages.map(({ id, text: passage }) => ({ id, text: passage })), ...(input.answers ?? []).map(({ id, text: answer }) => ({ id, text: answer }))],
    language, now: new Date(input.now).toISOString(), timeZone: input.timeZone, rules: engine.rules, channel: input.conversation.channel,
  }).findings
}

function local(engine: Engine, input: DraftInput, draft: Draft, problem: string | null): Draft {
  const made = draftLocally(input)
  return {
    ...draft, state: made.state, text: made.text, by: 'local', promptVersion: engine.templates.version, language: made.language,
    citations: made.citations, findings: check(engine, input, made.text, made.language, []), problem: problem ?? made.reason, finishedAt: engine.clock.now(),
  }
}

async function fromModel(engine: Engine, model: ModelPort, input: DraftInput, draft: Draft, abort: AbortController): Promise<Draft> {
  const passages = passagesOf(input)
  const context = { customer: input.customer, orders: input.orders, knowledge: engine.knowledge(), language: input.verdict.language.code === 'zh' ? ('zh' as const) : ('en' as const), timeZone: input.timeZone, passages }
  const answer = await model.stream({
    prompt: buildPrompt({ ...input, passages }, engine.prompt.text), tools: TOOLS, signal: abort.signal,
    callTool: (name, args) => runTool(name, args, context),
    onDelta(text) {
      draft.text += text
      engine.publish({ kind: 'draft-delta', conversationId: draft.conversationId, draftId: draft.id, text })
    },
  })
  const { text, citations } = parseCitations(answer.text, passages, input.orders)
  return {
    ...draft, state: text === '' ? 'none' : 'ready', text, by: answer.model, citations,
    findings: check(engine, input, text, input.verdict.language.code, passages), finishedAt: engine.clock.now(),
  }
}

function modelRests(engine: Engine): boolean {
  return engine.clock.now() < engine.store.settings.read('model-rests-until', 0)
}

function noteHealth(engine: Engine, problem: string | null): void {
  const before = engine.live.model
  engine.live.model = { ...before, health: problem ? 'failing' : 'ok', problem }
  if (problem || modelRests(engine)) engine.store.settings.write('model-rests-until', problem ? engine.clock.now() + MODEL_REST_MS : 0)
  if (before.health !== engine.live.model.health || before.problem !== problem) publishDesk(engine)
}

async function compose(engine: Engine, input: DraftInput, draft: Draft, abort: AbortController): Promise<Draft> {
  const model = engine.model()
  if (!model) return local(engine, input, draft, null)
  if (modelRests(engine)) return local(engine, input, draft, engine.live.model.problem)
  try {
    failInDrill(engine)
    const made = await fromModel(engine, model, input, draft, abort)
    noteHealth(engine, null)
    return made
  } catch (thrown) {
    const { code } = toAppError(thrown)
    if (abort.signal.aborted) throw thrown
    noteHealth(engine, code)
    return local(engine, input, draft, code)
  }
}

/**
 * Drafts the answer to a conversation's newest message: the endpoint's words stream to whoever looks, one row is saved at
 * the end. Abandoned without a trace in the store when a newer message comes.
 */
export async function draftReply(engine: Engine, job: Job): Promise<void> {
  const { store, live } = engine
  const { conversationId } = job
  const input = draftInput(engine, conversationId)
  const record = store.conversations.get(conversationId)
  if (!input || !record || record.lastDeskSeq > job.basedOnSeq || record.conversation.status === 'resolved') return store.jobs.done('draft', conversationId, job.basedOnSeq)
  const abort = new AbortController()
  const draft: Draft = {
    id: engine.newId(), conversationId, basedOnSeq: record.lastCustomerSeq, state: 'streaming', text: '', by: engine.live.model.name ?? 'local',
    promptVersion: engine.prompt.version, language: input.verdict.language.code, citations: [], findings: [], problem: null,
    startedAt: engine.clock.now(), finishedAt: null,
  }
  live.streaming.set(conversationId, { draft, abort })
  engine.publish({ kind: 'draft', conversationId, draft: { ...draft } })
  try {
    const made = await compose(engine, input, draft, abort)
    if (abort.signal.aborted) return
    live.streaming.delete(conversationId)
    const isOpen = store.transaction(() => {
      store.drafts.save(made)
      store.jobs.done('draft', conversationId, made.basedOnSeq)
      return noteQuestion(engine, input, made)
    })
    if (isOpen) engine.publish({ kind: 'learning' })
    engine.publish({ kind: 'draft', conversationId, draft: made })
    engine.trace('draft', conversationId, `${made.state} by ${made.by}${made.problem ? ` ${made.problem}` : ''}`)
    publishRow(engine, conversationId)
    engine.wake('self-work')
  } catch (thrown) {
    // Abandoned: the newer message's draft is on its way already.
    if (!abort.signal.aborted) throw thrown
  } finally {
    if (live.streaming.get(conversationId)?.draft === draft) live.streaming.delete(conversationId)
  }
}

/** Stops the draft being written here, if any: the customer wrote again, or wants are changed. */
export function abandonDraft(engine: Engine, conversationId: string): void {
  const streaming = engine.live.streaming.get(conversationId)
  if (!streaming) return
  engine.live.streaming.delete(conversationId)
  streaming.abort.abort()
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
