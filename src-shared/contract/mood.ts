import { z } from 'zod'
import { Id } from '../domain/message.ts'
import { Millis } from '../domain/text.ts'
import { EMOTIONS } from '../domain/triage.ts'

const unit = z.number().min(0).max(1)

/** How the customer stood after one of their messages. */
export const MoodPoint = z.object({
  messageId: Id, seq: z.number().int(), at: Millis,
  /** The curve: 0 content, 1 lost. */
  dissatisfaction: unit,
  /** How angry the customer was then, what was carried from before included. */
  anger: unit,
  /** How likely it was then that this ends badly without a person. */
  escalation: unit,
  /** As on the chip: 0 calm, 1 uneasy, 2 unhappy, 3 angry. */
  level: z.number().int().min(0).max(3),
  emotion: z.enum(EMOTIONS),
  /** Evidence codes that moved the curve, each once (`history.*`, `anger.*`, `emotion.*`, `threat.*`, `mark.*`, `wait.*`); the places stand in the verdict. */
  why: z.array(z.string()),
})
export type MoodPoint = z.infer<typeof MoodPoint>

/** A reply of our side, a tick under the curve. */
export const MoodReply = z.object({ messageId: Id, seq: z.number().int(), at: Millis, by: z.enum(['agent', 'autopilot']) })

/** A conversation's mood, oldest first. `more`: there are older messages than those looked at. */
export const Mood = z.object({ points: z.array(MoodPoint), replies: z.array(MoodReply), more: z.boolean() })
export type Mood = z.infer<typeof Mood>

export const MOOD_CALLS = {
  /** The curve over the newest messages of a conversation; asked again when its thread gets a message. */
  'conversation.mood': { params: z.object({ conversationId: Id }), result: Mood },
} as const
