import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placesOf } from './places.ts'

const ROOT = new URL('..', import.meta.url).pathname
const require = createRequire(import.meta.url)
// The parser that electron-builder itself reads the file with.
const yaml = createRequire(require.resolve('app-builder-lib'))('js-yaml') as { load(text: string): unknown }

interface Config {
  appId: string
  asar: boolean
  beforeBuild: string
  afterPack: string
  directories: { output: string }
  files: (string | { from: string; to: string })[]
  electronFuses: Record<string, boolean>
  linux: { target: string[]; icon: string }
  mac: { target: string[]; icon: string }
  win: { target: string[]; icon: string }
  nsis: { deleteAppDataOnUninstall: boolean }
}
const config = yaml.load(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as Config
const preload = readFileSync(new URL('../src-preload/index.ts', import.meta.url), 'utf8')

test.each([
  ['runAsNode', false], ['enableCookieEncryption', true], ['enableNodeOptionsEnvironmentVariable', false], ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true], ['onlyLoadAppFromAsar', true], ['loadBrowserProcessSpecificV8Snapshot', false], ['grantFileProtocolExtraPrivileges', false],
])('S-16 the package is made with the fuse %s set to %s: otherwise it can be turned into a general Node', (fuse, value) => {
  expect(config.electronFuses[fuse]).toBe(value)
})

test('S-16 the fuses that are asked for are those that are read back after packing: one of them alone would be checked by nobody', async () => {
  const { FUSES } = await import(new URL('../scripts/package/fuses.mjs', import.meta.url).href) as { FUSES: Record<string, boolean> }
  expect(Object.fromEntries(Object.entries(FUSES).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]))).toEqual(config.electronFuses)
})

test('S-16 the app is packed into an archive: its integrity fuse checks nothing else', () => {
  expect(config.asar).toBe(true)
})

test('S-36 every installer has its configuration, and the files that it names are there', () => {
  expect(config.linux.target).toEqual(expect.arrayContaining(['dir', 'deb', 'AppImage']))
  expect(config.mac.target).toContain('dmg')
  expect(config.win.target).toContain('nsis')
  for (const file of [config.beforeBuild, config.afterPack, config.linux.icon, config.mac.icon, config.win.icon]) expect(existsSync(join(ROOT, file)), file).toBe(true)
  expect(config.directories.output).toBe('dist')
})

test('S-27 notifications are shown under the id that the installer registers: Windows drops those of any other', () => {
  expect(readFileSync(new URL('index.ts', import.meta.url), 'utf8')).toContain(`setAppUserModelId('${config.appId}')`)
})

test('S-36 taking the app off a machine leaves what people wrote', () => {
  expect(config.nsis.deleteAppDataOnUninstall).toBe(false)
})

test('S-36 npm packages come from what was laid out, not from the work tree: those of development would be packed, too', () => {
  expect(config.files).toContainEqual({ from: 'out/package/node_modules', to: 'node_modules' })
  expect(config.files.filter((each) => typeof each === 'string' && each.includes('node_modules'))).toEqual([])
})

test('S-36 a package loads its native module from beside the archive, whatever the environment names', () => {
  expect(placesOf('/opt/Deskmate/resources/app.asar', '/opt/Deskmate/resources').sqliteBinding).toBe(join('/opt/Deskmate/resources', 'better_sqlite3.node'))
  expect(placesOf('/srv/deskmate', null).sqliteBinding).toBeNull()
})

test('S-15 the preload imports nothing but electron and the names of its messages: what it imports runs beside the page', () => {
  const imported = [...preload.matchAll(/from '([^']+)'/g)].map(([, name]) => name)
  expect(imported).toEqual(['electron', '../src-shared/contract/port-name.ts', './api.ts'])
  expect(preload).toContain("import type { DeskmateApi } from './api.ts'")
})
