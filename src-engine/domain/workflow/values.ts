import type { NodeOf, Test, Workflow } from '../../../src-shared/domain/workflow.ts'
import type { RunState } from '../../../src-shared/domain/workflow-run.ts'
import type { Value, Values } from '../../../src-shared/domain/workflow-value.ts'
import type { Heard, World } from './heard.ts'
import { readAnswer, selfEvident } from './read.ts'

/** A value as a condition compares it: amounts in minor units, an order by its number. */
export function comparable(value: Value | undefined): string | number | boolean | null {
  if (!value) return null
  switch (value.type) {
    case 'amount': return value.value.amount
    case 'item': return value.value.productId
    case 'variant': return value.value.variant
    case 'address': return value.value.detail
    default: return value.value
  }
}

/** Does it hold? What is not known fails every test, so that doubt goes the careful way. */
export function holds(test: Test, values: Values): boolean {
  const value = comparable(values[test.value])
  if (value === null) return false
  const [limit] = test.to
  switch (test.is) {
    case 'known': return true
    case 'one-of': return test.to.includes(value)
    case 'none-of': return !test.to.includes(value)
    case 'at-most': return typeof value === 'number' && typeof limit === 'number' && value <= limit
    case 'at-least': return typeof value === 'number' && typeof limit === 'number' && value >= limit
  }
}

export const isKnown = (state: RunState, question: NodeOf<'question'>): boolean => state.values[question.collects.name] !== undefined

export const withValue = (state: RunState, name: string, value: Value, node: string): RunState =>
  ({ ...state, values: { ...state.values, [name]: value }, from: { ...state.from, [name]: node } })

const isQuestion = (node: Workflow['nodes'][number]): node is NodeOf<'question'> => node.type === 'question'
/** An item is read in its order, a variant in its item: those first on which others lean. A yes comes last: it may be to what has just changed. */
const RANK: Readonly<Record<string, number>> = { order: 0, item: 1, variant: 2, 'yes-no': 4 }

/**
 * Takes in everything that the customer's words answer, asked or not, so that nothing told is asked again.
 * @param asked the question that was asked last; null: none
 * @returns the state, the names that are new, and the name of what was known otherwise before
 */
export function takeIn(flow: Workflow, state: RunState, heard: Heard, world: World, asked: string | null, mayChange: boolean): { state: RunState; fresh: string[]; changed: string | null } {
  const questions = flow.nodes.filter(isQuestion).sort((a, b) => (RANK[a.collects.type] ?? 3) - (RANK[b.collects.type] ?? 3))
  const fresh: string[] = []
  let changed: string | null = null
  let next = state
  for (const question of questions) {
    const { name, type } = question.collects
    // "No, the other one" is no no.
    if (type === 'yes-no' && changed !== null) continue
    const before = next.values[name]
    const value = readAnswer(question, heard, next.values, world, state.language, question.id === asked)
    // What needs no question is known from here on, so that an address or a variant told at once finds its order.
    const evident = value || before !== undefined ? null : selfEvident(question, next.values, world, state.language)
    if (evident) next = withValue(next, name, evident, question.id)
    if (!value || fresh.includes(name)) continue
    if (before === undefined) fresh.push(name)
    else if (!mayChange || JSON.stringify(before) === JSON.stringify(value)) continue
    else if (changed === null) {
      changed = name
      next = withoutDependents(next, question)
    }
    next = withValue(next, name, value, question.id)
  }
  return { state: next, fresh, changed }
}

/** Forgets what was found out by way of a value that changes: look-ups and agreements that came after it, and what is part of it. */
export function withoutDependents(state: RunState, { id, collects }: NodeOf<'question'>): RunState {
  const place = (node: string | undefined): number => state.trail.findLastIndex((one) => one.node === node)
  const asked = place(id)
  const parts: ReadonlySet<Value['type']> = new Set(collects.type === 'order' ? ['item', 'variant'] : collects.type === 'item' ? ['variant'] : [])
  const isLater = (name: string, value: Value): boolean => (name.includes('.') || value.type === 'yes-no') && asked >= 0 && place(state.from[name]) > asked
  const kept = Object.entries(state.values).filter(([name, value]) => name !== collects.name && !parts.has(value.type) && !isLater(name, value))
  return { ...state, values: Object.fromEntries(kept) }
}
