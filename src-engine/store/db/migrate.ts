import fs from 'node:fs'
import type Database from 'better-sqlite3'
import { AppError } from '../../../src-shared/errors.ts'
import { desk } from './migrations/0001-desk.ts'
import { phrases } from './migrations/0002-phrases.ts'
import { messages } from './migrations/0003-messages.ts'
import { work } from './migrations/0004-work.ts'
import { find } from './migrations/0005-find.ts'
import { taught } from './migrations/0006-taught.ts'
import { checked } from './migrations/0007-checked.ts'
import { traces } from './migrations/0008-traces.ts'
import { ownArticles } from './migrations/0009-own-articles.ts'
import { promises } from './migrations/0010-promises.ts'
import { side } from './migrations/0011-side.ts'
import { copilot } from './migrations/0012-copilot.ts'
import { learning } from './migrations/0013-learning.ts'
import { vectors } from './migrations/0014-vectors.ts'
import { history } from './migrations/0015-history.ts'
import { effects } from './migrations/0016-effects.ts'
import { workflows } from './migrations/0017-workflows.ts'
import { autonomy } from './migrations/0018-autonomy.ts'
import { afterSaleCases } from './migrations/0019-cases.ts'
import { caseOutcomes } from './migrations/0020-case-outcomes.ts'
import { sharedState } from './migrations/0021-shared-state.ts'
import { files } from './migrations/0022-files.ts'
import { whoseOutcomes } from './migrations/0023-whose-outcomes.ts'
import { apart } from './migrations/0024-apart.ts'
import { askedTraces } from './migrations/0025-asked-traces.ts'
import { articleLinks } from './migrations/0026-article-links.ts'
import { matters } from './migrations/0027-matters.ts'

/** Forward only. A released migration never changes; a new need is a new file. Index + 1 = schema version. */
export const MIGRATIONS: readonly { name: string; sql: string }[] = [
  { name: '0001-desk', sql: desk },
  { name: '0002-phrases', sql: phrases },
  { name: '0003-messages', sql: messages },
  { name: '0004-work', sql: work },
  { name: '0005-find', sql: find },
  { name: '0006-taught', sql: taught },
  { name: '0007-checked', sql: checked },
  { name: '0008-traces', sql: traces },
  { name: '0009-own-articles', sql: ownArticles },
  { name: '0010-promises', sql: promises },
  { name: '0011-side', sql: side },
  { name: '0012-copilot', sql: copilot },
  { name: '0013-learning', sql: learning },
  { name: '0014-vectors', sql: vectors },
  { name: '0015-history', sql: history },
  { name: '0016-effects', sql: effects },
  { name: '0017-workflows', sql: workflows },
  { name: '0018-autonomy', sql: autonomy },
  { name: '0019-cases', sql: afterSaleCases },
  { name: '0020-case-outcomes', sql: caseOutcomes },
  { name: '0021-shared-state', sql: sharedState },
  { name: '0022-files', sql: files },
  { name: '0023-whose-outcomes', sql: whoseOutcomes },
  { name: '0024-apart', sql: apart },
  { name: '0025-asked-traces', sql: askedTraces },
  { name: '0026-article-links', sql: articleLinks },
  { name: '0027-matters', sql: matters },
]

/**
 * Brings the database to the present schema, each step in one transaction; a database that holds data is copied aside
 * first (`<file>.v<version>.bak`).
 */
export function migrate(raw: Database.Database, file: string, fresh: boolean, migrations = MIGRATIONS): void {
  const version = raw.pragma('user_version', { simple: true }) as number
  if (version > migrations.length) {
    raw.close()
    throw new AppError({
      code: 'database-newer', retryable: false,
      say: { zh: '本机数据由更新版本的 Deskmate 写入，请升级后再打开；数据没有改动。', en: 'A newer Deskmate wrote this desk’s data. Update first; nothing was changed.' },
    })
  }
  if (version === migrations.length) return
  if (!fresh && version > 0) {
    raw.pragma('wal_checkpoint(TRUNCATE)')
    fs.copyFileSync(file, `${file}.v${version}.bak`)
  }
  for (let next = version; next < migrations.length; next++) {
    const migration = migrations[next]
    if (!migration) break
    raw.transaction(() => {
      raw.exec(migration.sql)
      raw.pragma(`user_version = ${next + 1}`)
    }).immediate()
  }
}
