import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { BrowserWindow, NativeImage } from 'electron'

const EVERY_MS = 10_000
/** Until there is a first picture: the window may have painted and still not be ready to be captured. */
const FIRST_MS = 250

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
  // It shows customers' words.
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(`${path}.new`, image.toPNG(), { mode: 0o600 })
  await rename(`${path}.new`, path)
  return path
}

/** Keeps a picture of the window up to date, for runs that nobody watches. @returns a function that ends it */
export function keepPicture(window: BrowserWindow, path: string): () => void {
  let last = ''
  let timer: NodeJS.Timeout | undefined
  const look = async () => {
    try {
      const image = await capture(window)
      const print = createHash('sha1').update(image.toBitmap()).digest('hex')
      if (print !== last) await save(image, path)
      last = print
    } catch {
      // The window is being closed or its page is being loaded again: the next look will do.
    }
    if (!window.isDestroyed()) timer = setTimeout(() => void look(), last === '' ? FIRST_MS : EVERY_MS)
  }
  void look()
  return () => clearTimeout(timer)
}
