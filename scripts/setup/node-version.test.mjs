import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../lib/paths.mjs'
import { requireNode } from './node-version.mjs'

it('an old Node.js is refused in words, before a tool breaks down in it', () => {
  for (const version of ['18.20.0', '20.9.0', '20.18.3']) expect(() => requireNode(version)).toThrow(/20\.19 or newer/)
})

it('a newer one is not refused because its minor version is small', () => {
  for (const version of ['20.19.0', '22.1.0', '24.0.0']) expect(() => requireNode(version)).not.toThrow()
})

it('package.json names the same version', () => {
  expect(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node).toBe('>=20.19')
})
