import { describe, expect, it } from 'vitest'
import { isInstalled, stampFor } from './node-modules.mjs'

/** @param {Record<string, object>} packages */
const lock = (packages) => ({ packages: { '': { name: 'deskmate' }, ...packages } })
/** @param {Record<string, object>} packages */
const hidden = (packages) => ({ packages })
const zod = { 'node_modules/zod': { version: '4.6.7' } }

describe('are the npm packages installed', () => {
  it('an own `npm install` that matches the lock file is not done over again', () => {
    expect(isInstalled(lock(zod), hidden(zod))).toBe(true)
  })

  it('another version than the lock file names is noticed', () => {
    expect(isInstalled(lock(zod), hidden({ 'node_modules/zod': { version: '4.6.6' } }))).toBe(false)
  })

  it('another package under the same alias and version is noticed', () => {
    const alias = (/** @type {string} */ name) => ({ 'node_modules/better-sqlite3': { name, version: '13.0.3' } })
    expect(isInstalled(lock(alias('better-sqlite3-multiple-ciphers')), hidden(alias('better-sqlite3')))).toBe(false)
  })

  it('a missing package is noticed', () => {
    expect(isInstalled(lock({ ...zod, 'node_modules/pino': { version: '10.4.0' } }), hidden(zod))).toBe(false)
  })

  it('another platform’s optional binary does not make every start install anew', () => {
    const binary = { 'node_modules/@rolldown/binding-win32-x64-msvc': { version: '1.0.0', optional: true } }
    expect(isInstalled(lock({ ...zod, ...binary }), hidden(zod))).toBe(true)
  })

  it('a package that the lock file no longer names is noticed', () => {
    expect(isInstalled(lock(zod), hidden({ ...zod, 'node_modules/leftover': { version: '1.0.0' } }))).toBe(false)
  })

  it('a changed lock file changes the stamp', () => {
    expect(stampFor('{"a":1}')).toBe(stampFor('{"a":1}'))
    expect(stampFor('{"a":1}')).not.toBe(stampFor('{"a":2}'))
  })
})
