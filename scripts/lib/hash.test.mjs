import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildInputs, isBuildInput } from '../build.mjs'
import { hashTree, integrityOf, readStamp } from './hash.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskmate-unit-'))
  mkdirSync(join(folder, 'src-main', 'deep'), { recursive: true })
  writeFileSync(join(folder, 'src-main', 'deep', 'a.ts'), 'a')
  writeFileSync(join(folder, 'src-main', 'b.ts'), 'b')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const hash = () => hashTree(folder, ['src-main', 'absent.json'], isBuildInput)

describe('has anything changed', () => {
  it('a change deep down, of equal length and time, makes a build', () => {
    const before = hash()
    expect(hash()).toBe(before)
    writeFileSync(join(folder, 'src-main', 'deep', 'a.ts'), 'x')
    expect(hash()).not.toBe(before)
  })

  it('a renamed file makes a build, since imports name files', () => {
    const before = hash()
    renameSync(join(folder, 'src-main', 'b.ts'), join(folder, 'src-main', 'c.ts'))
    expect(hash()).not.toBe(before)
  })

  it('text that moves from one file into the next makes a build', () => {
    writeFileSync(join(folder, 'src-main', 'b.ts'), 'bc')
    const before = hash()
    writeFileSync(join(folder, 'src-main', 'b.ts'), 'b')
    writeFileSync(join(folder, 'src-main', 'deep', 'a.ts'), 'ca')
    expect(hash()).not.toBe(before)
  })

  it('a unit test that changes does not make a build', () => {
    const before = hash()
    writeFileSync(join(folder, 'src-main', 'b.test.ts'), 'test')
    expect(hash()).toBe(before)
  })

  it('all programs’ sources and configurations count, and nothing that a build writes', () => {
    const names = ['src-main', 'src-renderer', 'resources', 'vite.node.config.ts', 'electron.vite.config.ts', 'tsconfig.web.json', 'package-lock.json', 'out', 'node_modules', 'tests', 'vitest.config.ts', 'docs']
    expect(buildInputs(names)).toEqual(names.slice(0, 7))
  })

  it('a checksum has the form of package-lock.json, or no download would ever be accepted', async () => {
    writeFileSync(join(folder, 'abc'), 'abc')
    expect(await integrityOf(join(folder, 'abc'))).toBe('sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==')
  })

  it('a stamp that is not there reads as empty, not as an error', () => {
    expect(readStamp(join(folder, 'none'))).toBe('')
  })
})
