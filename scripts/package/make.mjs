// Makes the package with electron-builder, only when something changed, and checks what came out.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../lib/children.mjs'
import { SetUpError } from '../lib/errors.mjs'
import { hashTree, readStamp } from '../lib/hash.mjs'
import { withLock } from '../lib/lock.mjs'
import { ROOT, treeLock } from '../lib/paths.mjs'
import { say, step } from '../lib/progress.mjs'
import { verifyFuses } from './fuses.mjs'

const DIST = join(ROOT, 'dist')
const STAMP = join(DIST, '.stamp')
const LIMIT_MS = 15 * 60_000

/** What can be made on each platform; `dir` is the app itself, without an installer. */
export const TARGETS = /** @type {Record<string, { flag: string, targets: readonly string[] }>} */ (Object.freeze({
  linux: { flag: '--linux', targets: ['dir', 'deb', 'AppImage'] },
  darwin: { flag: '--mac', targets: ['dir', 'dmg'] },
  win32: { flag: '--win', targets: ['dir', 'nsis'] },
}))

/**
 * The packed app's executable.
 * @param {NodeJS.Platform} [platform] @param {string} [arch]
 */
export function packedApp(platform = process.platform, arch = process.arch) {
  const suffix = arch === 'x64' ? '' : `-${arch}`
  if (platform === 'darwin') return join(DIST, `mac${suffix}`, 'Deskmate.app', 'Contents', 'MacOS', 'Deskmate')
  return platform === 'win32' ? join(DIST, `win${suffix}-unpacked`, 'Deskmate.exe') : join(DIST, `linux${suffix}-unpacked`, 'deskmate')
}

/** Where the fuses are. @param {string} app @param {NodeJS.Platform} [platform] */
const fusesOf = (app, platform = process.platform) => (platform === 'darwin' ? join(app, '../../Frameworks/Electron Framework.framework/Electron Framework') : app)

/** @param {import('../setup/index.mjs').Ready} ready */
function currentHash({ electron, sqliteBinding }) {
  const parts = readdirSync(join(ROOT, 'out')).filter((name) => !['demo', 'package', '.stamp'].includes(name)).map((name) => join('out', name))
  const hash = createHash('sha256').update(hashTree(ROOT, [...parts, 'resources', 'scripts/package', 'electron-builder.yml', 'package.json', 'package-lock.json']))
  hash.update(`${electron?.dist} ${electron?.version} ${electron?.kind} `)
  if (sqliteBinding) hash.update(readFileSync(sqliteBinding))
  return hash.digest('hex')
}

/**
 * @param {import('../setup/index.mjs').Ready} ready
 * @param {string} target see TARGETS
 * @returns {Promise<string>} path of the app's executable
 * @throws SetUpError
 */
export async function makePackage(ready, target) {
  const { electron, sqliteBinding } = ready
  if (!electron) throw new Error('the set-up for package returned no Electron')
  const app = packedApp()
  await withLock(treeLock('package'), async () => {
    const hash = currentHash(ready)
    if (target === 'dir' && existsSync(app) && readStamp(STAMP) === hash) return
    rmSync(STAMP, { force: true })
    const args = [
      join(ROOT, 'node_modules', 'electron-builder', 'cli.js'), TARGETS[process.platform].flag, target, '--publish', 'never',
      `-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`,
    ]
    const env = { ...process.env, ...ready.env, ...(sqliteBinding ? { DESKMATE_SQLITE_BINDING: sqliteBinding } : {}) }
    await step('package', `${target} with Electron ${electron.version} (${electron.kind})`, 'packing the app', () => must('The app could not be packed: see the messages below.', process.execPath, args, { cwd: ROOT, env, timeoutMs: LIMIT_MS }))
    if (!existsSync(app)) throw new SetUpError(`Packing ended, but ${app} is missing: compare electron-builder.yml with scripts/package/make.mjs.`)
    await verifyFuses(fusesOf(app))
    rmSync(join(DIST, 'builder-debug.yml'), { force: true })
    rmSync(join(ROOT, 'out', 'package'), { recursive: true, force: true })
    writeFileSync(STAMP, hash)
  }, () => say('package: waiting for another packing of this work tree'))
  return app
}
