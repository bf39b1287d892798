import type { Db } from './db/open.ts'

/** Small things by name; values are JSON. */
export function createSettingsStore(db: Db) {
  return {
    /** @param whenDamaged what a value that is no JSON counts as: one bad row must not keep the desk from starting */
    read<T>(name: string, fallback: T, whenDamaged: T = fallback): T {
      const row = db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)
      if (!row) return fallback
      try {
        return JSON.parse(row.value) as T
      } catch {
        return whenDamaged
      }
    },
    write(name: string, value: unknown): void {
      db.run('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, JSON.stringify(value))
    },
  }
}
export type SettingsStore = ReturnType<typeof createSettingsStore>
