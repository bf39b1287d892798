import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LogFile } from './log.ts'
import { loadSeatId } from './seat.ts'
import { RememberedWindow, usableBounds } from './window-state.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'deskmate-window-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 }

describe('window', () => {
  test('S-25 opens where it was, if that can still be reached', () => {
    expect(usableBounds({ x: 100, y: 50, width: 1400, height: 900 }, [SCREEN])).toEqual({ x: 100, y: 50, width: 1400, height: 900 })
    expect(usableBounds({ x: 2500, y: 50, width: 1400, height: 900 }, [SCREEN])).toBeNull()
    expect(usableBounds({ x: 2500, y: 50, width: 1400, height: 900 }, [SCREEN, { ...SCREEN, x: 1920 }])).not.toBeNull()
    expect(usableBounds({ x: 100, y: -900, width: 1400, height: 900 }, [SCREEN])).toBeNull()
  })
  test('S-25 is never smaller than it works', () => {
    expect(usableBounds({ x: 0, y: 0, width: 10, height: 10 }, [SCREEN])).toMatchObject({ width: 960, height: 640 })
  })
  test('S-25 remembers theme and language, so that the first paint has them before the engine speaks', () => {
    const path = join(folder, 'window.json')
    new RememberedWindow(path).remember({ theme: 'dark', language: 'zh' })
    expect(new RememberedWindow(path).state).toMatchObject({ theme: 'dark', language: 'zh', bounds: null })
  })
  test.each(['', '[]', '{"theme":"pink","bounds":"big"}', 'null'])('S-25 a damaged memory (%s) opens the usual window', (content) => {
    const path = join(folder, 'window.json')
    writeFileSync(path, content)
    expect(new RememberedWindow(path).state).toEqual({ bounds: null, maximized: false, theme: 'system', language: null, keepRunning: false })
  })
})

describe('seat', () => {
  test('S-1 has the same identity at each start', () => {
    const path = join(folder, 'seat.json')
    expect(loadSeatId(path)).toBe(loadSeatId(path))
  })
})

describe('log file', () => {
  test('S-24 is put aside when it is full, is private, and keeps what was written last', async () => {
    const log = new LogFile(folder, null, 1000)
    const path = join(folder, 'shell.log')
    for (let i = 0; i < 40; i++) log.write('engine', `line ${i} ${'x'.repeat(40)}`)
    await log.flush()
    expect(readFileSync(`${path}.1`, 'utf8')).toContain('line 39')
    log.write('engine', 'the last')
    await log.flush()
    expect(readFileSync(path, 'utf8')).toContain('the last')
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })
})
