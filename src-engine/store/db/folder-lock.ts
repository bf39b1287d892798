import Database from 'better-sqlite3'
import { AppError } from '../../../src-shared/errors.ts'

const taken = (cause: unknown): AppError => new AppError({
  code: 'folder-in-use', retryable: true,
  say: { zh: '这个数据文件夹正被另一个夜班台使用。请等它结束，或用 --data 换一个文件夹。', en: 'Another night desk is using this data folder. Wait until it has ended, or name another folder with --data.' },
}, { cause })

/**
 * Holds a folder for this program until it ends, however it ends: the lock is the system's, on a file of its own that holds nothing.
 * @param file made when it is missing @param binding path of the compiled module, or null for the one that ships with the package
 * @returns lets it go @throws AppError `folder-in-use` when another program holds it
 */
export function lockFolder(file: string, binding: string | null): () => void {
  const db = new Database(file, { timeout: 0, ...(binding === null ? {} : { nativeBinding: binding }) })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (thrown) {
    db.close()
    if (thrown instanceof Error && 'code' in thrown && /^SQLITE_(BUSY|LOCKED)/.test(String(thrown.code))) throw taken(thrown)
    throw thrown
  }
  return () => { db.close() }
}
