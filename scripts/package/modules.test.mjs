import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { sqliteBinding } from './after-pack.mjs'
import { isShipped, modulesFor, packagesIn, stageModules } from './modules.mjs'

/** @type {string[]} */
const trees = []
afterEach(() => { for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true }) })

/** A work tree with these files. @param {Record<string, string | object>} files */
function tree(files) {
  const root = mkdtempSync(join(tmpdir(), 'deskmate-modules-'))
  trees.push(root)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return root
}

test('S-36 packages are read from the syntax of a program: a sentence that says "from" would name one that does not exist', () => {
  const code = `import fs from "node:fs"
import path from "path"
import { z } from "zod"
import {
  io,
} from "socket.io-client"
export { v7 } from "uuid/v7"
const text = 'a parcel from "DMF1"'
const later = () => import("@scope/thing/deep.js")
import { shared } from "../shared/x.js"
import { app } from "electron"`
  expect(packagesIn(code)).toEqual(['@scope/thing', 'socket.io-client', 'uuid', 'zod'])
})

test('S-36 what the programs import and what that needs goes along, in its place, and nothing else: a second version would be replaced by the first, or the window’s libraries shipped twice', () => {
  const root = tree({
    'package.json': { dependencies: { a: '1', react: '1' }, devDependencies: { vite: '1' } },
    'out/engine/index.js': 'import "a"',
    'out/renderer/index.js': 'import "react"',
    'node_modules/a/package.json': { dependencies: { b: '2' }, optionalDependencies: { absent: '1' } },
    'node_modules/a/node_modules/b/package.json': { dependencies: { c: '1' } },
    'node_modules/b/package.json': {}, 'node_modules/c/package.json': {}, 'node_modules/react/package.json': {}, 'node_modules/vite/package.json': {},
  })
  expect(modulesFor(root).map((each) => each.folder)).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c'])
})

test('S-36 an import of what only development installs is refused: the app would work here and be broken in the package', () => {
  const root = tree({ 'package.json': { dependencies: {}, devDependencies: { vite: '1' } }, 'out/main/index.js': 'import "vite"', 'node_modules/vite/package.json': {} })
  expect(() => modulesFor(root)).toThrow(/imports vite, which package.json does not list/)
})

test('S-36 a needed package that is not installed is refused instead of being left out', () => {
  const root = tree({ 'package.json': { dependencies: { a: '1' } }, 'out/main/index.js': 'import "a"', 'node_modules/a/package.json': { dependencies: { b: '1' } } })
  expect(() => modulesFor(root)).toThrow(/b is needed by node_modules\/a but is not installed/)
})

test('S-36 of a package go code, data and licence; sources, types, maps, tests and binaries of any platform stay', () => {
  for (const path of ['index.js', 'dist/lib.wasm', 'LICENSE', 'package.json', 'lib/attestation.js']) expect(isShipped('a', path), path).toBe(true)
  for (const path of ['src/index.ts', 'index.d.ts', 'index.js.map', 'README.md', 'test/x.js', 'node_modules/b/index.js', 'build/x.node']) expect(isShipped('a', path), path).toBe(false)
  expect(isShipped('better-sqlite3', 'lib/index.js')).toBe(true)
  expect(isShipped('better-sqlite3', 'prebuilds/darwin-x64.node')).toBe(false)
})

test('S-36 staging copies exactly that, also when an older staging lies there', () => {
  const root = tree({
    'package.json': { dependencies: { a: '1' } }, 'out/main/index.js': 'import "a"',
    'node_modules/a/package.json': { main: 'x.js' }, 'node_modules/a/x.js': 'yes', 'node_modules/a/x.d.ts': 'no', 'stage/node_modules/old/x.js': 'old',
  })
  stageModules(root, join(root, 'stage'))
  expect(readFileSync(join(root, 'stage/node_modules/a/x.js'), 'utf8')).toBe('yes')
  expect(['node_modules/a/x.d.ts', 'node_modules/old'].map((path) => existsSync(join(root, 'stage', path)))).toEqual([false, false])
})

test('S-36 the binding in a package fits its Electron and platform: any other crashes the engine at its start', () => {
  const root = tree({ 'node_modules/better-sqlite3/prebuilds/linux-arm64.node': '' })
  const target = { electronVersion: '45.4.1', platform: 'linux', arch: 'arm64', projectDir: root, compiled: '/cache/mine.node' }
  expect(sqliteBinding(target)).toBe(join(root, 'node_modules/better-sqlite3/prebuilds/linux-arm64.node'))
  expect(() => sqliteBinding({ ...target, platform: 'win32' })).toThrow('no SQLite binding for win32-arm64')
  const old = { ...target, electronVersion: '33.2.1' }
  expect(sqliteBinding({ ...old, platform: process.platform, arch: process.arch })).toBe('/cache/mine.node')
  expect(() => sqliteBinding({ ...old, platform: 'sunos' })).toThrow('npm run package')
  expect(() => sqliteBinding({ ...old, platform: process.platform, arch: process.arch, compiled: undefined })).toThrow('npm run package')
})
