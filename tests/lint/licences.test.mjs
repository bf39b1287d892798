import fs from 'node:fs'
import { expect, test } from 'vitest'
import { LICENCES } from '../../src-renderer/features/settings/licences.ts'

const read = (/** @type {string} */ path) => JSON.parse(fs.readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))

test('Z-13 every package that is shipped is named under the licence that it states (a new one would go unmentioned)', () => {
  const shipped = Object.keys(read('package.json').dependencies)
  expect(shipped.filter((name) => !LICENCES[read(`node_modules/${name}/package.json`).license]?.includes(name))).toEqual([])
})
