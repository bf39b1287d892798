import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT } from '../lib/paths.mjs'
import { executableName, findElectron, isReachable, releaseUrl } from './electron.mjs'
import { FLOOR, floorFolder, hasFloor, requireIntegrity } from './electron-floor.mjs'

let cache = ''
beforeEach(() => { cache = mkdtempSync(join(tmpdir(), 'deskmate-unit-')) })
afterEach(() => rmSync(cache, { recursive: true, force: true }))

/** @param {string} folder */
function makeFloor(folder) {
  mkdirSync(dirname(join(folder, executableName())), { recursive: true })
  for (const name of [executableName(), 'deskmate-floor']) writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'version'), FLOOR.version)
}
const floorOnly = { DESKMATE_ELECTRON: 'floor' }

describe('which Electron', () => {
  it('a floor in the cache is used without asking the network again', () => {
    expect(findElectron(cache, '45.0.0', { env: floorOnly })).toBeNull()
    makeFloor(floorFolder(cache))
    expect(findElectron(cache, '45.0.0', { env: floorOnly })).toMatchObject({ kind: 'floor', version: FLOOR.version, dist: floorFolder(cache) })
  })

  it('asked to look again, it is not content with the floor', () => {
    makeFloor(floorFolder(cache))
    expect(findElectron(cache, '0.0.0-none', { env: {}, refresh: true })).toBeNull()
    expect(findElectron(cache, '0.0.0-none', { env: { DESKMATE_ELECTRON: 'official' } })).toBeNull()
  })

  it('a floor made before gets the default app of today, not the one of then', () => {
    makeFloor(floorFolder(cache))
    const main = join(floorFolder(cache), 'resources', 'app', 'main.mjs')
    mkdirSync(join(main, '..'), { recursive: true })
    writeFileSync(main, '// an older one')
    findElectron(cache, '45.0.0', { env: floorOnly })
    expect(readFileSync(main, 'utf8')).toBe(readFileSync(join(ROOT, 'scripts/floor-app/main.mjs'), 'utf8'))
  })

  it('a given folder without Electron is refused in words, not passed over', () => {
    expect(() => findElectron(cache, '45.0.0', { env: { ELECTRON_OVERRIDE_DIST_PATH: cache } })).toThrow(/ELECTRON_OVERRIDE_DIST_PATH/)
  })

  it('the floor is offered nowhere but where its binary runs', () => {
    expect(hasFloor('linux', 'x64')).toBe(true)
    expect([hasFloor('linux', 'arm64'), hasFloor('darwin', 'x64'), hasFloor('win32', 'x64')]).toEqual([false, false, false])
  })

  it('a mirror is asked where one is set, with or without a slash at its end', () => {
    expect(releaseUrl('45.4.1', {})).toContain('github.com/electron/electron/releases/download/v45.4.1/electron-v45.4.1-')
    for (const ELECTRON_MIRROR of ['http://mirror.test/e', 'http://mirror.test/e/']) {
      expect(releaseUrl('45.4.1', { ELECTRON_MIRROR })).toBe(`http://mirror.test/e/v45.4.1/electron-v45.4.1-${process.platform}-${process.arch}.zip`)
    }
  })

  it('a server that takes the call and says nothing does not hold up the start', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
    const began = Date.now()
    expect(await isReachable(`http://127.0.0.1:${port}/electron.zip`, 200)).toBe(false)
    expect(Date.now() - began).toBeLessThan(3_000)
    server.close()
  })

  it('a tampered download is refused', () => {
    expect(() => requireIntegrity('sha512-AAAA', FLOOR.integrity)).toThrow(/not the expected file/)
    expect(() => requireIntegrity(FLOOR.integrity, FLOOR.integrity)).not.toThrow()
  })
})
