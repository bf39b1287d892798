import fs from 'node:fs'
import { expect, test } from 'vitest'
import { generalise } from './generalise.ts'
import { generalSentences, isWorthLearning } from './suggestible.ts'

const NOBODY = { customers: [], agents: [], orders: [], tracking: [], contacts: [], addresses: [] }
const AT = Date.parse('2026-11-27T11:00:00+08:00')
const lines = fs.readFileSync(new URL('testdata/replies.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))

/** Replies of a set that are told wrongly: worth it and missed, or junk and suggested. */
function wrong(set: string): { missed: string[]; junk: string[]; worth: number; all: number } {
  const found = { missed: [] as string[], junk: [] as string[], worth: 0, all: 0 }
  for (const [of, label, , text = ''] of lines) {
    if (of !== set) continue
    const worth = label === 'yes'
    const general = generalise(text, NOBODY, AT)
    found.all += 1
    if (worth) found.worth += 1
    if ((general !== null && isWorthLearning(general)) !== worth) (worth ? found.missed : found.junk).push(text)
  }
  return found
}

test.each(['dev', 'held'])('LR-8 of labelled replies (%s) at least nine in ten that are worth it are suggested, and at most one in ten that is junk (a queue of thanks is not read)', (set) => {
  const { missed, junk, worth, all } = wrong(set)
  expect(all).toBeGreaterThanOrEqual(60)
  expect(missed.length / worth, missed.join('\n')).toBeLessThanOrEqual(0.1)
  expect(junk.length / (all - worth), junk.join('\n')).toBeLessThanOrEqual(0.1)
})

test('LR-8 courtesies, questions and reports of one case are left out of what is kept', () => {
  expect(generalSentences('亲，您好！退货的运费由我们承担。我已经帮您催仓库了。还有什么可以帮您的吗？')).toEqual(['退货的运费由我们承担。'])
  expect(generalSentences('Sorry for the wait. Sale items can be exchanged but not refunded. I have refunded $5 to you.')).toEqual(['Sale items can be exchanged but not refunded.'])
})
