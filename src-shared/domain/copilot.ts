import { z } from 'zod'
import { Finding } from './draft.ts'
import { Id } from './message.ts'
import { LocalText, Millis } from './text.ts'

/** A stretch of a text: code points, end excluded. */
export const TextSpan = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
export type TextSpan = z.infer<typeof TextSpan>

/**
 * What an answer stands on; `n` is the number in square brackets in its text. `id`: of the article, the order's number, the
 * conversation of a case or of a message, the customer.
 */
export const CopilotSource = z.object({
  n: z.number().int().positive(),
  kind: z.enum(['article', 'order', 'customer', 'history', 'case']),
  id: z.string(),
  title: LocalText,
  /** The words that answer, as far as they are quoted; other customers' data hidden. */
  text: z.string(),
  /** For the shop's people alone: never to be told to a customer. */
  internal: z.boolean(),
  /** The message in its conversation, where one is meant. */
  messageId: Id.nullable(),
})
export type CopilotSource = z.infer<typeof CopilotSource>

/** A passage as it stands, with the sentence that answers marked. `n`: its source. */
export const Extract = z.object({ n: z.number().int().positive(), text: z.string(), spans: z.array(TextSpan) })
export type Extract = z.infer<typeof Extract>

/** A question of the agent and its answer. */
export const CopilotTurn = z.object({
  id: Id,
  conversationId: Id,
  question: z.string(),
  /** streaming: the text grows · ready · stopped: by the person · none: nothing here answers it */
  state: z.enum(['streaming', 'ready', 'stopped', 'none']),
  /** `local`: read from records and quoted; else the model's name. */
  by: z.string(),
  promptVersion: z.string(),
  /** Lines with the numbers of their sources in square brackets. Of a local answer only what records say. */
  text: z.string(),
  extracts: z.array(Extract),
  sources: z.array(CopilotSource),
  /** The guard's, as code points of `text`. */
  findings: z.array(Finding),
  /** Why the endpoint did not answer, where it was asked; null otherwise. */
  problem: z.string().nullable(),
  askedAt: Millis,
  finishedAt: Millis.nullable(),
})
export type CopilotTurn = z.infer<typeof CopilotTurn>
