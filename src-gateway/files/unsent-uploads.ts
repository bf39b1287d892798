import type { Store } from '../store/store.ts'
import type { FileStore } from './file-store.ts'

/** How long a picture that a customer uploaded may wait for the message that carries it. */
export const UNSENT_KEPT_MS = 24 * 60 * 60 * 1000

/**
 * Removes the pictures of customers that no message carried within a day; without it a script could fill the disk for
 * good. To be called before the gateway takes calls, so that nobody sends such a picture meanwhile. The row goes first:
 * a kill in between leaves bytes without a row, which nobody can ask for.
 * @returns how many were removed.
 */
export async function forgetUnsentUploads(store: Store, files: FileStore, now: number): Promise<number> {
  let removed = 0
  for (const sha256 of await store.read((tx) => tx.unsentUploads())) {
    const putAt = await files.putAt(sha256)
    if (putAt !== null && putAt > now - UNSENT_KEPT_MS) continue
    await store.write((tx) => tx.forgetAttachment(sha256))
    await files.remove(sha256)
    removed += 1
  }
  return removed
}
