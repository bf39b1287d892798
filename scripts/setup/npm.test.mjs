import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { npmCli } from './npm.mjs'

let folder = ''
beforeEach(() => { folder = realpathSync(mkdtempSync(join(tmpdir(), 'deskmate-unit-'))) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** @param {string[]} path */
function file(...path) {
  const full = join(folder, ...path)
  mkdirSync(join(full, '..'), { recursive: true })
  writeFileSync(full, '')
  chmodSync(full, 0o755)
  return full
}

describe('npm', () => {
  it('under yarn or pnpm, which name themselves in npm_execpath, npm is still found', () => {
    const npm = file('lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
    expect(npmCli({ npm_execpath: file('yarn.js'), PATH: '' }, join(folder, 'bin', 'node'))).toBe(npm)
  })

  it('a link on the PATH is followed, since node-gyp is looked for beside the real file', () => {
    const npm = file('share', 'npm', 'bin', 'npm-cli.js')
    mkdirSync(join(folder, 'bin'))
    symlinkSync(npm, join(folder, 'bin', 'npm'))
    expect(npmCli({ PATH: join(folder, 'bin') }, join(folder, 'elsewhere', 'bin', 'node'))).toBe(npm)
  })

  it('without npm there is a sentence and no stack trace about undefined', () => {
    expect(() => npmCli({ PATH: folder }, join(folder, 'bin', 'node'))).toThrow(/npm was not found/)
  })
})
