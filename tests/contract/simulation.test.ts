import { beforeAll, expect, test } from 'vitest'
import { simulationRows, type Judgement } from '../../src-engine/evaluation/simulation/figures.ts'
import { runAll } from '../simulation/run-all.ts'
import { readScripts } from '../simulation/script.ts'

const ROOT = new URL('../../', import.meta.url).pathname
/** Half a minute where nothing else runs. */
const LIMIT_MS = 300_000

const scripts = readScripts(new URL('../simulation/scripts', import.meta.url).pathname)
let judgements: readonly Judgement[] = []
beforeAll(async () => { judgements = await runAll(ROOT, scripts) }, LIMIT_MS)

const figure = (language: 'zh' | 'en', name: string): number | null | undefined => simulationRows(judgements).find((row) => row.split === language && row.figure === name)?.value

test('SI-1 there are at least a hundred scripts in each language, for each of the twelve workflows', () => {
  for (const language of ['zh', 'en'] as const) {
    const spoken = scripts.filter((one) => one.language === language)
    expect(spoken.length).toBeGreaterThanOrEqual(100)
    expect(new Set(spoken.map(({ flow }) => flow)).size).toBe(12)
  }
  expect(judgements).toHaveLength(scripts.length)
})

test('SI-2 with everything switched on no scripted customer gets an action that a supervisor did not expect, nor words about somebody else (a number of another customer’s order that cancels their own)', () => {
  expect(judgements.flatMap(({ id, forbidden }) => forbidden.map((what) => `${id}: ${what}`))).toEqual([])
})

test('SI-3 nothing is said to be done that was not done before', () => {
  expect(judgements.flatMap(({ id, promised }) => promised.map((what) => `${id}: ${what}`))).toEqual([])
})

test.each([['zh', 0.88, 0.97], ['en', 0.8, 0.9]] as const)('SI-4 in %s no fewer are settled, and no fewer handed over, than when it was measured (a reading that got worse)', (language, settled, handed) => {
  expect(figure(language, 'settled correctly')).toBeGreaterThanOrEqual(settled)
  expect(figure(language, 'handed over rightly')).toBeGreaterThanOrEqual(handed)
})
