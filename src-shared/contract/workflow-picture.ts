import { z } from 'zod'
import { ACTION_KINDS, type ActionKind } from '../domain/commerce.ts'
import { LocalText } from '../domain/text.ts'
import { TOPICS } from '../domain/triage.ts'
import { LookUpKind } from '../domain/workflow.ts'
import { QuestionType } from '../domain/workflow-value.ts'

const Slug = z.string().max(60)

/** A value that an action takes. `types`: kinds of value that fit. `among`: the only words that may be written there, []: any. */
export const StepArgument = z.object({ name: z.string(), types: z.array(z.string()), optional: z.boolean(), among: z.array(z.string()) })
export type StepArgument = z.infer<typeof StepArgument>

/** A value that is known at a step, as a path (`order`, `parcel.carrier`), and of which kind it is. */
export const KnownValue = z.object({ path: z.string(), type: z.string() })
export type KnownValue = z.infer<typeof KnownValue>

/** A step that a line may not lead to, and why. `node`: the step that would not work then, often the same one. */
export const RefusedLine = z.object({ to: z.string(), node: z.string().nullable(), say: LocalText })
export type RefusedLine = z.infer<typeof RefusedLine>

/** What the picture of a workflow is drawn with. A draft may be unfinished: its empty words count as written. */
export const PICTURE_CALLS = {
  /** What steps can be made of. */
  'workflow.parts': {
    params: z.object({}),
    result: z.object({
      actions: z.array(z.object({ kind: z.enum(ACTION_KINDS as [ActionKind, ...ActionKind[]]), args: z.array(StepArgument) })), topics: z.array(z.enum(TOPICS)), collects: z.array(QuestionType),
      /** `item`: it looks up something of one item. */
      lookUps: z.array(z.object({ what: LookUpKind, item: z.boolean() })),
    }),
  },
  /** What is known when each step is reached, by step. A step that nothing leads to is not among them. */
  'workflow.known': { params: z.object({ workflow: z.unknown() }), result: z.object({ known: z.record(z.string(), z.array(KnownValue)) }) },
  /** The steps that a way out may not be led to, as the check sees it. */
  'workflow.refusals': { params: z.object({ workflow: z.unknown(), from: Slug, port: Slug }), result: z.object({ refused: z.array(RefusedLine) }) },
} as const
