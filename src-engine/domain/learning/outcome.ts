import type { Draft } from '../../../src-shared/domain/draft.ts'
import { NO_DRAFT, type NoDraftWhy, type Outcome, type Writing } from '../../../src-shared/domain/learning.ts'
import { editDistance, isUnspaced, unitsOf } from './distance.ts'

/**
 * Shares of the longer text, by `editDistance`. LIGHT: one unit in five, which is a name, a date or a greeting in a bubble of
 * sixty signs. HEAVY: of pairs of replies that have nothing to do with each other 99.9 % differ by more in Chinese and over 99 %
 * in English (measured on the clean replies of the guard), so what differs by more is another text.
 */
export const LIGHT = 0.2
export const HEAVY = 0.6

/** Nobody decides sooner, whatever the length; and nobody skims faster, about three times the pace of attentive reading. */
const LEAST_MS = 1000
const SKIMMED_PER_SECOND = { signs: 25, words: 12 }

/** The least time in which a text can have been read, in milliseconds. */
export function readingMs(text: string): number {
  const pace = isUnspaced(text) ? SKIMMED_PER_SECOND.signs : SKIMMED_PER_SECOND.words
  return Math.max(LEAST_MS, (unitsOf(text).length * 1000) / pace)
}

/** A reply as it was sent. */
export interface Sent {
  text: string
  at: number
  /** How it was written; undefined: the window did not tell. */
  writing: Writing | undefined
  /** Draft that words were taken from. */
  takenFrom: string | null
  /** The draft of the message that it answers, as it is known; null: none. */
  draft: Pick<Draft, 'id' | 'state' | 'text' | 'problem' | 'finishedAt'> | null
  /** Why there is none, where `draft` is null. */
  without: NoDraftWhy
  /** That message was answered before. */
  isSecond: boolean
}

export interface Judged {
  outcome: Outcome
  why: NoDraftWhy | null
  /** How much differs from the draft, 0..1; null where there was none to compare with. */
  distance: number | null
}

const none = (why: NoDraftWhy, distance: number | null = null): Judged => ({ outcome: 'none', why, distance })

/** Why a draft that is there has no words. */
function emptyBecause(problem: string | null): NoDraftWhy {
  if (problem?.startsWith('model-') || problem === 'offline') return 'endpoint'
  return NO_DRAFT.find((why) => why === problem) ?? 'no-source'
}

/**
 * What became of the draft. A draft that came when the person was writing was not refused, and one that was sent before it can
 * have been read was not accepted; both are told apart.
 */
export function judge(sent: Sent): Judged {
  const { draft, writing } = sent
  if (sent.text.trim() === '') return none('pictures')
  if (sent.isSecond && sent.takenFrom === null) return none('second', draft?.state === 'ready' ? editDistance(draft.text, sent.text) : null)
  if (!draft) return none(sent.without)
  if (draft.state !== 'ready' || draft.text === '') return none(emptyBecause(draft.problem))
  const distance = editDistance(draft.text, sent.text)
  if (!writing) return { outcome: 'unwatched', why: null, distance }
  const taken = sent.takenFrom === draft.id
  const shownAt = writing.shown?.draftId === draft.id ? writing.shown.at : null
  const readyAt = draft.finishedAt ?? Number.POSITIVE_INFINITY
  const tooLate = shownAt === null || (writing.beganAt !== null && readyAt > writing.beganAt)
  if (!taken && tooLate) return none('late', distance)
  if (distance === 0) return { outcome: sent.at - Math.max(shownAt ?? sent.at, readyAt) < readingMs(draft.text) ? 'unread' : 'unchanged', why: null, distance }
  return { outcome: distance <= LIGHT ? 'light' : distance <= HEAVY ? 'heavy' : 'refused', why: null, distance }
}
