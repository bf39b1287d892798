import { join } from 'node:path'
import type { Context } from '../context.ts'
import type { HttpServer } from '../http/http-server.ts'
import { bearerToken, tokenMatches } from '../http/token.ts'
import { audit } from '../people/audit.ts'
import { refuse } from '../refusals.ts'
import { type Copyable, makeBackup } from './make-backup.ts'

export const BACKUP_PATH = '/backup'
/** Below the data folder: where a running gateway puts them, and nowhere else. */
export const BACKUPS = 'backups'

const isLoopback = (ip: string): boolean => ip === '::1' || /^(::ffff:)?127\./.test(ip)

/** Makes a backup of the running gateway, for the command on the same machine: only by the gateway's own token, only from here. */
export function addBackupRoute({ app }: Pick<HttpServer, 'app'>, { store, clock }: Context, copy: Copyable, { dataDir, seatToken }: { dataDir: string; seatToken: string }): void {
  let making = false
  app.post(BACKUP_PATH, async (request) => {
    if (!isLoopback(request.ip) || request.headers['x-forwarded-for'] !== undefined || !tokenMatches(bearerToken(request.headers.authorization), seatToken)) throw refuse('unauthorized')
    if (making) throw refuse('rate-limited')
    making = true
    try {
      const now = clock.now()
      const folder = join(dataDir, BACKUPS, new Date(now).toISOString().replace(/[:.]/g, '-'))
      const { files } = await makeBackup(copy, dataDir, folder, now)
      await store.write((tx) => audit(tx, clock.now(), null, 'backup', { files: files.length }))
      return { folder, files: files.length }
    } finally {
      making = false
    }
  })
}
