import { open, realpath } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon',
  '.woff2': 'font/woff2', '.woff': 'font/woff', '.wasm': 'application/wasm', '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg',
}

export interface AppFile { bytes: Uint8Array<ArrayBuffer>; type: string }

/**
 * The path in `root` that a URL's path names, or null when it names anything else. Looks at the path after decoding:
 * a URL parser resolves `..` and `%2e%2e`, but leaves `%2f` alone.
 */
export function pathIn(root: string, urlPath: string): string | null {
  let decoded
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (/[\0\\:]/.test(decoded) || decoded.split('/').includes('..')) return null
  const path = resolve(join(root, decoded === '/' ? 'index.html' : decoded))
  return path.startsWith(root + sep) ? path : null
}

/** Reads a file of the page; null when it does not exist, has no type we serve, or lies elsewhere by way of a link. */
export async function readAppFile(root: string, urlPath: string): Promise<AppFile | null> {
  const path = pathIn(root, urlPath)
  const type = path && TYPES[extname(path).toLowerCase()]
  if (!path || !type) return null
  try {
    if (await realpath(path) !== join(await realpath(root), path.slice(root.length))) return null
    const file = await open(path, 'r')
    try {
      return { bytes: new Uint8Array(await file.readFile()), type }
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null
    throw error
  }
}
