import type { Entity } from '../../../../src-shared/domain/triage.ts'

export type EntityType = Entity['type']

/** Why one reading of a place is believed over another: its form, its check digit, our question before it, the words beside it. */
export const STRENGTH = { shape: 1, checked: 2, asked: 3, named: 4 } as const
export type Strength = (typeof STRENGTH)[keyof typeof STRENGTH]

/** One reading of a place; `from` and `to` are units of the normalised text. */
export interface Candidate {
  readonly type: EntityType
  readonly from: number
  readonly to: number
  readonly value: string
  readonly strength: Strength
  /** Carrier code of a tracking number whose form or neighbour names the carrier. */
  readonly carrier?: string
}

/** A message as the finders see it. */
export interface Reading {
  /** Normalised: NFKC, lower case, simplified. */
  readonly text: string
  /** The raw text of a place with NFKC applied and the customer's capitals kept. */
  readonly raw: (from: number, to: number) => string
  /** Epoch milliseconds of the message. */
  readonly at: number
  /** ISO 639-1. */
  readonly language: string
  /** The customer's offset from UTC in minutes. */
  readonly offsetMinutes: number
  /** Our side's latest line in lower case, empty when none. */
  readonly asked: string
  readonly hasDigit: boolean
  readonly hasHan: boolean
  readonly hasLatin: boolean
  /** A digit or a Chinese numeral. */
  readonly hasNumber: boolean
}

export type Add = (candidate: Candidate) => void
/** A finder proposes; places that two finders want are settled afterwards. */
export type Finder = (reading: Reading, add: Add) => void

/** Visits every match of a global expression without copying it; `visit` must not use the same expression. */
export function each(pattern: RegExp, text: string, visit: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex++
    else visit(match)
  }
}

/** The `most` units before a place. */
export const before = (text: string, from: number, most = 20): string => text.slice(Math.max(0, from - most), from)
/** The `most` units after a place. */
export const after = (text: string, to: number, most = 20): string => text.slice(to, to + most)

/**
 * One reading for each place: the longest, then the strongest, then the first.
 * @returns in reading order, never overlapping
 */
export function settle(candidates: readonly Candidate[]): Candidate[] {
  const ranked = [...candidates].sort((a, b) =>
    Number(b.type === 'sensitive') - Number(a.type === 'sensitive') || (b.to - b.from) - (a.to - a.from) || b.strength - a.strength || a.from - b.from)
  const kept: Candidate[] = []
  for (const one of ranked) if (!kept.some((other) => other.from < one.to && one.from < other.to)) kept.push(one)
  return kept.sort((a, b) => a.from - b.from)
}
