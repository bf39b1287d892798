import { z } from 'zod'
import { ACTION_KINDS, type ActionKind } from './commerce.ts'
import { LocalText, Millis } from './text.ts'
import { TOPICS } from './triage.ts'
import { WORKFLOW_LEVELS } from './workflow-level.ts'
import { QuestionType, ValueName, ValuePath } from './workflow-value.ts'

/** Names a node or a workflow: letters of the small Latin alphabet, digits, dashes. */
const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
/** What a customer reads. `{name}` and `{name.field}` are gaps that values fill. */
const Words = z.object({ zh: z.string().trim().min(1).max(600), en: z.string().trim().min(1).max(600) })
const Minutes = z.number().int().min(1).max(7 * 24 * 60)

/** Where a value of an action comes from: what the run knows, or a word or a figure written here. */
export const Binding = z.discriminatedUnion('from', [
  z.object({ from: z.literal('value'), path: ValuePath }),
  z.object({ from: z.literal('fixed'), value: z.union([z.string().trim().min(1).max(300), z.number()]) }),
])
export type Binding = z.infer<typeof Binding>

/** One thing that is asked of a value; amounts are compared in minor units. `known`: it was found out at all. */
export const Test = z.object({ value: ValuePath, is: z.enum(['known', 'one-of', 'none-of', 'at-most', 'at-least']), to: z.array(z.union([z.string(), z.number(), z.boolean()])).max(20) })
export type Test = z.infer<typeof Test>

/** What may be looked up, in the records that this desk holds of a verified customer. `domain/workflow/look-up.ts` says what each gives. */
export const LookUpKind = z.enum(['order', 'parcel', 'delivery', 'after-sale', 'paid', 'price'])
export type LookUpKind = z.infer<typeof LookUpKind>

/** `at`: where it stands in the picture, in pixels. */
const base = { id: Slug, at: z.object({ x: z.number(), y: z.number() }), title: LocalText.optional() }
const node = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.object({ ...base, type: z.literal(type), ...shape })

/**
 * One step of a workflow. Its ports are named in `portsOf`.
 * `question` asks until it is answered: after two rounds without an answer the case goes to a person. What is known already
 * is never asked. `review` waits for a person of this desk. `sub-flow` runs another workflow in its place.
 */
export const WorkflowNode = z.discriminatedUnion('type', [
  /**
   * Where it begins. `also`: topics of the same matter, in which the customer does not change the subject. `channels`: []: any ·
   * `caseKinds`: only where the customer has an after-sale case of one of these that is not over; []: with or without.
   */
  node('trigger', { topics: z.array(z.enum(TOPICS)).min(1), also: z.array(z.enum(TOPICS)), channels: z.array(z.string()), caseKinds: z.array(z.string()) }),
  node('condition', { all: z.array(Test).min(1).max(6) }),
  node('branch', { value: ValuePath, cases: z.array(z.object({ port: Slug, is: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1) })).min(1).max(8) }),
  node('look-up', { what: LookUpKind, order: ValuePath, item: ValuePath.optional(), as: ValueName }),
  node('message', { text: Words }),
  node('question', {
    text: Words, again: Words, collects: z.object({ name: ValueName, type: QuestionType, /** The order that an item is of, or the item that a variant is of. */ of: ValuePath.optional() }),
    /** Choices of a `choice`, with the words that mean each. */
    choices: z.array(z.object({ value: Slug, words: z.array(z.string().trim().min(1).max(40)).min(1).max(12), title: LocalText })).max(8).optional(),
    /** Least length of a text, least and most of an amount in minor units. */
    least: z.number().nonnegative().optional(), most: z.number().nonnegative().optional(),
    waitMinutes: Minutes,
  }),
  node('action', { action: z.enum(ACTION_KINDS as [ActionKind, ...ActionKind[]]), args: z.record(z.string(), Binding) }),
  node('sub-flow', { workflow: Slug }),
  node('wait', { minutes: Minutes }),
  node('review', { note: LocalText }),
  node('hand-over', { reason: LocalText }),
  node('end', {}),
])
export type WorkflowNode = z.infer<typeof WorkflowNode>
export type NodeType = WorkflowNode['type']
export type NodeOf<T extends NodeType> = Extract<WorkflowNode, { type: T }>

/** From a port of a node to another node. A port has one edge. */
export const WorkflowEdge = z.object({ from: Slug, port: Slug, to: Slug })
export type WorkflowEdge = z.infer<typeof WorkflowEdge>

/** How a routine case is settled, as data: drawn, checked (`domain/workflow/check.ts`) and run (`domain/workflow/step.ts`). */
export const Workflow = z.object({
  id: Slug,
  /** Counts up with each saved change; 1 is what was shipped or brought in. */
  version: z.number().int().positive(),
  name: Words,
  about: LocalText,
  nodes: z.array(WorkflowNode).min(1).max(80),
  edges: z.array(WorkflowEdge).max(200),
})
export type Workflow = z.infer<typeof Workflow>

/** How far a workflow may go by itself: not at all, its words after an undo window, or at once. */
export const WorkflowLevel = z.enum(WORKFLOW_LEVELS)
export type WorkflowLevel = z.infer<typeof WorkflowLevel>

/** A version that the shop saved. It never changes. */
export const WorkflowVersion = z.object({
  workflow: Workflow,
  /** Seat that saved it. */
  by: z.string().max(64),
  name: z.string().max(80),
  at: Millis,
})
export type WorkflowVersion = z.infer<typeof WorkflowVersion>

/** How far a workflow may go on every desk, and which version of it is in use. */
export const WorkflowUse = z.object({ id: Slug, version: z.number().int().positive(), level: WorkflowLevel, by: z.string().max(64), name: z.string().max(80), at: Millis })
export type WorkflowUse = z.infer<typeof WorkflowUse>

export { portsOf, type Port } from './workflow-ports.ts'

/** Where it begins; null: it has no beginning and cannot be saved. */
export const triggerOf = (workflow: Workflow): NodeOf<'trigger'> | null => workflow.nodes.find((one) => one.type === 'trigger') ?? null
export const nodeOf = (workflow: Workflow, id: string): WorkflowNode | null => workflow.nodes.find((one) => one.id === id) ?? null
/** Where a port leads to; null: nowhere. */
export const leadsTo = (workflow: Workflow, from: string, name: string): string | null => workflow.edges.find((edge) => edge.from === from && edge.port === name)?.to ?? null
