import { z } from 'zod'
import { Id } from '../domain/message.ts'
import { LocalText, Millis } from '../domain/text.ts'
import { Workflow, WorkflowLevel } from '../domain/workflow.ts'
import { Problem } from '../domain/workflow-problem.ts'
import { RunView } from '../domain/workflow-run.ts'
import { PICTURE_CALLS } from './workflow-picture.ts'

const Nothing = z.object({})
const Slug = z.string().max(60)

/** A workflow in the list. `own`: it was changed or brought in on this desk. */
export const WorkflowLine = z.object({ id: z.string(), name: LocalText, about: LocalText, version: z.number().int(), level: WorkflowLevel, topics: z.array(z.string()), own: z.boolean() })
export type WorkflowLine = z.infer<typeof WorkflowLine>

/** What the window may ask about workflows. They lie on this desk; a workflow that comes from the window is checked whole before it is taken. */
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
  /** Saves it as a new version. Refused: `workflow-problems`. */
  'workflow.save': { params: z.object({ workflow: z.unknown() }), result: z.object({ workflow: Workflow }) },
  /** Reads the text of a file without keeping anything. */
  'workflow.read': { params: z.object({ text: z.string().max(1_000_000) }), result: z.object({ workflow: Workflow.nullable(), problems: z.array(Problem) }) },
  /** Saves an earlier version anew. Refused: `not-found`. */
  'workflow.restore': { params: z.object({ id: Slug, version: z.number().int().positive() }), result: z.object({ workflow: Workflow }) },
  /** How far it may go from the next conversation on. Refused: `not-found`. */
  'workflow.setLevel': { params: z.object({ id: Slug, level: WorkflowLevel }), result: Nothing },
  /** The newest run of a conversation; null: none. */
  'workflow.run': { params: z.object({ conversationId: Id }), result: z.object({ run: RunView.nullable() }) },
  /** Holds a run, lets it go on, takes it over, or says yes or no where it waits for a review. Refused: `not-found`. */
  'workflow.control': { params: z.object({ runId: Id, wish: z.enum(['hold', 'resume', 'take-over', 'approve', 'decline']) }), result: Nothing },
} as const
export type WorkflowCalls = typeof WORKFLOW_CALLS
