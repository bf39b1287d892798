import type { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import { leadsTo, nodeOf, type NodeOf, type Workflow, type WorkflowNode } from '../../../src-shared/domain/workflow.ts'
import type { RunOutcome, RunState } from '../../../src-shared/domain/workflow-run.ts'
import { actionOf } from './arguments.ts'
import { filled } from './gaps.ts'
import type { Value } from '../../../src-shared/domain/workflow-value.ts'
import type { World } from './heard.ts'
import { lookUp } from './look-up.ts'
import { selfEvident } from './read.ts'
import { comparable, holds, isKnown, withValue } from './values.ts'

/** What a step wants of the world outside; at most one at a time. */
export type RunEffect = { kind: 'say'; text: string } | { kind: 'act'; action: CommerceAction } | { kind: 'end'; outcome: RunOutcome; reason: string | null }
export interface Stepped { state: RunState; effects: RunEffect[] }

/** Nodes passed without a stop; a workflow that was checked never comes near it. */
const MOST_HOPS = 200

/** The run is over; with `handed-over` a person goes on with all that was gathered. */
export const ended = (state: RunState, outcome: RunOutcome, reason: string | null): Stepped =>
  ({ state: { ...state, phase: 'ended', outcome, reason, words: [], dueAt: null }, effects: [{ kind: 'end', outcome, reason }] })

/** Says what waits to be said, and then `more`. @param closing the run ends when it was said */
export function saying(state: RunState, more: string | null, closing: RunOutcome | null = null): Stepped {
  const text = [...state.words, ...(more === null ? [] : [more])].join('\n\n')
  return { state: { ...state, phase: 'saying', closing, dueAt: null }, effects: [{ kind: 'say', text }] }
}

/** Follows a port; an optional one that leads nowhere hands over. */
export function follow(flow: Workflow, state: RunState, port: string, world: World, reason: string = port): Stepped {
  const to = leadsTo(flow, state.node, port)
  return to === null ? ended(state, 'handed-over', reason) : enter(flow, { ...state, round: 0 }, to, world)
}

/** Goes on from a node until something has to be waited for. */
export function enter(flow: Workflow, from: RunState, id: string, world: World): Stepped {
  let state = from
  let next: string | null = id
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const node: WorkflowNode | null = next === null ? null : nodeOf(flow, next)
    if (!node) return ended(state, 'handed-over', 'nowhere')
    state = { ...state, node: node.id, phase: 'waiting', dueAt: null, trail: state.trail.at(-1)?.node === node.id ? state.trail : [...state.trail, { node: node.id, at: world.now }] }
    switch (node.type) {
      case 'trigger': case 'sub-flow':
        next = leadsTo(flow, node.id, 'next')
        break
      case 'condition':
        next = leadsTo(flow, node.id, node.all.every((test) => holds(test, state.values)) ? 'yes' : 'no')
        break
      case 'branch': {
        const value = comparable(state.values[node.value])
        next = leadsTo(flow, node.id, node.cases.find((one) => value !== null && one.is.includes(value))?.port ?? 'else')
        break
      }
      case 'look-up': {
        const found = lookedUp(node, state, world)
        for (const [field, value] of Object.entries(found ?? {})) state = withValue(state, `${node.as}.${field}`, value, node.id)
        if (!found && leadsTo(flow, node.id, 'missing') === null) return ended(state, 'handed-over', 'not-found')
        next = leadsTo(flow, node.id, found ? 'found' : 'missing')
        break
      }
      case 'message': {
        const text = filled(node.text[state.language], state.values, state.language)
        if (text === null) return ended(state, 'handed-over', 'unknown-value')
        state = { ...state, words: [...state.words, text] }
        next = leadsTo(flow, node.id, 'next')
        break
      }
      case 'question': {
        const evident = isKnown(state, node) ? null : selfEvident(node, state.values, world, state.language)
        if (evident) state = withValue(state, node.collects.name, evident, node.id)
        if (!isKnown(state, node)) return ask(state, node)
        const answer: Value | undefined = state.values[node.collects.name]
        next = answer?.type === 'yes-no' && !answer.value ? leadsTo(flow, node.id, 'no') : leadsTo(flow, node.id, 'answered')
        if (next === null) return ended(state, 'handed-over', 'no')
        state = { ...state, round: 0 }
        break
      }
      default:
        return stopAt(state, node, world)
    }
  }
  return ended(state, 'handed-over', 'nowhere')
}

function ask(state: RunState, node: NodeOf<'question'>): Stepped {
  const text = filled(node.text[state.language], state.values, state.language)
  return text === null ? ended(state, 'handed-over', 'unknown-value') : saying(state, text)
}

/** What was said before goes out before anything is done or waited for. */
function stopAt(state: RunState, node: NodeOf<'action' | 'wait' | 'review' | 'hand-over' | 'end'>, world: World): Stepped {
  if (node.type === 'hand-over') return ended(state, 'handed-over', 'planned')
  if (node.type === 'end') return state.words.length > 0 ? saying(state, null, 'done') : ended(state, 'done', null)
  if (state.words.length > 0) return saying(state, null)
  if (node.type === 'wait') return { state: { ...state, phase: 'waiting', dueAt: world.now + node.minutes * 60_000 }, effects: [] }
  if (node.type === 'review') return { state: { ...state, phase: 'review' }, effects: [] }
  const action = actionOf(node, state.values)
  return action ? { state: { ...state, phase: 'acting' }, effects: [{ kind: 'act', action }] } : ended(state, 'handed-over', 'unknown-value')
}

function lookedUp(node: NodeOf<'look-up'>, state: RunState, world: World): ReturnType<typeof lookUp> {
  const order = state.values[node.order]
  const item = node.item === undefined ? undefined : state.values[node.item]
  return order?.type === 'order' ? lookUp(node.what, order.value, item?.type === 'item' ? item.value : null, world, state.language) : null
}
