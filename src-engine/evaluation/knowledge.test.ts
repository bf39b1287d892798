import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openResources } from '../adapters/resources.ts'
import { Senses } from '../domain/knowledge/index/senses.ts'
import { openSenses } from '../knowledge-files.ts'
import { KNOWLEDGE_SETS } from './knowledge.ts'
import { hitFigures, openFind, openPlain, readAsked, split, type QuestionSet } from './knowledge-set.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const parts = openSenses(openResources(path.join(ROOT, 'resources')))
/** Just below what was measured; docs/knowledge.md has the figures. */
const FLOOR = {
  zh: { asked: { first: 0.82, firstFive: 0.95 }, oblique: { first: 0.4, firstFive: 0.68 } },
  en: { asked: { first: 0.81, firstFive: 0.95 }, oblique: { first: 0.41, firstFive: 0.69 } },
}
const HELD: Readonly<Record<QuestionSet, number>> = { asked: 450, oblique: 600 }

describe.each(['zh', 'en'] as const)('questions in other words, %s', (language) => {
  const folder = path.join(ROOT, KNOWLEDGE_SETS, language)
  const find = openFind(folder, new Senses(parts))

  test.each(['asked', 'oblique'] as const)('KN-9 %s: three questions for each of three hundred articles, none about another file (a set that shrank looks like progress)', (set) => {
    const asked = readAsked(folder, set)
    expect(asked).toHaveLength(900)
    expect(new Set(asked.map(({ doc }) => doc)).size).toBe(300)
    expect(split(asked, set).held).toHaveLength(HELD[set])
  })

  test.each(['asked', 'oblique'] as const)('KN-9 %s: what was never tuned on is found at least as often as when it was measured, and oftener than by plain BM25', (set) => {
    const { held } = split(readAsked(folder, set), set)
    const [ours, plain] = [hitFigures(find, held), hitFigures(openPlain(folder), held)]
    expect(ours.first).toBeGreaterThanOrEqual(FLOOR[language][set].first)
    expect(ours.firstFive).toBeGreaterThanOrEqual(FLOOR[language][set].firstFive)
    expect(ours.firstFive).toBeGreaterThan(plain.firstFive + 0.04)
  })
})
