import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bindingFile, bindingFolder, compileFor, electronRuntime, isBindingReady, patchGyp, sqlitePackage } from './sqlite.mjs'

const runtime = (/** @type {string} */ name, /** @type {number} */ nodeApi) => ({ name, nodeApi, exec: name, env: {} })
const old = runtime('node-20.20.2', 9)
const current = runtime('node-24.0.0', 10)

describe('the SQLite module', () => {
  it('a runtime with Node-API 9 gets a compiled one: the shipped one crashes there', () => {
    expect(compileFor([old])).toBe(9)
  })

  it('one old runtime is enough to compile: both load the same file', () => {
    expect(compileFor([current, old])).toBe(9)
  })

  it('nobody waits for a compiler where the shipped one serves, or no database is opened', () => {
    expect(compileFor([current])).toBeNull()
    expect(compileFor([])).toBeNull()
  })

  it('the floor’s Electron is known to be old and the shipped one to be new', () => {
    expect(electronRuntime({ path: 'e', version: '33.2.1' }).nodeApi).toBe(9)
    expect(electronRuntime({ path: 'e', version: '35.0.0' }).nodeApi).toBe(10)
    expect(electronRuntime({ path: 'e', version: '45.4.1' }).env).toEqual({ ELECTRON_RUN_AS_NODE: '1' })
  })

  it('a new version of the package, or an older Node-API, does not reuse the old file', () => {
    const folder = bindingFolder('/cache', { name: 'm', version: '1.0.0' }, 9)
    expect(bindingFolder('/cache', { name: 'm', version: '1.0.1' }, 9)).not.toBe(folder)
    expect(bindingFolder('/cache', { name: 'm', version: '1.0.0' }, 8)).not.toBe(folder)
    expect(bindingFolder('/cache', { name: 'n', version: '1.0.0' }, 9)).not.toBe(folder)
  })

  it('the alias is looked through, so that the fork and the original never share a file', () => {
    const packages = { 'node_modules/better-sqlite3': { name: 'better-sqlite3-multiple-ciphers', version: '13.0.3' } }
    expect(sqlitePackage({ packages })).toEqual({ name: 'better-sqlite3-multiple-ciphers', version: '13.0.3' })
  })

  const gyp = "'defines': ['NAPI_VERSION=10', 'X'],\n'cflags_cc': ['-std=c++20', '-flto'],\n'ldflags': ['-flto'],\n'ldflags': ['-flto', '-Wl,-Bsymbolic'],"

  it('the compiled one declares the experimental version, without which it crashes on Node-API 9', () => {
    const patched = patchGyp(gyp)
    expect(patched).toContain("'defines': ['NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NO_WARNING', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT', 'X']")
    expect(patched).not.toContain('NAPI_VERSION')
  })

  it('link-time optimisation is gone and the rest of the flags stays well-formed', () => {
    expect(patchGyp(gyp)).toContain("'cflags_cc': ['-std=c++20'],\n'ldflags': [],\n'ldflags': ['-Wl,-Bsymbolic'],")
  })

  it('a package whose build file changed is refused, not compiled into something that crashes', () => {
    expect(() => patchGyp("'defines': ['NAPI_VERSION=11']")).toThrow(/binding\.gyp/)
  })

  describe('is it ready', () => {
    const folder = mkdtempSync(join(tmpdir(), 'deskmate-unit-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    it('a file that was never tried in this runtime is tried first', () => {
      expect(isBindingReady(folder, [])).toBe(false)
      writeFileSync(bindingFile(folder), '')
      writeFileSync(join(folder, 'works-in-node-20.20.2'), '')
      expect(isBindingReady(folder, [old])).toBe(true)
      expect(isBindingReady(folder, [old, current])).toBe(false)
    })
  })
})
