import type { Db } from './db/open.ts'

/** Small things by name; values are JSON. Every message asks for dozens: each is read once, until it is written or a transaction is undone. */
export function createSettingsStore(db: Db) {
  const texts = new Map<string, string | undefined>()
  let { undone } = db
  function textOf(name: string): string | undefined {
    if (undone !== db.undone) {
      texts.clear()
      undone = db.undone
    }
    if (!texts.has(name)) texts.set(name, db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)?.value)
    return texts.get(name)
  }
  const made = new Map<string, { text: string | undefined; make: unknown; value: unknown }>()
  return {
    /** @param whenDamaged what a value that is no JSON counts as: one bad row must not keep the desk from starting */
    read<T>(name: string, fallback: T, whenDamaged: T = fallback): T {
      const text = textOf(name)
      if (text === undefined) return fallback
      try {
        return JSON.parse(text) as T
      } catch {
        return whenDamaged
      }
    },
    /**
     * What `make` makes of a value, made again only when another was written: for what every message asks for. Nobody changes
     * what comes back. @param make always the same function for a name; gets undefined where there is no value, or none that is JSON
     */
    readMade<T>(name: string, make: (value: unknown) => T): T {
      const text = textOf(name)
      const known = made.get(name)
      if (known?.text === text && known?.make === make) return known.value as T
      const value = make(parsed(text))
      made.set(name, { text, make, value })
      return value
    },
    write(name: string, value: unknown): void {
      const text = JSON.stringify(value)
      db.run('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, text)
      if (undone === db.undone) texts.set(name, text)
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
