import { z } from 'zod'
import { Id } from '../domain/message.ts'
import { Lesson, Told } from '../domain/teaching.ts'
import { Millis } from '../domain/text.ts'

/** Largest table of examples, in bytes. */
export const EXAMPLES_MAX_BYTES = 8 * 1024 * 1024

/** What triage and a person say of the same message, layer by layer. */
export const Labels = z.object({ topics: z.array(z.string()), own: z.array(z.string()), acts: z.array(z.string()), marks: z.array(z.string()), emotion: z.string() })
export type Labels = z.infer<typeof Labels>

/** A corrected message as a case to measure triage by. */
export const LabelledMessage = z.object({
  messageId: Id, at: Millis, text: z.string(),
  /** The turns before it that this desk still has, oldest first, at most 20. */
  history: z.array(z.object({ role: z.enum(['customer', 'agent', 'autopilot']), text: z.string(), at: Millis })),
  /** Before any person's word. */
  told: Labels,
  expected: Labels,
})
export type LabelledMessage = z.infer<typeof LabelledMessage>

const Share = z.number().min(0).max(1)

/** How well a shop's own topics are told apart, each example judged by a model that had not seen it. */
export const OwnTopicsReport = z.object({
  examples: z.number().int(),
  /** Share of the examples told right. */
  right: Share,
  /** `mixedWith`: the topic (null: none) that its wrong examples are most often taken for. */
  topics: z.array(z.object({ label: z.string(), examples: z.number().int(), right: Share, mixedWith: z.string().nullable() })),
  /** Topics with a single example: nothing can be learned of them. */
  leftOut: z.array(z.string()),
})
export type OwnTopicsReport = z.infer<typeof OwnTopicsReport>

/** The shop's own topics in use. `broken`: what was stored cannot be read; messages have no own topics until they are taught again. */
export const OwnTopics = z.object({ fileName: z.string(), usedSince: Millis, report: OwnTopicsReport, broken: z.boolean() })
export type OwnTopics = z.infer<typeof OwnTopics>

export const OwnTopicsPreview = z.object({
  /** Names what was learned, for `topics.use`; only the newest is kept, and only while the desk runs. */
  token: Id,
  report: OwnTopicsReport,
  /** Lines of the file that were not taken, from 1. */
  problems: z.array(z.object({ line: z.number().int(), reason: z.enum(['no-text', 'too-long', 'quotes']) })),
  /** The newest customer messages with the topic each would have; null: none of them. */
  sample: z.array(z.object({ text: z.string(), label: z.string().nullable() })),
})
export type OwnTopicsPreview = z.infer<typeof OwnTopicsPreview>

/** What the window may ask about correcting and teaching. */
export const TEACHING_CALLS = {
  /** A person says what a customer's message is. `id` made by the window: sent twice it is one correction. Refused `not-found`. */
  'teaching.correct': { params: z.object({ id: Id, conversationId: Id, messageId: Id, told: Told }), result: z.object({}) },
  /** Takes a correction back: the message is told as before, and what was learned is learned again without it. */
  'teaching.takeBack': { params: z.object({ id: Id }), result: z.object({}) },
  /** Newest first. */
  'teaching.lessons': { params: z.object({ limit: z.number().int().min(1).max(1000) }), result: z.object({ lessons: z.array(Lesson), total: z.number().int() }) },
  /** The corrected messages as labelled history. */
  'understanding.labels': { params: z.object({}), result: z.object({ messages: z.array(LabelledMessage) }) },
  'topics.get': { params: z.object({}), result: z.object({ topics: OwnTopics.nullable() }) },
  /** Learns from a table of examples and says how well; nothing is used yet. Refused `import-unreadable`, `import-too-large`, `examples-columns`, `examples-few`. */
  'topics.learn': {
    params: z.object({ fileName: z.string().max(300), bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= EXAMPLES_MAX_BYTES) }),
    result: OwnTopicsPreview,
  },
  /** Takes what was learned into use, in place of what was there. Refused `topics-forgotten`. */
  'topics.use': { params: z.object({ token: Id }), result: z.object({}) },
  'topics.remove': { params: z.object({}), result: z.object({}) },
  /** The examples as CSV, which can be taught again. */
  'topics.export': { params: z.object({}), result: z.object({ csv: z.string() }) },
} as const
export type TeachingCalls = typeof TEACHING_CALLS

