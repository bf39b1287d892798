import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { CopilotSource, CopilotTurn } from '../../src-shared/domain/copilot.ts'
import type { Finding } from '../../src-shared/domain/draft.ts'
import { answerLocally } from '../domain/copilot/answer-locally.ts'
import { buildCopilotPrompt } from '../domain/copilot/prompt.ts'
import { orderSource } from '../domain/copilot/record-sources.ts'
import { SourceList } from '../domain/copilot/sources.ts'
import { COPILOT_TOOLS, historySources, passageSource, runCopilotTool } from '../domain/copilot/tools.ts'
import { withOrigins } from '../domain/drafting/finding-origin.ts'
import { guardFacts } from '../domain/drafting/guard-facts.ts'
import { guard } from '../domain/guard/index.ts'
import { askEndpoint } from './ask-endpoint.ts'
import type { Engine } from './context.ts'
import { closedAt, presentMatter, recordOf } from './copilot-place.ts'
import { readQuestionOf, type Question } from './copilot-question.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

/** Orders that a prompt begins with, and turns of the conversation. */
const FIRST_ORDERS = 5
const TURNS = 8
/** Of the answer to the agent himself these say nothing: the customer's own data, words that only a reply may not hold. */
const NOT_HERE = new Set(['personal-data', 'language', 'rule'])

function answerHere(question: Question, problem: string | null, promptVersion: string): CopilotTurn {
  const sources = new SourceList()
  const { kind, words, records, order, telling } = question
  const local = answerLocally({
    kind, words, records, order, telling, sources, hits: question.knowledge(words), cases: kind === 'cases' ? question.cases(question.turn.question) : [],
  })
  return { ...question.turn, ...withNotices(question, local, sources), by: 'local', promptVersion, sources: [...sources.all], findings: [], problem }
}

/** An incident as a source that an answer may cite. */
const noticeSource = ({ id, title, text, allowed }: Question['notices'][number]): Omit<CopilotSource, 'n'> =>
  ({ kind: 'article', id, title: { zh: title, en: title }, text: [text, allowed].filter(Boolean).join('\n'), internal: false, messageId: null })

/** What incidents say of this customer stands before the answer: whoever asks has to know it. */
function withNotices<T extends Pick<CopilotTurn, 'state' | 'text'>>({ notices }: Question, local: T, sources: SourceList): T {
  const said = notices.filter(({ text }) => text !== '').map((notice) => `${[notice.title, [notice.text, notice.allowed].filter(Boolean).join(' ')].join(': ')} [${sources.add(noticeSource(notice))}]`)
  return said.length === 0 ? local : { ...local, state: 'ready', text: [...said, local.text].filter(Boolean).join('\n') }
}

/** What in an answer has no source, and what a customer must not be told, each with the source that says otherwise. */
function check(engine: Engine, { records, record, words, notices }: Question, text: string, sources: readonly CopilotSource[]): Finding[] {
  const facts = guardFacts({ ...records, products: engine.store.shop.products(), texts: [words] }, text)
  const { findings } = guard({
    draft: text, facts,
    passages: sources.map(({ id, text: passage, internal }) => ({ id, text: passage, audience: internal ? ('internal' as const) : ('customer' as const) })),
    now: new Date(engine.clock.now()).toISOString(), timeZone: SHOP_TIME_ZONE, channel: record.conversation.channel,
  })
  const told = new Set(notices.map(({ id }) => id))
  const passages = sources.filter(({ kind }) => kind === 'article').map(({ id, title }) => ({ id, title, kind: told.has(id) ? ('incident' as const) : ('article' as const) }))
  return withOrigins(findings.filter(({ kind }) => !NOT_HERE.has(kind)), { facts, passages, rules: [] })
}

/** Sources that the model may cite without looking: orders, card, the best passages. */
function firstSources(question: Question): SourceList {
  const sources = new SourceList()
  for (const notice of question.notices.filter(({ text }) => text !== '')) sources.add(noticeSource(notice))
  for (const source of historySources(question.records, question.telling)) sources.add(source)
  for (const order of question.records.orders.slice(0, FIRST_ORDERS)) sources.add(orderSource(order, question.telling))
  for (const hit of question.knowledge(question.words).filter(({ lexical }) => lexical > 0)) sources.add(passageSource(hit))
  return sources
}

