import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { cannotStart } from '../refusals.ts'

export const MANIFEST_FILE = 'manifest.json'
export const ATTACHMENTS = 'attachments'

/** What a backup holds: every file with its size and the SHA-256 of its bytes, which are encrypted. */
export const Manifest = z.object({
  format: z.literal(1),
  /** Milliseconds since the epoch. */
  madeAt: z.number().int().nonnegative(),
  files: z.array(z.object({ name: z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/), bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).min(1),
})
export type Manifest = z.infer<typeof Manifest>

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Lists the files below a folder, by name. */
export async function listFiles(folder: string): Promise<Manifest['files']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/')).filter((name) => name !== MANIFEST_FILE).sort()
  const files: Manifest['files'] = []
  for (const name of names) files.push({ name, bytes: (await stat(join(folder, name))).size, sha256: await sha256Of(join(folder, name)) })
  return files
}

const damaged = (zh: string, en: string) => cannotStart('backup-damaged', zh, en)

/** Compares a backup with its list. @throws AppError `no-data`, `backup-damaged` with the first file that is not as it was */
export async function checkFiles(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => null)
  if (text === null) throw cannotStart('no-data', `这个文件夹里没有备份：${folder}`, `There is no backup in this folder: ${folder}`)
  let read: unknown = null
  try {
    read = JSON.parse(text)
  } catch { /* told below */ }
  const parsed = Manifest.safeParse(read)
  if (!parsed.success) throw damaged('备份的清单读不懂。', 'The list of the backup cannot be read.')
  for (const { name, bytes, sha256 } of parsed.data.files) {
    const file = join(folder, name)
    const size = await stat(file).then((found) => found.size, () => null)
    if (size !== bytes || (await sha256Of(file)) !== sha256) throw damaged(`备份里的文件缺失或已改变：${name}`, `A file of the backup is missing or changed: ${name}`)
  }
  return parsed.data
}
