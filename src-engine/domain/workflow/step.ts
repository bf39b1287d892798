import { leadsTo, nodeOf, triggerOf, type NodeOf, type Workflow } from '../../../src-shared/domain/workflow.ts'
import type { RunState } from '../../../src-shared/domain/workflow-run.ts'
import { turnsAway } from '../drafting/dialogue/focus.ts'
import { ended, enter, follow, saying, type Stepped } from './enter.ts'
import { ownTopics } from './fits.ts'
import { filled } from './gaps.ts'
import { corrects, isBare, isPatient, namesOtherOrder, needsPerson, withdraws, type Heard, type World } from './heard.ts'
import { isAgreement, isQualifiedYes } from './read-parts.ts'
import { readAnswer } from './read.ts'
import { takeIn, withoutDependents } from './values.ts'

/** What happened since the last step. `said`: the words have reached the customer. `person`: somebody of the desk went on themselves. */
export type RunEvent =
  | { kind: 'heard'; heard: Heard }
  | { kind: 'said' }
  | { kind: 'acted'; reference: string | null }
  | { kind: 'refused'; reason: string }
  | { kind: 'time' }
  | { kind: 'reviewed'; approved: boolean }
  | { kind: 'person'; reason: string }

/** AI-02 lets a shop choose two or three failed rounds; we take the smaller, as domain/policy does. */
const MOST_ROUNDS = 2
/** More questions in between than this, and a person is quicker. */
const MOST_ASIDES = 3
const WITHDRAWN = { zh: '好的，那这边就先不处理了，有需要随时找我们。', en: 'All right, we leave everything as it is. Write any time you need us.' }

/** Begins a run with the words that started it. @param flow without sub-flows, see `expand` */
export function begin(flow: Workflow, heard: Heard, world: World, language: 'zh' | 'en'): Stepped {
  const start: RunState = {
    node: triggerOf(flow)?.id ?? '', phase: 'waiting', outcome: null, reason: null, language, values: {}, from: {}, trail: [], acted: [], words: [], round: 0, asides: 0, dueAt: null, closing: null,
  }
  const why = needsPerson(heard, ownTopics(flow), world.person)
  if (why) return ended(start, 'handed-over', why)
  // Their own order must never stand in for the one they named.
  if (namesOtherOrder(heard, world)) return ended(start, 'handed-over', 'other-order')
  return enter(flow, takeIn(flow, start, heard, world, null, false).state, start.node, world)
}

/** One step of a run: pure, the same every time. An event that does not fit where the run stands changes nothing. */
export function step(flow: Workflow, state: RunState, event: RunEvent, world: World): Stepped {
  const same: Stepped = { state, effects: [] }
  if (state.phase === 'ended') return same
  switch (event.kind) {
    case 'person':
      return ended(state, 'handed-over', event.reason)
    case 'said':
      return state.phase === 'saying' ? afterWords(flow, state, world) : same
    case 'acted':
      return state.phase === 'acting' ? follow(flow, { ...state, acted: [...state.acted, { node: state.node, kind: kindAt(flow, state), reference: event.reference }] }, 'done', world) : same
    case 'refused':
      return state.phase === 'acting' ? follow(flow, state, 'refused', world, `refused:${event.reason}`) : same
    case 'time':
      if (state.phase === 'waiting') return follow(flow, state, 'next', world)
      return state.phase === 'asking' ? follow(flow, state, 'silent', world) : same
    case 'reviewed':
      return state.phase === 'review' ? follow(flow, state, event.approved ? 'approved' : 'declined', world) : same
    case 'heard':
      return hear(flow, state, event.heard, world)
  }
}

function kindAt(flow: Workflow, { node }: RunState): string {
  const at = nodeOf(flow, node)
  return at?.type === 'action' ? at.action : ''
}

function afterWords(flow: Workflow, before: RunState, world: World): Stepped {
  const state = { ...before, words: [] }
  if (state.closing) return ended(state, state.closing, state.closing === 'withdrawn' ? 'withdrawn' : null)
  const node = nodeOf(flow, state.node)
  if (node?.type === 'question') return { state: { ...state, phase: 'asking', dueAt: world.now + node.waitMinutes * 60_000 }, effects: [] }
  return enter(flow, state, state.node, world)
}

