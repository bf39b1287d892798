import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { NothingReason, Written, WritingTask } from '../../src-shared/contract/writing.ts'
import type { Finding } from '../../src-shared/domain/draft.ts'
import type { Topic } from '../../src-shared/domain/triage.ts'
import { toAppError } from '../../src-shared/errors.ts'
import { draftLocally } from '../domain/drafting/local.ts'
import { matterOf } from '../domain/drafting/matter.ts'
import { parseCitations } from '../domain/drafting/prompt.ts'
import type { DraftInput } from '../domain/drafting/types.ts'
import { expandLocally } from '../domain/writing/expand/index.ts'
import { survival } from '../domain/writing/figures.ts'
import { ownLanguage, rewriteLocally, type Circumstances } from '../domain/writing/local/index.ts'
import { expandPrompt, rewritePrompt, translatePrompt } from '../domain/writing/prompts.ts'
import { askModel } from './ask-model.ts'
import type { Engine } from './context.ts'
import { draftInput } from './draft-input.ts'
import { guardWords } from './guard-words.ts'
import { stateOf } from './inbox.ts'
import { deskLanguage } from './settings.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

/** All that the tasks need of one conversation, read once. */
interface Place {
  engine: Engine
  id: string
  conversationId: string
  text: string
  input: DraftInput | null
  /** The customer's, ISO 639-1. */
  customerLanguage: string
  /** Of the words. */
  language: string
  shop: string
  onText(text: string): void
}

type Task<Kind extends WritingTask['kind']> = Extract<WritingTask, { kind: Kind }>

const none = (place: Place, nothing: NothingReason, unused: string[] = [], problem: string | null = null): Written =>
  ({ text: '', nothing, language: place.language, by: 'local', findings: [], lost: [], unused, problem })

/** What the guard says of the result and what it says of the figures; the same words are marked once. */
function judged(place: Place, text: string, language: string, survived: { findings: Finding[]; lost: string[] }): Pick<Written, 'findings' | 'lost'> {
  const { engine, input } = place
  const others = guardWords(engine, input, text, language).filter((one) => !survived.findings.some((figure) => figure.start < one.end && one.start < figure.end))
  return { findings: [...survived.findings, ...others].sort((a, b) => a.start - b.start), lost: survived.lost }
}

function survived(place: Place, text: string, language: string): { findings: Finding[]; lost: string[] } {
  return survival({ text: place.text, language: place.language }, { text, language }, new Date(place.engine.clock.now()).toISOString(), SHOP_TIME_ZONE)
}

function circumstancesOf({ engine, conversationId, input }: Place): Circumstances {
  const record = engine.store.conversations.get(conversationId)
  const state = record ? stateOf(record) : null
  return {
    name: input?.customer?.name ?? '', topics: [...(state?.topics ?? []), ...(state?.openTopic ? [state.openTopic] : [])],
    emotion: input?.verdict.emotion.level ?? 0, said: [...(input?.earlier ?? []), ...(input?.history ?? [])].filter(({ role }) => role !== 'customer').map(({ text }) => text),
  }
}

/** An endpoint that is missing, spent or failing leaves the work to the desk. @throws what stopped it, if a person did */
async function orLocally(place: Place, ask: () => Promise<Written>, locally: (problem: string | null) => Written): Promise<Written> {
  if (!place.engine.model()) return locally(null)
  try {
    return await ask()
  } catch (thrown) {
    const { code } = toAppError(thrown)
    if (code === 'model-aborted' || !/^(?:model-|budget-)/u.test(code)) throw thrown
    return locally(code)
  }
}

