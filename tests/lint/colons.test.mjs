import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FEATURES = join(import.meta.dirname, '../../src-renderer/features')

test('W-61 no component puts a half-width colon between two texts: Chinese has its own', () => {
  const files = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => /[)\w]\}: [{$]|`: \$\{/.test(readFileSync(join(FEATURES, file), 'utf8')))).toEqual([])
})
