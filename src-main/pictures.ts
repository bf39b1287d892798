import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { BrowserWindow, NativeImage } from 'electron'

const EVERY_MS = 10_000

/**
 * Writes what the window shows as a PNG; whoever reads `path` sees the old picture or the new one, never half.
 * @throws when the window has not painted yet or is gone
 */
export async function takePicture(window: BrowserWindow, path: string): Promise<string> {
  return save(await capture(window), path)
}

async function capture(window: BrowserWindow): Promise<NativeImage> {
  const image = await window.webContents.capturePage()
  if (image.isEmpty()) throw new Error('the window has not painted')
  return image
}

async function save(image: NativeImage, path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, image.toPNG())
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
      const image = await capture(window)
      const print = createHash('sha1').update(image.toBitmap()).digest('hex')
      if (print !== last) await save(image, path)
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
