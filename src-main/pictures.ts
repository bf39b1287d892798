import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { BrowserWindow } from 'electron'

const EVERY_MS = 10_000

/** Writes what the window shows as a PNG; whoever reads `path` sees the old picture or the new one, never half. */
export async function takePicture(window: BrowserWindow, path: string): Promise<string> {
  const png = (await window.webContents.capturePage()).toPNG()
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, png)
  await rename(`${path}.new`, path)
  return path
}

/** Keeps a picture of the window up to date, for runs that nobody watches. @returns a function that ends it */
export function keepPicture(window: BrowserWindow, path: string): () => void {
  let last = ''
  let busy = false
  const look = async () => {
    if (busy || window.isDestroyed()) return
    busy = true
    try {
      const bitmap = (await window.webContents.capturePage()).toBitmap()
      const print = createHash('sha1').update(bitmap).digest('hex')
      if (print !== last) await takePicture(window, path)
      last = print
    } catch {
      // The window is being closed or its page is being loaded again: the next look will do.
    } finally {
      busy = false
    }
  }
  void look()
  const timer = setInterval(() => void look(), EVERY_MS)
  return () => clearInterval(timer)
}