async function compose(engine: Engine, question: Question, signal: AbortSignal): Promise<CopilotTurn> {
  const { records, telling, turn } = question
  const file = engine.copilotPrompt
  const shop = engine.store.settings.read('shop', { name: { zh: '', en: '' } }).name
  const sources = firstSources(question)
  const matter = presentMatter(engine, question.record, [])
  const asked = await askEndpoint(engine, {
    prompt: buildCopilotPrompt({
      file, shop, now: engine.clock.now(), topics: matter.topics, turns: engine.store.messages.turns(turn.conversationId, Number.MAX_SAFE_INTEGER, TURNS),
      sources: sources.all, before: question.before, question: turn.question, telling,
    }),
    tools: COPILOT_TOOLS, signal, id: turn.id, conversationId: turn.conversationId,
    callTool: (name, args) => runCopilotTool(name, args, { records, telling, sources, knowledge: question.knowledge, cases: question.cases }),
    onDelta(text) {
      turn.text += text
      engine.publish({ kind: 'copilot-delta', conversationId: turn.conversationId, turnId: turn.id, text })
    },
  }).catch((thrown: unknown) => {
    if (!signal.aborted) throw thrown
    return null
  })
  if (asked === null) return finish(engine, question, sources, { text: turn.text, by: turn.by, state: 'stopped' })
  if (asked.answer === null) return answerHere(question, asked.problem, file.version)
  return finish(engine, question, sources, { text: asked.answer.text, by: asked.answer.model, state: 'ready' })
}

function finish(engine: Engine, question: Question, sources: SourceList, answer: Pick<CopilotTurn, 'text' | 'by' | 'state'>): CopilotTurn {
  const tidy = sources.tidy(answer.text)
  return { ...question.turn, ...answer, ...tidy, findings: check(engine, question, tidy.text, sources.all) }
}

/** Asks, unless this very question was asked before. The answer comes as patches, its last state is kept. @throws AppError `not-found` */
export function askCopilot(engine: Engine, { id, conversationId, question }: CallParams<'copilot.ask'>): Promise<void> {
  const { store, live } = engine
  recordOf(engine, conversationId)
  if (store.copilot.has(id)) return Promise.resolve()
  stopCopilot(engine, conversationId)
  const abort = new AbortController()
  const turn: CopilotTurn = {
    id, conversationId, question, state: 'streaming', by: live.model.name ?? 'local', promptVersion: engine.copilotPrompt.version, text: '', extracts: [], sources: [], findings: [],
    problem: null, askedAt: engine.clock.now(), finishedAt: null,
  }
  store.transaction(() => {
    store.copilot.forget(conversationId, closedAt(engine, conversationId))
    store.copilot.save(turn)
  })
  engine.publish({ kind: 'copilot', turn: { ...turn } })
  const done = compose(engine, readQuestionOf(engine, turn), abort.signal).then((made) => keep(engine, made), (thrown: unknown) => {
    // Not even the local answer could be made: the question stands there unanswered, not as if it were being answered.
    keep(engine, { ...turn, state: 'none', text: '', problem: 'failed' })
    throw thrown
  })
  live.copilot.set(conversationId, { turn, abort, done })
  return done
}

function keep(engine: Engine, made: CopilotTurn): void {
  const { store, live } = engine
  if (live.copilot.get(made.conversationId)?.turn.id === made.id) live.copilot.delete(made.conversationId)
  // Cleared meanwhile: nothing of it comes back.
  if (!store.copilot.has(made.id)) return
  const done = { ...made, finishedAt: engine.clock.now() }
  store.copilot.save(done)
  engine.publish({ kind: 'copilot', turn: done })
}

/** Ends the answer that is being written, if any; what was written stays. */
export function stopCopilot(engine: Engine, conversationId: string): void {
  engine.live.copilot.get(conversationId)?.abort.abort()
}

/** Questions and answers since the conversation was last resolved, oldest first. */
export function readCopilot(engine: Engine, conversationId: string): CopilotTurn[] {
  const writing = engine.live.copilot.get(conversationId)
  return engine.store.copilot.of(conversationId, closedAt(engine, conversationId)).map((turn) => {
    if (turn.id === writing?.turn.id) return writing.turn
    // The engine ended while this one was being answered.
    return turn.state === 'streaming' ? { ...turn, state: 'stopped' as const } : turn
  })
}

export function clearCopilot(engine: Engine, conversationId: string): void {
  stopCopilot(engine, conversationId)
  engine.store.copilot.forget(conversationId, engine.clock.now())
}
