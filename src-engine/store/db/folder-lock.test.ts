import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'

const binding = process.env['DESKMATE_SQLITE_BINDING'] ?? null
let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'folder-lock-')) })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

test('WB-15 a folder that another program holds is refused with a sentence, and let go however that program ends (two night desks would answer the same customers)', async () => {
  const file = join(folder, 'night.lock')
  const script = `
    const Database = require(${JSON.stringify(createRequire(import.meta.url).resolve('better-sqlite3'))})
    const db = new Database(${JSON.stringify(file)}, ${JSON.stringify(binding === null ? {} : { nativeBinding: binding })})
    db.pragma('locking_mode = EXCLUSIVE'); db.exec('BEGIN EXCLUSIVE'); process.stdout.write('held'); setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(other.stdout, 'data')
  expect(() => lockFolder(file, binding)).toThrow(expect.objectContaining({ code: 'folder-in-use', say: expect.objectContaining({ en: expect.stringContaining('Another night desk') }) }))
  other.kill('SIGKILL')
  await once(other, 'exit')

  const letGo = lockFolder(file, binding)
  expect(() => lockFolder(file, binding)).toThrow(expect.objectContaining({ code: 'folder-in-use' }))
  letGo()
  lockFolder(file, binding)()
})
