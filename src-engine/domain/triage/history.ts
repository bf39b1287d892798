import type { Verdict } from '../../../src-shared/domain/triage.ts'
import type { Language } from './language.ts'

export interface HistoryTurn {
  readonly role: 'customer' | 'agent' | 'autopilot'
  readonly text: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly verdict?: Verdict | undefined
}

export interface Trajectory {
  /** How many earlier customer turns say nearly the same as this message. */
  readonly repeats: number
  /** Milliseconds from the customer's first message without an answer to this one; 0 when our side spoke last. */
  readonly waitingMs: number
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

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function bigrams(text: string): Set<string> {
  const set = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) set.add(text.slice(i, i + 2))
  return set
}

/** Jaccard overlap of character pairs, 0..1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return shared / Math.max(1, a.size + b.size - shared)
}

function countRepeats(text: string, customer: readonly HistoryTurn[]): number {
  const own = letters(text)
  if (own.length < MIN_COMPARED) return 0
  const pairs = bigrams(own)
  let repeats = 0
  for (const turn of customer.slice(-COMPARED_TURNS)) {
    const other = letters(turn.text)
    if (other.length < MIN_COMPARED || other.length > own.length * 2 || own.length > other.length * 2) continue
    if (other === own || overlap(pairs, bigrams(other)) >= ALIKE) repeats++
  }
  return repeats
}

function waiting(history: readonly HistoryTurn[], at: number): number {
  let since = at
  for (let i = history.length - 1; i >= 0; i--) {
    const turn = history[i]
    if (turn === undefined || turn.role !== 'customer') break
    since = Math.min(since, turn.at)
  }
  return Number.isFinite(at - since) ? Math.max(0, at - since) : 0
}

/**
 * What the conversation so far adds to the message.
 * @param history oldest first
 * @param feel dissatisfaction and anger of an earlier turn that carries no verdict (command line)
 */
export function readHistory(
  text: string, at: number, history: readonly HistoryTurn[], feel: (text: string) => { dissatisfaction: number; anger: number },
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
    repeats: countRepeats(text, customer), waitingMs: waiting(history, at), lastOurs, language,
    carriedDissatisfaction: carriedDissatisfaction * FADE, carriedAnger: carriedAnger * FADE,
  }
}
