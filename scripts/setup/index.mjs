// Does what is missing on this machine and skips what is done. What each purpose needs is in PURPOSES.
import { mkdirSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { exitOnSignals } from '../lib/children.mjs'
import { SetUpError } from '../lib/errors.mjs'
import { withLock } from '../lib/lock.mjs'
import { cacheDir } from '../lib/paths.mjs'
import { say, step } from '../lib/progress.mjs'
import { mayHaveMailServers, missingHere, needsFor, provide } from './debian.mjs'
import { chooseSource, findElectron, installOfficial } from './electron.mjs'
import { downloadFloor, FLOOR, floorFolder, unpackFloor } from './electron-floor.mjs'
import { areModulesReady, provideModules, readLockFile } from './node-modules.mjs'
import { requireNode } from './node-version.mjs'
import { bindingFile, bindingFolder, checkBinding, compileBinding, compileFor, electronRuntime, isBindingReady, nodeRuntime, sqlitePackage } from './sqlite.mjs'

/** @typedef {{ electron: boolean, libraries: boolean, browser: boolean, mail: boolean, sqliteIn: ('electron' | 'node')[] }} Purpose */

/** @type {Record<'start' | 'test' | 'build' | 'node' | 'package', Purpose>} */
const PURPOSES = {
  start: { electron: true, libraries: true, browser: false, mail: false, sqliteIn: ['electron'] },
  test: { electron: true, libraries: true, browser: true, mail: true, sqliteIn: ['electron', 'node'] },
  node: { electron: false, libraries: false, browser: false, mail: false, sqliteIn: ['node'] },
  build: { electron: false, libraries: false, browser: false, mail: false, sqliteIn: [] },
  package: { electron: true, libraries: false, browser: false, mail: false, sqliteIn: ['electron'] },
}

/**
 * @typedef {object} Ready
 * @property {import('./electron.mjs').Electron | null} electron null for purposes that need none
 * @property {string | null} sqliteBinding the compiled SQLite module; null when its shipped binary serves
 * @property {Record<string, string>} env for child processes
 */

/** @param {{ path: string, version: string } | null} electron @param {Purpose} purpose */
const runtimesFor = (electron, purpose) => purpose.sqliteIn.map((where) => (where === 'node' || !electron ? nodeRuntime() : electronRuntime(electron)))

/** @param {string} cache */
const toldFile = (cache) => join(cache, 'missing-optional-packages')

/** @param {string} cache @param {Purpose} purpose @param {boolean} unpack @param {boolean} compile */
function lackingFor(cache, purpose, unpack, compile) {
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  return missingHere(needsFor({ electron: purpose.libraries, display: purpose.libraries && !hasDisplay, browser: purpose.browser, mail: purpose.mail && mayHaveMailServers(), unpack, compile }), toldFile(cache))
}

/**
 * @param {string} cache @param {Purpose} purpose @param {boolean} refresh
 * @returns {Promise<Ready | null>} null when something is missing
 */
async function whatIsReady(cache, purpose, refresh) {
  if (!areModulesReady()) return null
  const { electronVersion, sqlite } = readVersions()
  const electron = purpose.electron ? findElectron(cache, electronVersion, { refresh }) : null
  if (purpose.electron && !electron) return null
  const runtimes = runtimesFor(electron, purpose)
  const nodeApi = compileFor(runtimes)
  const folder = nodeApi === null ? null : bindingFolder(cache, sqlite, nodeApi)
  if (folder && !isBindingReady(folder, runtimes)) return null
  if ((await lackingFor(cache, purpose, false, false)).length > 0) return null
  return result(cache, electron, folder && bindingFile(folder))
}

/**
 * @param {string} cache @param {import('./electron.mjs').Electron | null} electron @param {string | null} sqliteBinding
 * @returns {Ready}
 */
function result(cache, electron, sqliteBinding) {
  return {
    electron,
    sqliteBinding,
    env: {
      DESKMATE_CACHE: cache,
      ...(electron && { ELECTRON_OVERRIDE_DIST_PATH: electron.dist, ELECTRON_EXEC_PATH: electron.path }),
      ...(sqliteBinding && { DESKMATE_SQLITE_BINDING: sqliteBinding }),
    },
  }
}

function readVersions() {
  const lock = readLockFile()
  const electronVersion = lock.packages['node_modules/electron']?.version
  const sqlite = sqlitePackage(lock)
  if (!electronVersion || !sqlite) throw new SetUpError('package-lock.json lacks electron or better-sqlite3: get it back with `git checkout package-lock.json`, then run this again.')
  return { electronVersion, sqlite }
}

/**
 * Independent steps run side by side. All of them come to an end before an error is passed on, so that nothing goes on
 * in the background after the lock was given back.
 * @param {Promise<unknown>[]} work
 */
async function all(work) {
  const failed = (await Promise.allSettled(work)).find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
}

/** @param {string} cache @param {Purpose} purpose @param {boolean} refresh */
async function provideAll(cache, purpose, refresh) {
  const { electronVersion, sqlite } = readVersions()
  const temporary = join(cache, 'tmp')
  rmSync(temporary, { recursive: true, force: true }) // what an interrupted run left; we hold the lock
  const scratch = join(temporary, randomBytes(4).toString('hex'))
  mkdirSync(scratch, { recursive: true })
  try {
    const modules = provideModules()
    modules.catch(() => {}) // it is awaited below; a failure meanwhile must not count as unhandled
    let electron = purpose.electron ? findElectron(cache, electronVersion, { refresh }) : null
    if (purpose.electron && !electron && await chooseSource(electronVersion) === 'official') {
      await modules
      electron = await installOfficial(cache, electronVersion)
    }
    // With refresh, an older floor in the cache is as good as a new one.
    if (purpose.electron && !electron && process.env.DESKMATE_ELECTRON !== 'official') electron = findElectron(cache, electronVersion)

    const makeFloor = purpose.electron && !electron
    const floor = { path: join(floorFolder(cache), 'electron'), version: FLOOR.version }
    const runtimes = runtimesFor(electron ?? floor, purpose)
    const nodeApi = compileFor(runtimes)
    const folder = nodeApi === null ? null : bindingFolder(cache, sqlite, nodeApi)
    const compile = folder !== null && !isBindingReady(folder, [])
    if (compile && process.platform === 'win32') {
      throw new SetUpError(`Node.js ${process.versions.node} is too old for the SQLite module’s ready-made binary: install Node.js 22.14 or newer, then run this again.`)
    }
    const packages = lackingFor(cache, purpose, makeFloor, compile).then((lacking) => provide(lacking, toldFile(cache)))
    packages.catch(() => {})

    await all([modules, packages, makeFloor ? provideFloor() : null, compile ? provideBinding() : null].filter((each) => each !== null))
    if (folder) await checkBinding(folder, runtimes)

    async function provideFloor() {
      await step('set-up', `Electron runtime (floor ${FLOOR.version})`, `getting the Electron runtime (floor ${FLOOR.version})`, async () => {
        const tarball = await downloadFloor(join(scratch, 'electron'))
        await Promise.all([modules, packages])
        await unpackFloor(tarball, floorFolder(cache), join(scratch, 'electron'))
      })
    }
    async function provideBinding() {
      await Promise.all([modules, packages])
      await step('set-up', 'SQLite module', 'compiling the SQLite module (one to three minutes, once per machine)', () => compileBinding(/** @type {string} */ (folder), join(scratch, 'sqlite')))
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/**
 * @param {object} options
 * @param {keyof typeof PURPOSES} options.for
 * @param {boolean} [options.quiet] says nothing when there is nothing to do
 * @param {boolean} [options.refresh] looks again for the official Electron where the floor was taken before
 * @returns {Promise<Ready>}
 */
export async function setUp({ for: name, quiet = false, refresh = false }) {
  requireNode(process.versions.node)
  const purpose = PURPOSES[name]
  const cache = cacheDir()
  let ready = await whatIsReady(cache, purpose, refresh)
  if (!ready) {
    const restore = exitOnSignals()
    try {
      await withLock(join(cache, 'set-up.lock'), async () => {
        if (!await whatIsReady(cache, purpose, refresh)) await provideAll(cache, purpose, refresh)
      }, () => say('set-up: waiting for another set-up on this machine'))
    } finally {
      restore()
    }
    ready = await whatIsReady(cache, purpose, false)
    if (!ready) throw new SetUpError('The set-up ended, but something is still missing: run it again, and if that does not help delete node_modules and the cache folder (DESKMATE_CACHE).')
  }
  if (!quiet) say(`set-up: ready${ready.electron ? `, Electron ${ready.electron.version} (${ready.electron.kind})` : ''}`)
  return ready
}
