import { existsSync } from 'node:fs'
import { cp, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cannotStart } from '../refusals.ts'
import { DATABASE_FILE } from '../store/sqlite/open.ts'
import { ATTACHMENTS, listFiles, type Manifest, MANIFEST_FILE } from './manifest.ts'

/** The store as it can be copied while it works. */
export interface Copyable { copyTo(file: string): Promise<void> }

/**
 * Copies database and pictures into a new folder, all encrypted under the gateway's own key, which is not among them. The
 * database first: pictures are only ever added while a gateway runs, so that none is missing. The folder has its name only
 * when it is whole.
 * @throws AppError `folder-taken`
 */
export async function makeBackup(store: Copyable, dataDir: string, folder: string, now: number): Promise<Manifest> {
  if (existsSync(folder)) throw cannotStart('folder-taken', `已经有这个文件夹，请另选一个：${folder}`, `This folder exists already; please name another: ${folder}`)
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  try {
    await store.copyTo(join(unfinished, DATABASE_FILE))
    const pictures = join(dataDir, ATTACHMENTS)
    if (existsSync(pictures)) await cp(pictures, join(unfinished, ATTACHMENTS), { recursive: true, preserveTimestamps: true })
    const manifest: Manifest = { format: 1, madeAt: now, files: await listFiles(unfinished) }
    await writeFile(join(unfinished, MANIFEST_FILE), JSON.stringify(manifest, null, 1), { mode: 0o600 })
    for (const { name } of [...manifest.files, { name: MANIFEST_FILE }]) await flush(join(unfinished, name))
    await rename(unfinished, folder)
    return manifest
  } catch (thrown) {
    await rm(unfinished, { recursive: true, force: true })
    throw thrown
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}
