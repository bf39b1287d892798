import type { Verdict } from '../../../src-shared/domain/triage.ts'
import type { Language } from './language.ts'
import type { TheirTurn, TurnReader } from './turns.ts'

export interface HistoryTurn {
  readonly role: 'customer' | 'agent' | 'autopilot'
  readonly text: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly verdict?: Verdict | undefined
}

/** What the conversation so far adds to the message. */
export interface Trajectory {
  /** How many earlier customer turns say nearly the same as this message. */
  readonly repeats: number
  /** Milliseconds from the customer's first message without an answer to this one; 0 when our side spoke last. */
  readonly waitingMs: number
  /** Customer messages since our side last spoke, this one not counted. */
  readonly unanswered: number
  /** Lines of ours that only asked for patience, or said again what we had said before, since the customer was last content. */
  readonly evasions: number
  /** Our latest line refuses something. */
  readonly refused: boolean
  /** A time that we named for something to happen is over. */
  readonly overdue: boolean
  /** Customer messages with an open need since the customer was last content. */
  readonly openTurns: number
  /** Dissatisfaction and anger carried over from earlier customer turns, 0..1, fading with each turn. */
  readonly carriedDissatisfaction: number
  readonly carriedAnger: number
  readonly lastOurs: string | null
  /** Language of the latest customer turn with a clear one. */
  readonly language: Language | null
}

const ALIKE = 0.6
/** Short lines ("嗯", "好的", "???") are alike by nature. */
const MIN_COMPARED = 4
const FADE = 0.7
const CLEAR_LANGUAGE = 0.5
/** Repeats are looked for in the latest customer turns only; further back is another matter. */
const COMPARED_TURNS = 6
/** A line that leaves so little of what was before is a sign that the matter is settled. */
const CONTENT_AT = 0.2
/** A need of an earlier line that is more than its length. */
const OPEN_AT = 0.14

/** Jaccard overlap of character pairs, 0..1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return shared / Math.max(1, a.size + b.size - shared)
}

function countRepeats(own: TheirTurn, before: readonly TheirTurn[]): number {
  if (own.letters.length < MIN_COMPARED) return 0
  let repeats = 0
  for (const other of before.slice(-COMPARED_TURNS)) {
    const [a, b] = [own.letters.length, other.letters.length]
    if (b < MIN_COMPARED || b > a * 2 || a > b * 2) continue
    if (other.letters === own.letters || overlap(own.pairs, other.pairs) >= ALIKE) repeats++
  }
  return repeats
}

function waiting(history: readonly HistoryTurn[], at: number): { waitingMs: number; unanswered: number } {
  let since = at
  let unanswered = 0
  for (let i = history.length - 1; i >= 0; i--) {
    const turn = history[i]
    if (turn === undefined || turn.role !== 'customer') break
    since = Math.min(since, turn.at)
    unanswered++
  }
  return { waitingMs: Number.isFinite(at - since) ? Math.max(0, at - since) : 0, unanswered }
}

/** Answers that were none, needs and promises since the customer was last content. */
function unsettled(history: readonly HistoryTurn[], at: number, read: TurnReader): Pick<Trajectory, 'evasions' | 'openTurns' | 'overdue'> {
  let [evasions, openTurns, overdue] = [0, 0, false]
  const said = new Set<string>()
  for (const turn of history) {
    if (turn.role === 'customer') {
      const { need, rest } = read.their(turn.text)
      if (rest <= CONTENT_AT) [evasions, openTurns] = [0, 0]
      else if (need >= OPEN_AT) openTurns++
      continue
    }
    const ours = read.ours(turn.text)
    if (ours.stock || (ours.letters.length >= MIN_COMPARED && said.has(ours.letters))) evasions++
    said.add(ours.letters)
    // A newer word of ours about time takes the place of the older one.
    if (ours.promiseMs !== null) overdue = at - turn.at > ours.promiseMs
  }
  return { evasions, openTurns, overdue }
}

/**
 * Reads the conversation before a message.
 * @param history oldest first
 * @param read readings of single lines
 * @param feel dissatisfaction and anger of an earlier turn that carries no verdict (command line)
 */
export function readHistory(
  text: string, at: number, history: readonly HistoryTurn[], read: TurnReader, feel: (text: string) => { dissatisfaction: number; anger: number },
): Trajectory {
  const customer = history.filter((turn) => turn.role === 'customer')
  let [carriedDissatisfaction, carriedAnger] = [0, 0]
  let language: Language | null = null
  for (const turn of customer) {
    const felt = turn.verdict ?? feel(turn.text)
    // A verdict's score already holds what came before it, so only the stronger of the two goes on.
    carriedDissatisfaction = Math.max(carriedDissatisfaction * FADE, felt.dissatisfaction)
    carriedAnger = Math.max(carriedAnger * FADE, felt.anger)
    if (turn.verdict !== undefined && turn.verdict.language.confidence >= CLEAR_LANGUAGE && turn.verdict.language.code !== 'und') {
      language = turn.verdict.language
    }
  }
  const lastOurs = history.findLast((turn) => turn.role !== 'customer')?.text ?? null
  return {
    repeats: countRepeats(read.their(text), customer.map((turn) => read.their(turn.text))), ...waiting(history, at), ...unsettled(history, at, read),
    refused: lastOurs !== null && read.ours(lastOurs).refuses, lastOurs, language,
    carriedDissatisfaction: carriedDissatisfaction * FADE, carriedAnger: carriedAnger * FADE,
  }
}

/** What is known of our promises takes the place of what our words let guess: one that was kept is not overdue, one with a time of its own is by that. */
export const withPromises = (trajectory: Trajectory, promises: 'none' | 'broken' | 'kept' | undefined): Trajectory =>
  (promises === undefined || promises === 'none' ? trajectory : { ...trajectory, overdue: promises === 'broken' })
