import { z } from 'zod'
import { FindingOrigin } from './finding-origin.ts'
import { Id } from './message.ts'
import { PROTECTED } from './protects.ts'
import { Millis } from './text.ts'

/** A source of a draft; `n` is the small number shown under it, from 1. */
export const Citation = z.object({
  n: z.number().int().positive(),
  /** `reply`: an approved reply of the shop's own · `incident`: an incident that touches this customer. */
  kind: z.enum(['article', 'order', 'product', 'policy', 'reply', 'incident']),
  id: z.string(),
  title: z.string(),
})
export type Citation = z.infer<typeof Citation>

/** What the guard marks. Offsets are Unicode code points into the draft's text, end exclusive. */
export const Finding = z.object({
  kind: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  expected: z.string().optional(),
  source: z.string().optional(),
  /** The same source in words for a person; absent: it is no record, passage or rule of the shop. */
  origin: FindingOrigin.optional(),
  /** Such words do not leave, and what that keeps from harm; absent: they may. */
  protects: z.enum(PROTECTED).optional(),
})
export type Finding = z.infer<typeof Finding>

/** A suggested reply. It is never sent by itself and never overwrites what the agent typed. */
export const Draft = z.object({
  id: Id,
  conversationId: Id,
  /** Sequence number of the last customer message it answers. */
  basedOnSeq: z.number().int().nonnegative(),
  /** streaming: text grows · ready · failed: see `problem` · none: the drafter has nothing it can source */
  state: z.enum(['streaming', 'ready', 'failed', 'none']),
  text: z.string(),
  /** `local`, or the model's name. */
  by: z.string(),
  /** Version of the prompt or of the templates that made it. */
  promptVersion: z.string(),
  language: z.string(),
  citations: z.array(Citation),
  findings: z.array(Finding),
  /** Code of what went wrong with the endpoint (the text may still be the local drafter's). */
  problem: z.string().nullable(),
  /** Until when the endpoint asked to be left alone (gateway time). */
  problemUntil: Millis.optional(),
  startedAt: Millis,
  finishedAt: Millis.nullable(),
})
export type Draft = z.infer<typeof Draft>
