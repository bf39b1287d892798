import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openResources } from '../adapters/resources.ts'
import { Senses } from '../domain/knowledge/index/senses.ts'
import { openSenses } from '../knowledge-files.ts'
import { KNOWLEDGE_SETS } from './knowledge.ts'
import { hitFigures, openFind, openPlain, readAsked, split } from './knowledge-set.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const parts = openSenses(openResources(path.join(ROOT, 'resources')))
/** Just below what was measured; docs/knowledge.md has the figures. */
const FLOOR = { zh: { first: 0.24, firstFive: 0.5 }, en: { first: 0.2, firstFive: 0.45 } }

describe.each(['zh', 'en'] as const)('questions in other words, %s', (language) => {
  const folder = path.join(ROOT, KNOWLEDGE_SETS, language)
  const asked = readAsked(folder)

  test('KN-9 three questions for each of three hundred articles, and none about another file (a set that shrank looks like progress)', () => {
    expect(asked).toHaveLength(900)
    expect(new Set(asked.map(({ doc }) => doc)).size).toBe(300)
    expect(split(asked).held).toHaveLength(600)
  })

  test('KN-9 what was never tuned on is found at least as often as when it was measured, and far oftener than by plain BM25', () => {
    const { held } = split(asked)
    const [ours, plain] = [hitFigures(openFind(folder, new Senses(parts)), held), hitFigures(openPlain(folder), held)]
    expect(ours.first).toBeGreaterThanOrEqual(FLOOR[language].first)
    expect(ours.firstFive).toBeGreaterThanOrEqual(FLOOR[language].firstFive)
    expect(ours.firstFive).toBeGreaterThan(plain.firstFive + 0.1)
  })
})
