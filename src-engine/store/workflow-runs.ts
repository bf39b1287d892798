import type { Workflow, WorkflowLevel } from '../../src-shared/domain/workflow.ts'
import type { RunState } from '../../src-shared/domain/workflow-run.ts'
import type { Db } from './db/open.ts'

export interface WorkflowRun {
  id: string
  conversationId: string
  open: boolean
  /** By a person of the desk. */
  paused: boolean
  /** What the person who reviews said and the run has not heard yet. */
  reviewed: boolean | null
  /** The last customer message that it listened to. */
  heardSeq: number
  startedAt: number
  level: WorkflowLevel
  /** As it began, sub-flows in their place. */
  flow: Workflow
  state: RunState
}

/** What a run wanted of the world outside. `effectId` was made before the first try. `outcome` null: nobody knows yet. */
export interface WorkflowStep { runId: string; n: number; node: string; kind: 'say' | 'act'; effectId: string; body: string; outcome: string | null; at: number }

interface Row { id: string; conversation_id: string; open: number; paused: number; reviewed: number | null; heard_seq: number; started_at: number; level: WorkflowLevel; flow: string; state: string }
interface StepRow { run_id: string; n: number; node: string; kind: 'say' | 'act'; effect_id: string; body: string; outcome: string | null; at: number }

const run = (row: Row): WorkflowRun => ({
  id: row.id, conversationId: row.conversation_id, open: row.open === 1, paused: row.paused === 1, reviewed: row.reviewed === null ? null : row.reviewed === 1, heardSeq: row.heard_seq, startedAt: row.started_at, level: row.level,
  flow: JSON.parse(row.flow) as Workflow, state: JSON.parse(row.state) as RunState,
})
const step = (row: StepRow): WorkflowStep => ({ runId: row.run_id, n: row.n, node: row.node, kind: row.kind, effectId: row.effect_id, body: row.body, outcome: row.outcome, at: row.at })

/** Runs of workflows, with every step they took. Recovery after a crash: an open run goes on from its last step. */
export function createWorkflowRunStore(db: Db) {
  return {
    save(one: WorkflowRun): void {
      db.run(
        `INSERT INTO workflow_run (id, conversation_id, open, paused, reviewed, heard_seq, started_at, level, flow, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET open = excluded.open, paused = excluded.paused, reviewed = excluded.reviewed, heard_seq = excluded.heard_seq, state = excluded.state`,
        one.id, one.conversationId, one.open ? 1 : 0, one.paused ? 1 : 0, one.reviewed === null ? null : one.reviewed ? 1 : 0, one.heardSeq, one.startedAt, one.level, JSON.stringify(one.flow), JSON.stringify(one.state),
      )
    },
    get(id: string): WorkflowRun | null {
      const row = db.get<Row>('SELECT * FROM workflow_run WHERE id = ?', id)
      return row ? run(row) : null
    },
    /** The newest of a conversation. */
    latest(conversationId: string): WorkflowRun | null {
      const row = db.get<Row>('SELECT * FROM workflow_run WHERE conversation_id = ? ORDER BY started_at DESC, id DESC LIMIT 1', conversationId)
      return row ? run(row) : null
    },
    /** Ids of those that have not ended, oldest first. */
    open(): string[] {
      return db.all<{ id: string }>('SELECT id FROM workflow_run WHERE open = 1 ORDER BY started_at').map((row) => row.id)
    },
    /** When the next wait ends, or null. */
    nextDue(): number | null {
      return db.get<{ at: number | null }>("SELECT min(json_extract(state, '$.dueAt')) AS at FROM workflow_run WHERE open = 1 AND paused = 0")?.at ?? null
    },
    addStep(one: WorkflowStep): void {
      db.run('INSERT INTO workflow_step (run_id, n, node, kind, effect_id, body, outcome, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', one.runId, one.n, one.node, one.kind, one.effectId, one.body, one.outcome, one.at)
    },
    lastStep(runId: string): WorkflowStep | null {
      const row = db.get<StepRow>('SELECT * FROM workflow_step WHERE run_id = ? ORDER BY n DESC LIMIT 1', runId)
      return row ? step(row) : null
    },
    steps(runId: string): WorkflowStep[] {
      return db.all<StepRow>('SELECT * FROM workflow_step WHERE run_id = ? ORDER BY n', runId).map(step)
    },
    ofEffect(effectId: string): WorkflowStep | null {
      const row = db.get<StepRow>('SELECT * FROM workflow_step WHERE effect_id = ?', effectId)
      return row ? step(row) : null
    },
    settle(runId: string, n: number, outcome: string): void {
      db.run('UPDATE workflow_step SET outcome = ? WHERE run_id = ? AND n = ?', outcome, runId, n)
    },
  }
}
export type WorkflowRunStore = ReturnType<typeof createWorkflowRunStore>
