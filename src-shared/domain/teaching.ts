import { z } from 'zod'
import { Id } from './message.ts'
import { Millis } from './text.ts'
import { ACTS, EMOTIONS, MARKS, TOPICS } from './triage.ts'

/** What can be corrected of a message. `own`: the topics that this shop taught by a table of examples. */
export const LAYERS = ['topic', 'own', 'act', 'mark', 'emotion'] as const
export const Layer = z.enum(LAYERS)
export type Layer = z.infer<typeof Layer>

/** Longest name of an own topic, in UTF-16 code units. */
export const OWN_TOPIC_MAX = 60

const CLOSED: Readonly<Record<Exclude<Layer, 'own'>, readonly string[]>> = { topic: TOPICS, act: ACTS, mark: MARKS, emotion: EMOTIONS }
const fits = (layer: Layer, label: string | null): boolean => label === null || layer === 'own' || CLOSED[layer].includes(label)

const Labels = z.object({
  layer: Layer,
  /** The label that is not so; null: nothing that was said is wrong, one is missing. */
  wrong: z.string().min(1).max(OWN_TOPIC_MAX).nullable(),
  /** The label that is so; null: the wrong one just goes. An emotion has always one. */
  right: z.string().min(1).max(OWN_TOPIC_MAX).nullable(),
})

/** What a person says of one message: this label is wrong, that one is right. */
export const Told = Labels.refine(({ layer, wrong, right }) => wrong !== right && fits(layer, wrong) && fits(layer, right) && (layer !== 'emotion' || right !== null))
export type Told = z.infer<typeof Labels>

/** Why a lesson was noted and not learned: what would have been taken wrongly afterwards. */
export const Refusal = z.object({
  /** `guard`: messages that every desk must understand; `earlier`: what a person taught before; `no-words`: there are no words to learn from. */
  of: z.enum(['guard', 'earlier', 'no-words']),
  /** How many of them. */
  count: z.number().int().positive(),
  layer: Layer,
  /** The label that the first of them would have lost or wrongly got. */
  label: z.string(),
  /** Its words. */
  example: z.string(),
})
export type Refusal = z.infer<typeof Refusal>

/**
 * `new`: not looked at yet · `learned` · `weaker`: learned with a smaller step, because a larger one would have broken what
 * worked · `refused`: the message keeps the person's label, nothing else changed.
 */
export const LessonState = z.enum(['new', 'learned', 'weaker', 'refused'])
export type LessonState = z.infer<typeof LessonState>

/** A correction and what became of it. */
export const Lesson = Labels.extend({
  id: Id,
  conversationId: Id,
  messageId: Id,
  /** The customer's words; untrusted. */
  text: z.string(),
  /** Name of the person. */
  by: z.string(),
  at: Millis,
  state: LessonState,
  refusal: Refusal.nullable(),
})
export type Lesson = z.infer<typeof Lesson>
