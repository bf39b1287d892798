import type { Db } from './db/open.ts'

/** `weights`: about = the version of the program that made them, '' when they must be made again. `own-topics`: about = JSON. */
export type TaughtName = 'weights' | 'own-topics'

/** What was made from corrections and examples; the bytes are the business of whoever reads them. */
export function createTaughtStore(db: Db) {
  return {
    read(name: TaughtName): { body: Uint8Array; about: string } | null {
      return db.get<{ body: Uint8Array; about: string }>('SELECT body, about FROM taught WHERE name = ?', name) ?? null
    },
    write(name: TaughtName, body: Uint8Array, about: string): void {
      db.run('INSERT INTO taught (name, body, about) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body, about = excluded.about', name, Buffer.from(body), about)
    },
    setAbout(name: TaughtName, about: string): void {
      db.run('UPDATE taught SET about = ? WHERE name = ?', about, name)
    },
    remove(name: TaughtName): void {
      db.run('DELETE FROM taught WHERE name = ?', name)
    },
  }
}
export type TaughtStore = ReturnType<typeof createTaughtStore>
