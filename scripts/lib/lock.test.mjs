import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isStale, withLock } from './lock.mjs'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'deskmate-unit-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the lock', () => {
  it('two that want it never work at the same time', async () => {
    const path = join(folder, 'a.lock')
    let inside = 0
    let most = 0
    await Promise.all([1, 2, 3].map(() => withLock(path, async () => {
      most = Math.max(most, ++inside)
      await sleep(20)
      inside--
    })))
    expect(most).toBe(1)
    expect(existsSync(path)).toBe(false)
  })

  it('a failure inside gives the lock back', async () => {
    const path = join(folder, 'a.lock')
    await expect(withLock(path, async () => { throw new Error('no disk') })).rejects.toThrow('no disk')
    expect(await withLock(path, async () => 'again')).toBe('again')
  })

  it('a lock that a killed process left behind is taken over', async () => {
    const path = join(folder, 'a.lock')
    writeFileSync(path, `1\nsome-other-machine`)
    const longAgo = new Date(Date.now() - 10 * 60_000)
    utimesSync(path, longAgo, longAgo)
    expect(await withLock(path, async () => 'mine')).toBe('mine')
  })

  it('the process id of another machine or container says nothing here', () => {
    const dead = () => false
    expect(isStale(`77\n${hostname()}`, 1_000, { alive: dead })).toBe(true)
    expect(isStale('77\nelsewhere', 1_000, { alive: dead })).toBe(false)
  })

  it('a restarted container, where the id belongs to someone else now, does not wait for ever', () => {
    expect(isStale(`77\n${hostname()}`, 10 * 60_000, { alive: () => true })).toBe(true)
    expect(isStale(`77\n${hostname()}`, 1_000, { alive: () => true })).toBe(false)
  })
})
