import type { Workflow, WorkflowLevel } from '../../src-shared/domain/workflow.ts'
import type { Db } from './db/open.ts'

export interface SavedVersion { version: number; savedAt: number; savedBy: string }

/** Workflows as the shop changed or brought them in. A version never changes; restoring one saves it anew. */
export function createWorkflowStore(db: Db) {
  const parse = (row: { body: string } | undefined): Workflow | null => (row ? (JSON.parse(row.body) as Workflow) : null)
  return {
    /** The log's word stands: what this desk has under the same number, from a time when versions were not shared, gives way. */
    save(workflow: Workflow, savedAt: number, savedBy: string): void {
      db.run(`INSERT INTO workflow (id, version, saved_at, saved_by, body) VALUES (?, ?, ?, ?, ?)
              ON CONFLICT (id, version) DO UPDATE SET saved_at = excluded.saved_at, saved_by = excluded.saved_by, body = excluded.body`, workflow.id, workflow.version, savedAt, savedBy, JSON.stringify(workflow))
    },
    /** The one in use; null: nothing was saved under this id. */
    latest(id: string): Workflow | null {
      return parse(db.get('SELECT body FROM workflow WHERE id = ? ORDER BY version DESC LIMIT 1', id))
    },
    get(id: string, version: number): Workflow | null {
      return parse(db.get('SELECT body FROM workflow WHERE id = ? AND version = ?', id, version))
    },
    ids(): string[] {
      return db.all<{ id: string }>('SELECT DISTINCT id FROM workflow ORDER BY id').map((row) => row.id)
    },
    /** Newest first. */
    versions(id: string): SavedVersion[] {
      return db.all<{ version: number; saved_at: number; saved_by: string }>('SELECT version, saved_at, saved_by FROM workflow WHERE id = ? ORDER BY version DESC', id)
        .map((row) => ({ version: row.version, savedAt: row.saved_at, savedBy: row.saved_by }))
    },
    /** Off, until somebody says otherwise. */
    level(id: string): WorkflowLevel {
      return db.get<{ level: WorkflowLevel }>('SELECT level FROM workflow_level WHERE id = ?', id)?.level ?? 'off'
    },
    setLevel(id: string, level: WorkflowLevel): void {
      db.run('INSERT INTO workflow_level (id, level) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET level = excluded.level', id, level)
    },
    /** The log is another shop's: its workflows come anew. Runs keep the workflow they began with. */
    forgetLog(): void {
      db.exec('DELETE FROM workflow')
      db.exec('DELETE FROM workflow_level')
    },
  }
}
export type WorkflowStore = ReturnType<typeof createWorkflowStore>
