import type { Db } from './db/open.ts'

/** Small things by name; values are JSON. */
export function createSettingsStore(db: Db) {
  return {
    read<T>(name: string, fallback: T): T {
      const row = db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)
      return row ? (JSON.parse(row.value) as T) : fallback
    },
    write(name: string, value: unknown): void {
      db.run('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, JSON.stringify(value))
    },
  }
}
export type SettingsStore = ReturnType<typeof createSettingsStore>
