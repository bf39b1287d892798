import type { AuditEntry } from '../../../../src-shared/domain/audit.ts'

/** Saves the record as JSONL, a line each; where to, the person is asked. */
export function saveRecord(entries: readonly AuditEntry[]): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(entries.map((entry) => `${JSON.stringify(entry)}\n`), { type: 'application/jsonl' }))
  link.download = 'deskmate-activity.jsonl'
  link.click()
}
