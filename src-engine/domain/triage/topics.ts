import type { Topic, Verdict } from '../../../src-shared/domain/triage.ts'
import type { Lexicon } from './lexicon.ts'
import { THRESHOLD } from './scan.ts'
import type { Scored } from './scan.ts'

export const MOST_TOPICS = 3
/** A topic this far behind the best one was touched by its words, not meant. */
const FAR_BEHIND = 0.3
const swap = (list: Scored<Topic>[], from: Topic, to: Topic): Scored<Topic>[] => (list.some((one) => one.label === to)
  ? list.filter((one) => one.label !== from)
  : list.map((one) => (one.label === from ? { ...one, label: to } : one)))
const NOT_SHIPPED = new Set(['unpaid', 'paid'])
const SHIPPED = new Set(['shipped', 'delivered', 'completed'])

const ARRIVED = new Set(['delivered', 'completed'])

/**
 * "什么时候到" of an unshipped order asks when it ships; "还没发货?" of a shipped one asks where it is. "换成灰的" changes an order
 * that has not left and exchanges one that has arrived.
 * @param statuses states of the orders in question (`OrderStatus` of the shared order type); others are ignored
 */
export function byOrderState(found: Scored<Topic>[], statuses: readonly string[] | undefined): Scored<Topic>[] {
  if (statuses === undefined || statuses.length === 0) return found
  const all = (states: ReadonlySet<string>): boolean => statuses.every((one) => states.has(one))
  if (all(NOT_SHIPPED)) return swap(swap(found, 'where_is_order', 'ship_when'), 'exchange_request', 'order_modify')
  if (all(ARRIVED)) return swap(swap(found, 'ship_when', 'where_is_order'), 'order_modify', 'exchange_request')
  return all(SHIPPED) ? swap(found, 'ship_when', 'where_is_order') : found
}

/**
 * Topics of the message itself by the rules, at most three, surest first and then in the order they were said.
 * Never invented for a message that carries only an act.
 */
export function findTopics(hits: ReadonlyArray<Scored<Topic>>, lexicon: Lexicon): Scored<Topic>[] {
  const found = hits.filter((one) => one.confidence >= THRESHOLD)
    .sort((a, b) => b.confidence - a.confidence)
  // The surest speak first, and a silenced topic silences none: two that touch each other must not both vanish.
  const silenced = new Set<string>()
  for (const one of found) {
    if (!silenced.has(one.label)) for (const loser of lexicon.beats.get(one.label) ?? []) silenced.add(loser)
  }
  const best = found.reduce((most, one) => Math.max(most, one.confidence), 0)
  const kept = found.filter((one) => !silenced.has(one.label) && one.confidence > best - FAR_BEHIND)
  const first = (one: Scored<Topic>): number => Math.min(...one.hits.map((hit) => hit.from))
  return kept
    .sort((a, b) => b.confidence - a.confidence || first(a) - first(b))
    .slice(0, MOST_TOPICS)
}

/**
 * The open topic that a message with acts only belongs to ("人呢" after a refund question counts for refund_progress):
 * the first topic of the latest customer message that had one. Null when the message has its own, or nothing is open.
 * @param history oldest first
 */
export function inheritTopic(
  verdict: Verdict, history: ReadonlyArray<{ role: string; verdict?: Verdict | undefined }>,
): Topic | null {
  if (verdict.topics.length > 0 || verdict.acts.length === 0) return null
  for (let i = history.length - 1; i >= 0; i--) {
    const turn = history[i]
    if (turn?.role !== 'customer') continue
    const topic = turn.verdict?.topics[0]
    if (topic !== undefined) return topic.label
  }
  return null
}
