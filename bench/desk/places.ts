import { fileURLToPath } from 'node:url'

/** Root of the work tree. The bench is bundled into out/bench/, as deep below the root as its helpers under tests/ are. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The compiled SQLite module that the set-up chose; null for the one that ships with the package. */
export const SQLITE_BINDING = process.env['DESKMATE_SQLITE_BINDING'] ?? null

/** What all keys of the bench's data derive from. It guards nothing: the data is made up. */
export const PASSPHRASE = 'bench-bench-bench-bench-bench-bench'
export const SEAT_TOKEN = 'bench-seat-token-bench-seat-token'
