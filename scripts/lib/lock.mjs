// A lock file between processes. Its holder touches it every few seconds, so that a lock left behind by a killed
// process, a restarted container (where process ids come again) or another machine is recognised as stale.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { atExit } from './children.mjs'

const BEAT_MS = 5_000
const STALE_MS = 60_000

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * @param {string} text what the lock file says
 * @param {number} ageMs how long ago it was last touched
 * @param {{ host?: string, alive?: (pid: number) => boolean }} [world]
 */
export function isStale(text, ageMs, { host = hostname(), alive = isAlive } = {}) {
  if (ageMs > STALE_MS) return true
  const [pid, where] = text.split('\n')
  return where === host && !alive(Number(pid))
}

/** @param {string} path */
function tryLock(path) {
  const mine = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  writeFileSync(mine, `${process.pid}\n${hostname()}`)
  try {
    linkSync(mine, path) // fails if it exists; unlike open('wx') the lock is never seen without its content
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

/** @param {string} path */
function removeIfStale(path) {
  const aside = `${path}.stale-${process.pid}`
  try {
    const text = readFileSync(path, 'utf8')
    const age = Date.now() - statSync(path).mtimeMs
    if (!isStale(text, age)) return
    renameSync(path, aside)
    // Between the look and the rename another waiter may have taken over: give the lock back to it.
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, path)
  } catch {
    // It went away meanwhile: the next round sees what is there now.
  } finally {
    rmSync(aside, { force: true })
  }
}

/**
 * Runs `work` while holding the lock.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  mkdirSync(dirname(path), { recursive: true })
  for (let round = 0; !tryLock(path); round++) {
    removeIfStale(path)
    if (round === 2) onWait?.()
    if (round > 0) await sleep(250)
  }
  const release = () => rmSync(path, { force: true })
  const forget = atExit(release)
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date())
    } catch {
      // Someone cleared the cache folder: nothing to keep alive any more.
    }
  }, BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    forget()
    release()
  }
}
