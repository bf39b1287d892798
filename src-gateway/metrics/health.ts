import { statfs } from 'node:fs/promises'
import type { Store } from '../store/store.ts'

/** Below so much room the store may soon be unable to write, in bytes. */
export const ROOM_MIN_BYTES = 200 * 1024 * 1024
/** A store that answers nothing for so long is of no use, in milliseconds. */
const PATIENCE_MS = 3000

/**
 * Why the gateway cannot do its work now, in codes that tell a stranger nothing. `store`: the database does not answer ·
 * `disk`: it can hardly be written any more. Empty: all well.
 * @param room free bytes of the data folder's disk; null: not known
 */
export function healthOf(store: Store, room: () => Promise<number | null>): () => Promise<readonly string[]> {
  let asking: Promise<readonly string[]> | null = null
  const ask = async (): Promise<readonly string[]> => {
    const answers = await Promise.race([store.read((tx) => tx.head()).then(() => true, () => false), new Promise<false>((give) => { setTimeout(give, PATIENCE_MS, false).unref() })])
    const free = await room()
    return [...(answers ? [] : ['store']), ...(free !== null && free < ROOM_MIN_BYTES ? ['disk'] : [])]
  }
  // One look for all who ask meanwhile: a storm costs no more than one of them.
  return () => (asking ??= ask().finally(() => { asking = null }))
}

/** Free bytes for whoever runs the gateway. */
export const roomOf = (folder: string) => async (): Promise<number | null> => statfs(folder).then(({ bavail, bsize }) => bavail * bsize, () => null)
