import type { Order } from '../../../src-shared/domain/order.ts'
import { needsAskedIn } from '../drafting/dialogue/needs.ts'

/** One message, as far as it matters to how a case ended. */
export interface CaseTurn { by: 'customer' | 'agent' | 'autopilot'; at: number; text: string; topics: readonly string[]; acts: readonly string[] }

/** A conversation with the times at which somebody resolved it. Oldest first; times are milliseconds since the epoch. */
export interface CaseThread { conversationId: string; turns: readonly CaseTurn[]; ends: readonly number[] }

/** One matter of a customer, from the first words about it to its end. */
export interface Case {
  conversationId: string
  startedAt: number
  /** null: it goes on. */
  closedAt: number | null
  /** Autopilot alone answered. */
  automatic: boolean
  /** In the order in which they came up. */
  topics: string[]
  /** Numbers of the orders that were spoken of. */
  orders: string[]
}

/** Who says no more than this after an end does not come back. */
const COURTESY: ReadonlySet<string> = new Set(['thanks', 'closing', 'affirm'])
const isCourtesy = ({ topics, acts }: CaseTurn): boolean => topics.length === 0 && acts.length > 0 && acts.every((act) => COURTESY.has(act))
/** An automatic reply that asks for something waits for the answer and ends nothing. */
const asks = (text: string): boolean => /[?？]\s*$/.test(text) || needsAskedIn(text).length > 0

type Happening = { at: number; turn: CaseTurn } | { at: number; turn: null }

function happenings({ turns, ends }: CaseThread): Happening[] {
  return [...turns.map((turn) => ({ at: turn.at, turn })), ...ends.map((at) => ({ at, turn: null }))].sort((a, b) => a.at - b.at)
}

/**
 * A conversation as the cases in it. A case ends when somebody resolves it, or with the automatic reply that answers it;
 * what the customer writes after that, beyond thanks, is another.
 * @param orders of this customer: their numbers are looked for in what was said; with one alone, that is meant
 */
export function casesIn(thread: CaseThread, orders: readonly Order[]): Case[] {
  const cases: Case[] = []
  let answered = { automatic: false, person: false }
  for (const { at, turn } of happenings(thread)) {
    let open = cases.at(-1)
    if (turn?.by === 'customer' && (!open || open.closedAt !== null)) {
      if (isCourtesy(turn)) continue
      answered = { automatic: false, person: false }
      open = { conversationId: thread.conversationId, startedAt: at, closedAt: null, automatic: false, topics: [], orders: [] }
      cases.push(open)
    }
    if (!open) continue
    if (turn) hear(open, turn, orders)
    if (turn?.by === 'agent') {
      answered.person = true
      // A person had to add to what the automatic reply had ended.
      if (open.automatic) Object.assign(open, { automatic: false, closedAt: null })
    }
    if (turn?.by === 'autopilot') answered.automatic = true
    if (turn === null || (turn.by === 'autopilot' && !answered.person && !asks(turn.text))) {
      open.closedAt = at
      open.automatic = answered.automatic && !answered.person
    }
  }
  const [only, second] = orders
  if (only && !second) for (const one of cases) one.orders = [only.no]
  return cases
}

function hear(one: Case, { text, topics }: CaseTurn, orders: readonly Order[]): void {
  one.topics = [...new Set([...one.topics, ...topics])]
  one.orders = [...new Set([...one.orders, ...orders.filter(({ no }) => text.includes(no)).map(({ no }) => no)])]
}

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one))

/**
 * Is the later case the former one come back? In the same conversation it is, unless each names an order and they differ.
 * In another it is where both are about one order; where either names none, where they are about the same thing, or about
 * nothing that can be told: in doubt the customer came back.
 */
export function isComeback(former: Case, later: Case): boolean {
  if (former.orders.length > 0 && later.orders.length > 0) return meet(former.orders, later.orders)
  if (former.conversationId === later.conversationId) return true
  return former.topics.length === 0 || later.topics.length === 0 || meet(former.topics, later.topics)
}
