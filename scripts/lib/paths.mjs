// Where things are: the work tree, and the cache that outlives it.
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

/** The root of the work tree. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * The cache folder. It lies outside the work tree: `npm ci` erases what is built inside node_modules,
 * and several clones on one machine share one runtime.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function cacheDir(env = process.env, platform = process.platform) {
  if (env.DESKMATE_CACHE) return resolve(env.DESKMATE_CACHE)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'deskmate')
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'deskmate', 'cache')
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'deskmate')
}

/**
 * The lock file for something that belongs to this work tree (its node_modules, its build).
 * It lies in the system's temporary folder, so that no run leaves a file in the work tree.
 * @param {string} what
 */
export function treeLock(what) {
  const tree = createHash('sha256').update(ROOT).digest('hex').slice(0, 12)
  return join(tmpdir(), `deskmate-${what}-${tree}.lock`)
}
