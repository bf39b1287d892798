// Fingerprints of files, for "has anything changed since last time".
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * One hash over the names and contents of files and, recursively, folders. Names that do not exist count as absent.
 * @param {string} root
 * @param {readonly string[]} names relative to root
 * @param {(path: string) => boolean} [counts] which files count
 */
export function hashTree(root, names, counts = () => true) {
  const hash = createHash('sha256')
  /** @param {string} path */
  const visit = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name))
      return
    }
    if (!counts(path)) return
    const content = readFileSync(path)
    // The length keeps "ab" + "c" and "a" + "bc" apart; the separator is made the same on every platform.
    hash.update(`${relative(root, path).split(sep).join('/')}\0${content.length}\0`).update(content)
  }
  for (const name of [...names].sort()) visit(join(root, name))
  return hash.digest('hex')
}

/** @param {string} path @returns {Promise<string>} in the form of package-lock.json: `sha512-<base64>` */
export async function integrityOf(path) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return `sha512-${hash.digest('base64')}`
}

/** Reads a stamp file, or '' when there is none. @param {string} path */
export function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}