/** The customer wrote: first what stops the run, then what changes it, then the answer. */
function hear(flow: Workflow, state: RunState, heard: Heard, world: World): Stepped {
  const own = ownTopics(flow)
  const why = needsPerson(heard, own, world.person)
  if (why) return ended(state, 'handed-over', why)
  const else_ = heard.topics.some((topic) => !own.has(topic))
  if (state.phase === 'acting' || state.phase === 'waiting' || state.phase === 'review') {
    // While an action waits for its window, "wait" means: not yet.
    const stops = state.phase === 'acting' && (withdraws(heard) || heard.acts.includes('hold_on') || isQualifiedYes(heard))
    // A colleague or a clock is waited for there, and a shrug moves neither; an action goes ahead on a plain word alone.
    const agrees = state.phase === 'acting' ? isAgreement(heard, '') : heard.acts.includes('affirm')
    return !stops && (isPatient(heard) || (!else_ && agrees)) ? { state, effects: [] } : ended(state, 'handed-over', 'wrote-meanwhile')
  }
  const node = nodeOf(flow, state.node)
  const question = node?.type === 'question' ? node : null
  // "Changed my mind" is a reason where reasons were asked for.
  const isChosen = state.phase === 'asking' && question?.collects.type === 'choice' && readAnswer(question, heard, state.values, world, state.language, true) !== null
  if (withdraws(heard) && !isChosen && heard.topics.every((topic) => own.has(topic) || topic === 'refund_withdraw')) {
    return state.acted.length > 0 ? ended(state, 'handed-over', 'withdrawn-late') : saying({ ...state, words: [] }, WITHDRAWN[state.language], 'withdrawn')
  }
  if (state.closing) return else_ ? ended(state, 'handed-over', 'asked-else') : saying(state, null, state.closing)
  // A number that is wrong where a number was asked for is asked again; anywhere else it turns to an order that is not theirs.
  const wantsNumber = question?.collects.type === 'order' || question?.collects.type === 'tax-id'
  if (!wantsNumber && namesOtherOrder(heard, world)) return ended(state, 'handed-over', 'other-order')
  const taken = takeIn(flow, state, heard, world, state.phase === 'asking' ? state.node : null, corrects(heard) || question?.collects.type === 'yes-no')
  if (taken.changed !== null) return corrected(flow, state, taken.state, taken.changed, world)
  if (corrects(heard) && turnsAway(heard.text)) return otherOrder(flow, state, world)
  // "Yes, but make it 50": asked again, the bare yes that follows would be to what nobody meant.
  if (state.phase === 'asking' && question?.collects.type === 'yes-no' && isQualifiedYes(heard)) return ended(state, 'handed-over', 'qualified')
  const answered = question !== null && taken.fresh.includes(question.collects.name)
  const isPlainAnswer = answered && isBare(heard) && question.collects.type !== 'yes-no' && question.collects.type !== 'text'
  if (else_ && !isPlainAnswer) return aside(flow, answered ? taken.state : state, heard, world)
  if (state.phase === 'saying' || answered) return enter(flow, taken.state, state.node, world)
  if (isPatient(heard) && question) return { state: { ...state, dueAt: world.now + question.waitMinutes * 60_000 }, effects: [] }
  return missed(flow, taken.fresh.length > 0 ? { ...taken.state, round: 0 } : { ...taken.state, round: state.round + 1 }, question, world)
}

/** "No, the other one": back to where it was asked, with everything that still holds. What is done cannot be said otherwise. */
function corrected(flow: Workflow, before: RunState, state: RunState, name: string, world: World): Stepped {
  if (before.acted.length > 0) return ended(state, 'handed-over', 'changed-after-done')
  const found = state.from[name]
  const wasPassed = before.trail.some((one) => one.node === found)
  return enter(flow, { ...state, words: [], round: 0 }, found !== undefined && wasPassed ? found : state.node, world)
}

/** Another order, but it was not said which: it is asked for. */
function otherOrder(flow: Workflow, state: RunState, world: World): Stepped {
  const asks = flow.nodes.find((one): one is NodeOf<'question'> => one.type === 'question' && one.collects.type === 'order')
  if (!asks || state.acted.length > 0 || world.orders.length < 2) return ended(state, 'handed-over', 'other-order')
  return enter(flow, { ...withoutDependents(state, asks), words: [], round: 0 }, asks.id, world)
}

/** They ask something else: answered in the same breath where that needs no person, then back to the question. */
function aside(flow: Workflow, state: RunState, heard: Heard, world: World): Stepped {
  if (heard.aside === null || state.asides >= MOST_ASIDES) return ended(state, 'handed-over', 'asked-else')
  return enter(flow, { ...state, asides: state.asides + 1, words: [...state.words, heard.aside] }, state.node, world)
}

/** No answer in it: asked once more in other words, then a person. */
function missed(flow: Workflow, state: RunState, question: NodeOf<'question'> | null, world: World): Stepped {
  if (!question || state.round >= MOST_ROUNDS) {
    return question && leadsTo(flow, question.id, 'failed') !== null ? follow(flow, state, 'failed', world) : ended(state, 'handed-over', 'not-understood')
  }
  const text = filled(question.again[state.language], state.values, state.language)
  return text === null ? ended(state, 'handed-over', 'unknown-value') : saying(state, text)
}
