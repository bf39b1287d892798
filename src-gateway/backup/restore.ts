import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 } from 'uuid'
import type { LocalText } from '../../src-shared/domain/text.ts'
import { tellDelivery } from '../channels/host/tell.ts'
import { LOG_ID } from '../log.ts'
import { audit, verifyAudit } from '../people/audit.ts'
import { cannotStart } from '../refusals.ts'
import type { GatewayOptions } from '../server.ts'
import { DATABASE_FILE, databaseExists } from '../store/sqlite/open.ts'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { ATTACHMENTS, checkFiles } from './manifest.ts'

type Secrets = Pick<GatewayOptions, 'key' | 'sqliteBinding'>
const MANY = 10_000
const PERHAPS_SENT: LocalText = { zh: '网关从备份恢复过：这条可能已经发出，请看一下再决定。', en: 'The gateway was restored from a backup: this may have gone out already. Please look, then decide.' }

export interface Checked { madeAt: number; files: number; head: number; auditLines: number; auditWhole: boolean }

/**
 * Is the backup whole, and does this key open it? Looks into a copy, so that the backup stays as it is.
 * @throws AppError `no-data`, `backup-damaged`, `wrong-key`, `database-damaged`, `database-from-the-future`
 */
export async function checkBackup(folder: string, { key, sqliteBinding }: Secrets, scratch: string): Promise<Checked> {
  const { madeAt, files } = await checkFiles(folder)
  await mkdir(scratch, { recursive: true, mode: 0o700 })
  const copy = await mkdtemp(join(scratch, 'check-'))
  try {
    await cp(join(folder, DATABASE_FILE), join(copy, DATABASE_FILE))
    const store = openSqliteStore({ dataDir: copy, key, sqliteBinding })
    try {
      if (!(await store.isWhole())) throw cannotStart('database-damaged', '备份里的数据库已损坏。', 'The database of the backup is damaged.')
      const { lines, brokenAt } = await verifyAudit((work) => store.read(work))
      return { madeAt, files: files.length, head: await store.read((tx) => tx.head()), auditLines: lines, auditWhole: brokenAt === null }
    } finally {
      await store.close()
    }
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/**
 * Brings a backup back into a folder that holds no gateway. The log gets a new id, so that desks that know later events load
 * everything anew; replies that waited may have gone out since, so a person decides about each.
 * @throws AppError `data-there`, and what `checkBackup` throws
 */
export async function restoreBackup(folder: string, dataDir: string, { key, sqliteBinding }: Secrets, now: number): Promise<Checked> {
  if (databaseExists(dataDir)) throw cannotStart('data-there', `这个文件夹里已有网关的数据，没有改动：${dataDir}`, `This folder holds a gateway's data already; nothing was changed: ${dataDir}`)
  const checked = await checkBackup(folder, { key, sqliteBinding }, dataDir)
  const half = await mkdtemp(join(dataDir, 'restore-'))
  try {
    await cp(folder, half, { recursive: true, preserveTimestamps: true })
    const store = openSqliteStore({ dataDir: half, key, sqliteBinding })
    try {
      await begin(store, now, checked.madeAt)
    } finally {
      await store.close()
    }
    await rm(join(dataDir, ATTACHMENTS), { recursive: true, force: true })
    await rename(join(half, ATTACHMENTS), join(dataDir, ATTACHMENTS)).catch(() => undefined)
    // Last: a folder with a database is one that was restored.
    await rename(join(half, DATABASE_FILE), join(dataDir, DATABASE_FILE))
    return checked
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

/** What a log that goes on from the past has to know. */
async function begin(store: Store, now: number, madeAt: number): Promise<void> {
  await store.write(async (tx) => {
    await tx.setMeta(LOG_ID, v7())
    for (const { id } of await tx.channels.connectors()) {
      for (const state of ['waiting', 'sending'] as const) {
        for (const row of await tx.channels.deliveriesIn(id, state, MANY)) {
          const unsure = { ...row, state: 'unsure' as const, why: PERHAPS_SENT }
          await tx.channels.putDelivery(unsure)
          await tellDelivery(tx, now, unsure)
        }
      }
    }
    await audit(tx, now, null, 'restore', { madeAt })
  })
}
