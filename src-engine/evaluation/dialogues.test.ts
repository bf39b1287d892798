import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDialogues } from '../domain/corpus/dialogues.ts'
import { createTriage, parseLexicon } from '../domain/triage/index.ts'
import { evaluateDialogues } from './dialogues.ts'

const root = new URL('../../', import.meta.url)
const triage = createTriage(parseLexicon(JSON.parse(readFileSync(new URL('resources/triage/lexicon.json', root), 'utf8'))))
const dialogues = (language: string) => parseDialogues(readFileSync(new URL(`corpus/dialogues/${language}.jsonl`, root), 'utf8'))

test.each(['zh', 'en'])('DS-5 the dialogues that were set apart are ranked as their writer felt, also by rules alone: %s', (language) => {
  const apart = dialogues(language).filter((one) => one.split === 'test')
  expect(apart.length).toBeGreaterThanOrEqual(10)
  expect(evaluateDialogues(triage, apart)).toBeGreaterThan(0.8)
})

test('DS-5 a curve that does not listen is no better than chance, so the figure above is about something', () => {
  const deaf = evaluateDialogues((input) => ({ ...triage(input), dissatisfaction: 0.5 }), dialogues('zh'))
  expect(deaf).toBe(0.5)
})

test('DS-5 a dialogue that does not fit is refused with its number, not half read', () => {
  expect(() => parseDialogues('{"id":"x","split":"train","turns":[{"who":"customer","text":"在吗"},{"who":"agent","text":"在"}]}')).toThrow(/dialogue 1/)
})
