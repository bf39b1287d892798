import { expect, test } from 'vitest'
import { Verdict, type Topic } from '../../src-shared/domain/triage.ts'
import { parseCorpusFile } from '../domain/corpus/lines.ts'
import { evaluateCorpus } from './own-corpus.ts'

const verdict = (more: Partial<Verdict>): Verdict => Verdict.parse({
  language: { code: 'zh', confidence: 1 }, topics: [], acts: [], marks: [], emotion: { label: 'calm', level: 0, scores: {} },
  dissatisfaction: 0, anger: 0, urgency: 0, escalation: 0, entities: [], evidence: [], ...more,
})
const topic = (label: Topic, confidence: number): Partial<Verdict> => ({ topics: [{ label, confidence }] })

/** Five lines of a topic each from two groups and one line of nothing; the figures below are computed by hand. */
const LINES = parseCorpusFile(['text\ttopics\tacts\tmarks\temotion\tbefore',
  ...Array.from({ length: 5 }, (_, i) => `什么时候发 ${i}\tship_when\t\t\tcalm\t`), ...Array.from({ length: 5 }, (_, i) => `退货 ${i}\treturn_request\t\t\tangry\t`), '天气\t\t\t\tcalm\t'].join('\n'), 'zh', 'zh/x')

test('TM-12 figures are what a hand computes: F1 of leaves and groups, anger, rejection, calibration', () => {
  const [figures] = evaluateCorpus((_, index) => {
    if (index < 4) return verdict(topic('ship_when', 0.8))
    if (index === 4) return verdict(topic('order_lookup', 0.8))
    if (index < 8) return verdict({ ...topic('return_request', 0.6), emotion: { label: 'angry', level: 3, scores: {} } })
    return verdict({})
  }, LINES)
  // ship_when: 4 of 5 found, none false: F1 8/9. return_request: 3 of 5: 6/8. The wrong leaf is of the same group: order 1, return 6/8.
  expect(figures?.leaves).toBeCloseTo((8 / 9 + 0.75) / 2)
  expect(figures?.groups).toBeCloseTo((1 + 0.75) / 2)
  expect(figures?.angryRecall).toBeCloseTo(0.6)
  expect(figures?.calmFalseAlarms).toBe(0)
  expect(figures?.outOfScopeRecall).toBe(1)
  // Eight labels: five told with .8, four right; three told with .6, all right.
  expect(figures?.calibrationError).toBeCloseTo((Math.abs(5 * 0.8 - 4) + Math.abs(3 * 0.6 - 3)) / 8)
})

test('TM-12 languages are measured apart, and the shop’s line reaches the triage as our side’s latest turn', () => {
  const other = parseCorpusFile('text\ttopics\tacts\tmarks\temotion\tbefore\nok\t\taffirm\t\tcalm\tshall we?', 'en', 'en/y')
  const heard: string[] = []
  const figures = evaluateCorpus(({ history }) => { heard.push(history[0]?.text ?? ''); return verdict({}) }, [...LINES, ...other])
  expect(figures.map((one) => [one.language, one.lines])).toEqual([['zh', 11], ['en', 1]])
  expect(heard.at(-1)).toBe('shall we?')
})
