// The npm packages: installed when they are missing or package-lock.json says something else than what is installed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { must } from '../lib/children.mjs'
import { SetUpError } from '../lib/errors.mjs'
import { readStamp } from '../lib/hash.mjs'
import { treeLock, ROOT } from '../lib/paths.mjs'
import { withLock } from '../lib/lock.mjs'
import { step } from '../lib/progress.mjs'
import { npmCli } from './npm.mjs'

const LOCK_FILE = join(ROOT, 'package-lock.json')
const HIDDEN_LOCK_FILE = join(ROOT, 'node_modules', '.package-lock.json')
const STAMP = join(ROOT, 'node_modules', '.deskmate-stamp')

/**
 * @typedef {{ version?: string, name?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} LockFile
 */

/** @returns {LockFile} */
export function readLockFile() {
  try {
    return JSON.parse(readFileSync(LOCK_FILE, 'utf8'))
  } catch (cause) {
    throw new SetUpError('package-lock.json is missing or damaged: get it back with `git checkout package-lock.json`, then run this again.', { cause })
  }
}

/** @param {string | Buffer} lockText the text of package-lock.json */
export function stampFor(lockText) {
  // The platform is part of it: a work tree may be shared with a container, and some packages hold binaries.
  return createHash('sha256').update(`${process.platform}-${process.arch}\0`).update(lockText).digest('hex')
}

/**
 * Whether what npm last installed (its hidden lock file) is what the lock file asks for. True after a developer's own
 * `npm install`, which then need not be done over again.
 * @param {LockFile} wanted @param {LockFile} installed
 */
export function isInstalled(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === '') continue
    const present = installed.packages[path]
    if (present ? present.version !== entry.version || present.name !== entry.name : !(entry.optional || entry.devOptional || entry.peer)) return false
  }
  return Object.keys(installed.packages).every((path) => path in wanted.packages)
}

/** Whether node_modules is in order. Quick enough for every start. */
export function areModulesReady() {
  if (!existsSync(LOCK_FILE)) return false
  const text = readFileSync(LOCK_FILE)
  const stamp = stampFor(text)
  if (readStamp(STAMP) === stamp) return true
  if (!existsSync(HIDDEN_LOCK_FILE)) return false
  try {
    if (!isInstalled(JSON.parse(text.toString('utf8')), JSON.parse(readFileSync(HIDDEN_LOCK_FILE, 'utf8')))) return false
  } catch {
    return false // half written: npm is at work, or was interrupted
  }
  writeFileSync(STAMP, stamp)
  return true
}

export async function provideModules() {
  if (areModulesReady()) return
  readLockFile() // says what to do when there is none
  await withLock(treeLock('npm'), async () => {
    if (areModulesReady()) return
    await step('set-up', 'npm packages', 'installing npm packages', () => must(
      'Installing the npm packages failed: see what npm says below (is its registry within reach?), then run this again.',
      process.execPath,
      // Without scripts: none is needed, and some of them download from servers that may be out of reach.
      [npmCli(), 'ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      { cwd: ROOT, timeoutMs: 20 * 60_000 },
    ))
    writeFileSync(STAMP, stampFor(readFileSync(LOCK_FILE)))
  })
}
