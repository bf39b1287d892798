import type { CheckCard } from '../../../src-shared/contract/understanding.ts'
import type { Named } from '../teach/choices.ts'

/** What was said of the message on the screen, and not sent yet. */
export interface Said {
  /** Made when it was said: sent twice it is one correction. */
  id: string
  choice: Named
}

/** A round of checking: messages drawn by chance, one after the other. */
export interface Round {
  cards: readonly CheckCard[]
  /** The one on the screen; as many as there are cards: all are done. */
  at: number
  said: readonly Said[]
}

export const begin = (cards: readonly CheckCard[]): Round => ({ cards, at: 0, said: [] })

export const cardOf = ({ cards, at }: Round): CheckCard | undefined => cards[at]

/** The same thing said twice is said once, and of two moods the later one holds. */
export function say(round: Round, one: Said): Round {
  const { choice } = one
  const rest = round.said.filter((other) => other.choice.id !== choice.id && !(choice.layer === 'emotion' && other.choice.layer === 'emotion'))
  return { ...round, said: [...rest, one] }
}

export const unsay = (round: Round): Round => ({ ...round, said: round.said.slice(0, -1) })

export const next = (round: Round): Round => ({ ...round, at: Math.min(round.cards.length, round.at + 1), said: [] })

/** The one before, to be looked at again; null: this is the first. */
export const before = (round: Round): Round | null => (round.at === 0 ? null : { ...round, at: round.at - 1, said: [] })

/** What a key does while no words are typed; `type`: it begins to. */
export type RoundKey = 'right' | 'unsure' | 'back' | 'type' | null

/** @param key as the browser names it; a key of an input method begins to type */
export function keyOf(key: string): RoundKey {
  if (key === 'Enter') return 'right'
  if (key === 'u' || key === 'U') return 'unsure'
  if (key === 'Backspace') return 'back'
  return key === 'Process' || [...key].length === 1 ? 'type' : null
}
