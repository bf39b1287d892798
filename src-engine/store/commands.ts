import type { ReceivedChange } from '../../src-shared/wire/protocol.ts'
import type { Db } from './db/open.ts'

export interface WaitingCommand {
  id: string
  call: 'status' | 'pauseAutopilot' | 'disposition' | 'snooze' | 'note' | 'markOrder' | 'followUp' | 'changeFollowUp' | 'perform' | 'autopilot.hold'
    | 'review.ask' | 'review.withdraw' | 'ticket.make' | 'ticket.change' | 'ticket.comment'
  params: Record<string, unknown>
}

/** Calls to the gateway that are no replies; kept until acknowledged, sent in order. */
export function createCommandStore(db: Db) {
  return {
    add(command: WaitingCommand): void {
      db.run('INSERT OR IGNORE INTO command (id, call, params) VALUES (?, ?, ?)', command.id, command.call, JSON.stringify(command.params))
    },
    /** Oldest first. */
    all(): WaitingCommand[] {
      return db
        .all<{ id: string; call: WaitingCommand['call']; params: string }>('SELECT id, call, params FROM command ORDER BY position')
        .map((row) => ({ id: row.id, call: row.call, params: JSON.parse(row.params) as Record<string, unknown> }))
    },
    /** Waiting ones of these calls, oldest first. */
    of(...calls: readonly WaitingCommand['call'][]): WaitingCommand[] {
      return db
        .all<{ id: string; call: WaitingCommand['call']; params: string }>(`SELECT id, call, params FROM command WHERE call IN (${calls.map(() => '?').join(', ')}) ORDER BY position`, ...calls)
        .map((row) => ({ id: row.id, call: row.call, params: JSON.parse(row.params) as Record<string, unknown> }))
    },
    /** Forgets waiting commands that a newer wish has overtaken. @param conversationId of status commands */
    dropPending(call: WaitingCommand['call'], conversationId: string | null): void {
      if (conversationId === null) db.run('DELETE FROM command WHERE call = ?', call)
      else db.run("DELETE FROM command WHERE call = ? AND json_extract(params, '$.conversationId') = ?", call, conversationId)
    },
    /** As `dropPending` and `pending`, for what a command is about other than a whole conversation. */
    dropAbout(call: WaitingCommand['call'], field: 'noteId' | 'resolutionId', id: string): void {
      db.run('DELETE FROM command WHERE call = ? AND json_extract(params, ?) = ?', call, `$.${field}`, id)
    },
    about(call: WaitingCommand['call'], field: 'noteId' | 'resolutionId', id: string): boolean {
      return db.get('SELECT 1 FROM command WHERE call = ? AND json_extract(params, ?) = ?', call, `$.${field}`, id) !== undefined
    },
    /**
     * Keeps what the gateway said of the same thing while this waited: our word may have arrived without our knowing, and
     * this be a later one. @param conversationId null: of all calls of this kind
     */
    hear(call: WaitingCommand['call'], conversationId: string | null, change: ReceivedChange): void {
      const heard = JSON.stringify(change)
      if (conversationId === null) db.run("UPDATE command SET params = json_set(params, '$.heard', json(?)) WHERE call = ?", heard, call)
      else db.run("UPDATE command SET params = json_set(params, '$.heard', json(?)) WHERE call = ? AND json_extract(params, '$.conversationId') = ?", heard, call, conversationId)
    },
    /** What `hear` kept last; null when nothing was said, or no such command waits. */
    heard(id: string): ReceivedChange | null {
      const row = db.get<{ heard: string | null }>("SELECT json_extract(params, '$.heard') AS heard FROM command WHERE id = ?", id)
      return row?.heard ? (JSON.parse(row.heard) as ReceivedChange) : null
    },
    /** Is this follow-up, or a change of it, on its way? */
    aboutFollowUp(id: string): boolean {
      return db.get("SELECT 1 FROM command WHERE (call = 'followUp' AND id = ?) OR (call = 'changeFollowUp' AND json_extract(params, '$.followUpId') = ?)", id, id) !== undefined
    },
    /** Does this very call still wait for the line? */
    waits: (id: string): boolean => db.get('SELECT 1 FROM command WHERE id = ?', id) !== undefined,
    remove(id: string): void {
      db.run('DELETE FROM command WHERE id = ?', id)
    },
    /** Is a change of this kind still on its way? Then the gateway's older word does not count yet. */
    pending(call: WaitingCommand['call'], conversationId: string | null): boolean {
      return conversationId === null
        ? db.get('SELECT 1 FROM command WHERE call = ?', call) !== undefined
        : db.get("SELECT 1 FROM command WHERE call = ? AND json_extract(params, '$.conversationId') = ?", call, conversationId) !== undefined
    },
  }
}
export type CommandStore = ReturnType<typeof createCommandStore>