function rewrite(place: Place, { style }: Task<'rewrite'>): Promise<Written> {
  const { engine, conversationId, id, text, language, shop, onText } = place
  const now = engine.clock.now()
  return orLocally(place, async () => {
    const answer = await askModel(engine, { id, conversationId, onText, make: (masker) => rewritePrompt(engine.writing.rewrite, { style, text, shop }, masker, now) })
    return { ...answer, nothing: null, language, unused: [], problem: null, ...judged(place, answer.text, language, survived(place, answer.text, language)) }
  }, (problem) => {
    const made = rewriteLocally(style, text, circumstancesOf(place))
    if (made.nothing !== null) return none(place, made.nothing, [], problem)
    return { text: made.text, nothing: null, language, by: 'local', unused: [], problem, ...judged(place, made.text, language, survived(place, made.text, language)) }
  })
}

/** What the records say to a topic, in the words of the local drafter. Nobody is calmed or greeted in it. */
function factOf(input: DraftInput | null, topic: string): string | null {
  if (!input) return null
  const verdict = { ...input.verdict, topics: [{ label: topic as Topic, confidence: 1 }], acts: [], marks: [], emotion: { ...input.verdict.emotion, level: 0 } }
  const turn = input.history.findLast(({ role }) => role === 'customer')
  const made = draftLocally({ ...input, verdict, openTopic: null, remembered: undefined, history: turn ? [{ ...turn, verdict }] : [] })
  return made.state === 'ready' ? made.text.replace(/\n{2,}/gu, '') : null
}

const UNMARKED = { findings: [], lost: [] }

function expand(place: Place): Promise<Written> {
  const { engine, conversationId, id, text, input, customerLanguage, onText } = place
  return orLocally(place, async () => {
    if (!input) return none(place, 'keywords')
    const passages = input.hits.map((hit) => ({ id: hit.article.id, title: hit.article.title[hit.language], text: hit.passage }))
    const answer = await askModel(engine, { id, conversationId, onText, make: (masker) => expandPrompt(engine.writing.expand, { ...input, passages }, text, masker) })
    const words = parseCitations(answer.text, passages, input.orders).text
    return { text: words, by: answer.by, nothing: null, language: customerLanguage, unused: [], problem: null, ...judged(place, words, customerLanguage, UNMARKED) }
  }, (problem) => {
    const made = expandLocally(text, { ...circumstancesOf(place), now: new Date(engine.clock.now() + 8 * 3_600_000).toISOString().replace('Z', '+08:00'), fact: (topic) => factOf(input, topic) })
    if (made.text === '') return none(place, made.language === null ? 'language' : 'keywords', made.unused, problem)
    return { text: made.text, nothing: null, language: place.language, by: 'local', unused: made.unused, problem, ...judged(place, made.text, place.language, UNMARKED) }
  })
}

async function translate(place: Place): Promise<Written> {
  const { engine, conversationId, id, text, language, customerLanguage: to, shop, onText } = place
  if (language === to) return none(place, 'same-language')
  if (!engine.model()) return none(place, 'no-model')
  const now = engine.clock.now()
  const answer = await askModel(engine, { id, conversationId, onText, make: (masker) => translatePrompt(engine.writing.translate, { text, from: language, to, shop }, masker, now) })
  return { ...answer, nothing: null, language: to, unused: [], problem: null, ...judged(place, answer.text, to, survived(place, answer.text, to)) }
}

/**
 * Does with the composer's words what the agent asks. Nothing is changed by it: the window shows the result, and the person takes it
 * or not. @throws AppError where only an endpoint could have done it, or `model-aborted`
 */
export function writeWords(engine: Engine, { id, conversationId, task }: CallParams<'writing.ask'>): Promise<Written> {
  const input = draftInput(engine, conversationId)
  const screen = deskLanguage(engine)
  const customerLanguage = input ? matterOf(input).language : screen
  const shopName = input?.shopName ?? engine.store.settings.read('shop', { name: { zh: '', en: '' } }).name
  const place: Place = {
    engine, id, conversationId, text: task.text, input, customerLanguage, language: ownLanguage(task.text) ?? customerLanguage, shop: shopName[screen],
    onText: (text) => engine.publish({ kind: 'writing', id, text }),
  }
  if (task.kind === 'rewrite') return rewrite(place, task)
  return task.kind === 'expand' ? expand(place) : translate(place)
}
