import { z } from 'zod'
import { Id } from './message.ts'
import { Millis } from './text.ts'

/** A customer may rate, and change their mind, for so long after they were asked, in milliseconds. */
export const RATING_OPEN_MS = 7 * 24 * 3_600_000
/** Longest words with a rating, in UTF-16 code units. */
export const RATING_WORDS_MAX = 500

/** 1 very bad .. 5 very good. */
export const Score = z.number().int().min(1).max(5)
/** From this score on a customer counts as satisfied; up to the other they are to be read by a person. */
export const GOOD_SCORE = 4
export const LOW_SCORE = 2

/** How a customer found it, asked at most once in a conversation. The log holds the last word on each. */
export const Rating = z.object({
  conversationId: Id,
  /** null: asked and not answered. */
  score: Score.nullable(),
  /** The customer's own; untrusted. */
  words: z.string().max(RATING_WORDS_MAX),
  askedAt: Millis,
  /** Until then the customer may answer. */
  until: Millis,
  ratedAt: Millis.nullable(),
  /** Who answered last when they were asked. */
  of: z.object({ kind: z.enum(['agent', 'autopilot']), id: z.string().max(80), name: z.string().max(80) }),
  /** page: in the web chat · message: asked by a message, answered with a digit · platform: the channel asked by itself */
  via: z.enum(['page', 'message', 'platform']),
  /** Counts its states in the log from 1. */
  revision: z.number().int().positive(),
})
export type Rating = z.infer<typeof Rating>

export const isLow = ({ score }: Pick<Rating, 'score'>): boolean => score !== null && score <= LOW_SCORE
