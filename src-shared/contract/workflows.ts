import { z } from 'zod'
import { ACTION_KINDS, type ActionKind } from '../domain/commerce.ts'
import { Id } from '../domain/message.ts'
import { AutonomyLevel } from '../domain/policy.ts'
import { LocalText, Millis } from '../domain/text.ts'
import { Workflow, WorkflowLevel } from '../domain/workflow.ts'
import { Problem } from '../domain/workflow-problem.ts'
import { RunView } from '../domain/workflow-run.ts'
import { PICTURE_CALLS } from './workflow-picture.ts'

const Nothing = z.object({})
const Slug = z.string().max(60)

/**
 * An action that the policy lets no workflow do without a person: it has no row · its row stands on this level · so does that of the
 * workflow's topic · the topic's row does not list it.
 */
export const WorkflowStop = z.object({ action: z.enum(ACTION_KINDS as [ActionKind, ...ActionKind[]]), why: z.enum(['no-row', 'level', 'topic-level', 'not-listed']), topic: z.string().nullable(), level: AutonomyLevel.nullable() })
export type WorkflowStop = z.infer<typeof WorkflowStop>

/** A workflow in the list. `own`: the shop changed it or brought it in. */
export const WorkflowLine = z.object({ id: z.string(), name: LocalText, about: LocalText, version: z.number().int(), level: WorkflowLevel, topics: z.array(z.string()), own: z.boolean(), stops: z.array(WorkflowStop) })
export type WorkflowLine = z.infer<typeof WorkflowLine>

/** What the window may ask about workflows. The shop shares them; a workflow that comes from the window is checked whole before it is taken. */
export const WORKFLOW_CALLS = {
  ...PICTURE_CALLS,
  /** The shipped ones first. */
  'workflow.list': { params: Nothing, result: z.object({ workflows: z.array(WorkflowLine) }) },
  /** Versions newest first; the shipped one has neither time nor name. `workflow` null: there is none under this id. */
  'workflow.get': {
    params: z.object({ id: Slug }),
    result: z.object({ workflow: Workflow.nullable(), level: WorkflowLevel, versions: z.array(z.object({ version: z.number().int(), savedAt: Millis.nullable(), savedBy: z.string() })) }),
  },
  /** What keeps it from being saved; []: nothing does. */
  'workflow.check': { params: z.object({ workflow: z.unknown() }), result: z.object({ problems: z.array(Problem) }) },
  /**
   * Saves it as a new version, for all desks. `basedOn`: the version that it was made from; null: on top of whichever is there. Refused:
   * `workflow-problems`, `workflow-conflict` (a newer version was saved meanwhile), `workflow-offline`, `not-permitted`.
   */
  'workflow.save': { params: z.object({ workflow: z.unknown(), basedOn: z.number().int().positive().nullable() }), result: z.object({ workflow: Workflow }) },
  /** Reads the text of a file without keeping anything. */
  'workflow.read': { params: z.object({ text: z.string().max(1_000_000) }), result: z.object({ workflow: Workflow.nullable(), problems: z.array(Problem) }) },
  /** Saves an earlier version anew. Refused: `not-found`, and as saving is. */
  'workflow.restore': { params: z.object({ id: Slug, version: z.number().int().positive() }), result: z.object({ workflow: Workflow }) },
  /** How far it may go on all desks from the next conversation on. Refused: `not-found`, `workflow-offline`, `not-permitted`. */
  'workflow.setLevel': { params: z.object({ id: Slug, level: WorkflowLevel }), result: Nothing },
  /** The newest run of a conversation; null: none. */
  'workflow.run': { params: z.object({ conversationId: Id }), result: z.object({ run: RunView.nullable() }) },
  /** Holds a run, lets it go on, takes it over, or says yes or no where it waits for a review. Refused: `not-found`. */
  'workflow.control': { params: z.object({ runId: Id, wish: z.enum(['hold', 'resume', 'take-over', 'approve', 'decline']) }), result: Nothing },
} as const
export type WorkflowCalls = typeof WORKFLOW_CALLS
