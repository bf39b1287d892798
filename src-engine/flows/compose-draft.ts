import type { Draft, Finding } from '../../src-shared/domain/draft.ts'
import { toAppError, type AppError } from '../../src-shared/errors.ts'
import { approvedAnswer } from '../domain/drafting/approved.ts'
import { draftLocally } from '../domain/drafting/local.ts'
import { guardFacts } from '../domain/drafting/guard-facts.ts'
import { noticePassages, noticeSources } from '../domain/drafting/notices.ts'
import { knownValues } from '../domain/drafting/masking/known.ts'
import { createMasker, inventedMarks, type Masker } from '../domain/drafting/masking/masker.ts'
import { matterOf } from '../domain/drafting/matter.ts'
import type { ModelPort } from '../domain/drafting/model-port.ts'
import { buildPrompt, parseCitations, runTool, toldManners, TOOLS, type CitablePassage } from '../domain/drafting/prompt.ts'
import type { Composed } from '../domain/drafting/recorder.ts'
import { saidElsewhere, withoutRepeats } from '../domain/drafting/repeats.ts'
import type { DraftInput } from '../domain/drafting/types.ts'
import { circumstancesOf } from '../domain/knowledge/applies.ts'
import { guard } from '../domain/guard/index.ts'
import { wordsIntoBubbles } from '../domain/drafting/bubbles.ts'
import { withOrigins } from '../domain/drafting/finding-origin.ts'
import { tooLong } from '../domain/writing/tone/index.ts'
import type { Engine, Writing } from './context.ts'
import { isBudgetSpent } from './model-budget.ts'
import { failInDrill, modelRest, noteHealth } from './model-health.ts'
import { namedPassages } from './guard-ground.ts'
import { guardPolicy } from './shop-policy.ts'

/** Longest answer that may still be a reply, in characters; more is a model that does not come to an end. */
const DRAFT_ROOM = 2_000

/** The passages that a draft may quote, as the customer would read them. */
function passagesOf(input: DraftInput): CitablePassage[] {
  // Without the customer: its gaps are not filled with what the endpoint shall not see.
  const approved = approvedAnswer({ ...input, customer: null }, matterOf(input))
  const known = approved?.sources.flatMap(({ kind, id, title }) => (kind === 'reply' ? [{ id, title, text: approved.verbatim, kind }] : [])) ?? []
  // Behind what the question found: it belongs there, and may not be what was asked.
  const beside = input.neighbour ? [{ id: input.neighbour.article.id, title: input.neighbour.article.title[input.neighbour.language], text: input.neighbour.passage }] : []
  return [...noticePassages(input), ...known, ...input.hits.map((hit) => ({ id: hit.article.id, title: hit.article.title[hit.language], text: hit.passage })), ...beside]
}

/** What the guard says of words for this conversation, and where they are too long for a bubble. @param passages what they may quote beside the articles found */
export function check(engine: Engine, input: DraftInput, text: string, language: string, passages: readonly CitablePassage[]): Finding[] {
  const articles = input.hits.map((hit) => ({ id: hit.article.id, text: hit.article.body[hit.language], audience: hit.article.audience }))
  const facts = guardFacts(input, text)
  const { findings } = guard({
    draft: text, facts,
    passages: [...articles, ...noticeSources(input), ...passages.map(({ id, text: passage }) => ({ id, text: passage })), ...(input.answers ?? []).map(({ id, text: answer }) => ({ id, text: answer }))],
    language, now: new Date(input.now).toISOString(), timeZone: input.timeZone, hours: input.hours, rules: engine.rules, channel: input.conversation.channel, policy: guardPolicy(engine),
  })
  return [...withOrigins(findings, { facts, passages: [...namedPassages(input, input.hits), ...passages.map(({ id, title, kind }) => ({ id, kind: kind ?? 'article' as const, title: { zh: title, en: title } }))], rules: engine.rules }), ...tooLong(text, language)]
}

/** A placeholder that the model made up would go to the customer as it stands. */
function invented(text: string, masker: Masker): Finding[] {
  const points = (units: number): number => [...text.slice(0, units)].length
  return inventedMarks(text, masker.marks()).map(({ from, to, text: mark }) => ({ kind: 'placeholder', severity: 'error', text: mark, start: points(from), end: points(to) }))
}

