import { NO_USAGE, type Usage } from '../../src-shared/domain/budget.ts'
import type { Db } from './db/open.ts'

/** Days that are kept. */
const KEPT_MS = 400 * 24 * 3_600_000

/** Tokens by the day; a day is named by its beginning in milliseconds. */
export function createUsageStore(db: Db) {
  return {
    of: (day: number): Usage => db.get<Usage>('SELECT requests, input, output, estimated FROM model_usage WHERE day = ?', day) ?? NO_USAGE,
    add(day: number, { requests, input, output, estimated }: Usage): void {
      db.run(
        `INSERT INTO model_usage (day, requests, input, output, estimated) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (day) DO UPDATE SET requests = requests + excluded.requests, input = input + excluded.input, output = output + excluded.output, estimated = estimated + excluded.estimated`,
        day, requests, input, output, estimated,
      )
      db.run('DELETE FROM model_usage WHERE day < ?', day - KEPT_MS)
    },
  }
}
