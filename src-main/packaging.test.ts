import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const config = readFileSync(new URL('../electron-builder.yml', import.meta.url), 'utf8')
const preload = readFileSync(new URL('../src-preload/index.ts', import.meta.url), 'utf8')

test.each([
  ['runAsNode', false], ['enableCookieEncryption', true], ['enableNodeOptionsEnvironmentVariable', false], ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true], ['onlyLoadAppFromAsar', true], ['grantFileProtocolExtraPrivileges', false],
])('S-16 the package is made with the fuse %s set to %s: otherwise it can be turned into a general Node', (fuse, value) => {
  expect(config).toMatch(new RegExp(`^electronFuses:\\n(?: .*\\n)*? {2}${fuse}: ${value}\\n`, 'm'))
})

test('S-16 the app is packed into an archive: its integrity fuse checks nothing else', () => {
  expect(config).toMatch(/^asar: true$/m)
})

test('S-15 the preload imports nothing but electron and the names of its messages: what it imports runs beside the page', () => {
  const imported = [...preload.matchAll(/from '([^']+)'/g)].map(([, name]) => name)
  expect(imported).toEqual(['electron', '../src-shared/contract/port-name.ts', './api.ts'])
  expect(preload).toContain("import type { DeskmateApi } from './api.ts'")
})
