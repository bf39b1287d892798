import type { Db } from './db/open.ts'

/** Small things by name; values are JSON. */
export function createSettingsStore(db: Db) {
  const made = new Map<string, { text: string | undefined; make: unknown; value: unknown }>()
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
    /**
     * What `make` makes of a value, made again only when another was written: for what every message asks for. Nobody changes
     * what comes back. @param make always the same function for a name; gets undefined where there is no value, or none that is JSON
     */
    readMade<T>(name: string, make: (value: unknown) => T): T {
      const text = db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)?.value
      const known = made.get(name)
      if (known?.text === text && known?.make === make) return known.value as T
      const value = make(parsed(text))
      made.set(name, { text, make, value })
      return value
    },
    write(name: string, value: unknown): void {
      db.run('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, JSON.stringify(value))
    },
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export type SettingsStore = ReturnType<typeof createSettingsStore>