/** The endpoint may not be asked, or failed: the desk's own drafter writes, and the draft says why. */
function locally(engine: Engine, { draft, recorder }: Writing, input: DraftInput, how: Omit<Composed, 'by'>): Draft {
  recorder.compose('local')
  const made = draftLocally(input)
  recorder.composed({ ...how, by: 'local', heeded: made.manners })
  const findings = recorder.step('guard', () => check(engine, input, made.text, made.language, []), (found) => ({ findings: found }))
  return {
    ...draft, state: made.state, text: made.text, by: 'local', promptVersion: engine.templates.version, language: made.language, citations: made.citations,
    findings, problem: how.problem ?? made.reason, ...(how.until === null ? {} : { problemUntil: how.until }), finishedAt: engine.clock.now(),
  }
}

/** Asks the endpoint; what it reads and writes goes through the masker. */
async function fromModel(engine: Engine, model: ModelPort, writing: Writing, input: DraftInput): Promise<Draft> {
  const { draft, recorder, vault, abort } = writing
  const passages = passagesOf(input)
  const masker = createMasker(model.masking ?? 'all', vault, knownValues({ customer: input.customer, displayName: input.conversation.displayName, orders: input.orders }))
  recorder.compose(model.name, masker.policy, masker.marks)
  const circumstances = circumstancesOf({ ...input, channel: input.conversation.channel })
  const context = { customer: input.customer, orders: input.orders, knowledge: engine.knowledge(), circumstances, language: input.verdict.language.code === 'zh' ? ('zh' as const) : ('en' as const), timeZone: input.timeZone, passages }
  const words = masker.stream((text) => {
    recorder.showed()
    draft.text += text
    engine.publish({ kind: 'draft-delta', conversationId: draft.conversationId, draftId: draft.id, text })
  })
  const answer = await model.stream({
    prompt: buildPrompt({ ...input, passages }, engine.prompt.text + (masker.policy === 'all' ? engine.prompt.masked : ''), masker),
    tools: TOOLS, signal: abort.signal, room: DRAFT_ROOM, whole: true, watch: recorder.watch, onDelta: (text) => words.push(text),
    callTool: (name, args) => {
      const result = runTool(name, masker.unmaskFacts(args), context)
      return name === 'search_knowledge' ? masker.articles(result) : masker.facts(result)
    },
  })
  words.end()
  const { text: written, citations } = parseCitations(masker.unmask(answer.text), passages, input.orders)
  const text = wordsIntoBubbles(withoutRepeats(written, input.history, saidElsewhere(input)), matterOf(input).language)
  recorder.composed({ by: answer.model, why: 'model', problem: null, until: null, heeded: toldManners(input, matterOf(input)) })
  const { code } = input.verdict.language
  const findings = recorder.step('guard', () => [...invented(text, masker), ...check(engine, input, text, code, passages)], (found) => ({ findings: found }))
  return { ...draft, state: text === '' ? 'none' : 'ready', text, by: answer.model, citations, findings, finishedAt: engine.clock.now() }
}

/** Writes the draft: the endpoint where there is one that may be asked, else the desk itself. @throws what stopped it, if `abort` did */
export async function composeDraft(engine: Engine, writing: Writing, input: DraftInput): Promise<Draft> {
  const model = engine.model()
  if (!model) return locally(engine, writing, input, { why: 'no-model', problem: null, until: null })
  const rest = modelRest(engine)
  if (rest) return locally(engine, writing, input, { why: 'rests', problem: rest.problem, until: rest.asked ? rest.until : null })
  if (isBudgetSpent(engine)) return locally(engine, writing, input, { why: 'budget', problem: 'budget-spent', until: null })
  try {
    failInDrill(engine)
    const made = await fromModel(engine, model, writing, input)
    noteHealth(engine, null)
    return made
  } catch (thrown) {
    if (writing.abort.signal.aborted) throw thrown
    return afterFault(engine, writing, input, toAppError(thrown))
  }
}

/** What the endpoint wrote before it failed goes: half a sentence is no draft. */
function afterFault(engine: Engine, writing: Writing, input: DraftInput, fault: AppError): Draft {
  noteHealth(engine, fault)
  const rest = modelRest(engine)
  return locally(engine, writing, input, { why: 'fault', problem: fault.code, until: rest?.asked ? rest.until : null })
}
