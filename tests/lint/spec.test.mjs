import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = new URL('../..', import.meta.url).pathname
const SKIP = new Set(['node_modules', 'out', 'dist', '.git', 'test-results'])

function testFiles(dir = ROOT) {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (SKIP.has(entry.name)) return []
    const full = path.join(dir, entry.name)
    if (entry.isDirectory()) return testFiles(full)
    return /\.(test|spec)\.(ts|tsx|mjs)$|-suite\.ts$/.test(entry.name) ? [full] : []
  })
}

test('L-3 every promise of docs/SPEC.md has a test that names it (a promise that nobody checks would stay listed)', () => {
  const promised = new Set([...fs.readFileSync(path.join(ROOT, 'docs/SPEC.md'), 'utf8').matchAll(/\*\*([A-Z]{1,2}(?:-[A-Z])?-?[A-Z]?\d+)\*\*/g)].map((m) => m[1]))
  const tests = testFiles().map((file) => fs.readFileSync(file, 'utf8')).join('\n')
  expect(promised.size).toBeGreaterThan(100)
  expect([...promised].filter((id) => !new RegExp(`['"\`]${id}[ ,&]`).test(tests))).toEqual([])
})

test('L-3 a promise has its number alone (two that share one, and a test that names it holds neither)', () => {
  const ids = [...fs.readFileSync(path.join(ROOT, 'docs/SPEC.md'), 'utf8').matchAll(/\*\*([A-Z]{1,2}(?:-[A-Z])?-?[A-Z]?\d+)\*\*/g)].map((m) => m[1])
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})
