import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TOPICS, type Verdict } from '../../../../src-shared/domain/triage.ts'
import { readCorpus } from '../../../training/corpus.ts'
import { CorpusSplit, parseCorpusFile, type CorpusLine } from '../../corpus/lines.ts'
import type { Adjuster } from '../../teach/adjuster.ts'
import { createHeads, createTriage, parseLexicon } from '../index.ts'
import { alongCurve, platt, risingCurve } from './calibrate.ts'
import { findClasses, parseWordClasses } from './classes.ts'
import { decide, type Ruled } from './decide.ts'
import { LAYERS, parseTriageModel, writeTriageModel } from './format.ts'
import type { Judged } from './heads.ts'
import { runsOf } from './spans.ts'
import { bestThreshold, recallThreshold } from './thresholds.ts'
import { trainTriageModel } from './train.ts'

const project = (name: string): URL => new URL(`../../../../${name}`, import.meta.url)
const file = readFileSync(project('resources/models/triage.bin'))
const words = readFileSync(project('corpus/words.txt'), 'utf8')
const lexicon = parseLexicon(JSON.parse(readFileSync(project('resources/triage/lexicon.json'), 'utf8')))
const heads = createHeads(file)
const AT = Date.UTC(2026, 3, 20, 4)
const say = (text: string, before: string | null = null, adjust?: Adjuster): Verdict => createTriage(lexicon, undefined, { heads }, adjust)(
  { text, at: AT, attachments: 0, history: before === null ? [] : [{ role: 'agent', text: before, at: AT - 60_000 }] })
const names = (list: ReadonlyArray<{ label: string }>): string[] => list.map((one) => one.label)

/** A corpus of two writers, small enough to train on in a test. */
const LINES = ['a', 'b'].flatMap((writer) => parseCorpusFile(['text\ttopics\tacts\tmarks\temotion\tbefore',
  ...['什么时候发货', '还不发货吗', '发货了没有'].map((text) => `${text} ${writer}\tship_when\t\t\tcalm\t`), ...['我要退货', '退货吧', '这个退货'].map((text) => `${text} ${writer}\treturn_request\t\t\tangry\t`),
  ...['好的', '嗯嗯'].map((text) => `${text}\t\taffirm\t\tcalm\t可以吗?`)].join('\n'), 'zh', `zh/${writer}`))

test('TM-1 what is written can be read, and a file that is cut off, longer, something else, or made for other labels is refused in one sentence', () => {
  expect(Buffer.from(writeTriageModel(parseTriageModel(file))).equals(file)).toBe(true)
  expect(() => parseTriageModel(file.subarray(0, file.length - 1))).toThrow('cut off')
  expect(() => parseTriageModel(new Uint8Array([...file, 0]))).toThrow('too long')
  expect(() => parseTriageModel(new TextEncoder().encode('{"labels":[]}, and more text'))).toThrow('not a triage model')
  const renamed = Buffer.from(file)
  renamed.write('topics.ship_whom', renamed.indexOf('topics.ship_when'))
  expect(() => parseTriageModel(renamed)).toThrow('other labels')
})

test('TM-2 same lines, words and seed make the same model bit for bit, whatever was trained before; another seed makes another', () => {
  const made = (seed: number): Buffer => Buffer.from(writeTriageModel(trainTriageModel(LINES, lexicon, words, seed).model))
  const first = made(7)
  expect(made(8).equals(first)).toBe(false)
  expect(made(7).equals(first)).toBe(true)
})

test('TM-2 a writer is judged only by a model that has not read him: two writers who agree on nothing score below zero on each other', () => {
  const twins: CorpusLine[] = LINES.map((line) => (line.writer === 'zh/b' ? { ...line, topics: line.topics.map((one) => (one === 'ship_when' ? 'return_request' : 'ship_when')) } : line))
  const { scores } = trainTriageModel(twins, lexicon, words, 7)
  const right = scores.map((row, n) => row[TOPICS.indexOf(twins[n]?.topics[0] ?? 'restock')] ?? 0).filter((_, n) => (twins[n]?.topics.length ?? 0) > 0)
  expect(Math.max(...right)).toBeLessThan(0)
})

test('TM-3 the model that ships was made with the classes of words that lie beside it, so a change there cannot be forgotten', () => {
  expect(parseTriageModel(file).header.classes).toBe(words)
})

test('TM-4 the longest word of a class counts, phrases too, in both languages, and a word may be in several', () => {
  const classes = parseWordClasses('# remark\nback = 退货|return\nmoney = 退货运费|money back|运费\nboth = return\n')
  expect(findClasses('退货运费谁出', classes).map((hit) => [hit.number, hit.from, hit.to])).toEqual([[1, 0, 4]])
  expect(findClasses('return, or my money back', classes).map((hit) => [hit.number, hit.from])).toEqual([[0, 0], [2, 0], [1, 14]])
})

/** As if the desk had been taught how sure it is of one topic. */
const taught = (topic: string, confidence: number): Adjuster => () => ({
  labels: (layer) => (layer === 'topic' ? [topic] : []), confidence: (layer, label, before) => (layer === 'topic' && label === topic ? confidence : before) })

test('TM-5 what a desk was taught is heard after rules and heads: it can give a label and take one away, on the next message', () => {
  const text = '什么时候发货呀'
  expect(names(say(text).topics)).toEqual(['ship_when'])
  expect(say(text, null, taught('ship_when', 0)).topics).toEqual([])
  expect(names(say(text, null, taught('restock', 0.99)).topics)).toContain('restock')
})

test('TM-5 it is heard in a language that the heads have not learned, too: a desk in Spain would teach and nothing would change', () => {
  const text = '¿Dónde está mi pedido?'
  expect(new Set(names(say(text, null, taught('restock', 0.8)).topics))).toEqual(new Set(['where_is_order', 'restock']))
  expect(say(text, null, taught('where_is_order', 0.1)).topics).toEqual([])
})

test('TM-6 our side’s line decides what a short answer is', () => {
  expect(names(say('好的', '给您补发一个可以吗?').acts)).toEqual(['affirm'])
  expect(names(say('好的').acts)).toEqual(['closing'])
  expect(names(say('换', '您好，是要退货还是换货呢?').topics)).toEqual(['exchange_request'])
})

test('TM-7 a message in another language is judged by the rules alone: heads that never read it would only guess', () => {
  const asked: string[] = []
  const triage = createTriage(lexicon, undefined, { heads: (reading) => { asked.push(reading.text); return heads(reading) } })
  for (const text of ['¿Dónde está mi pedido?', 'Где мой заказ?', 'wo yao tui huo', '我的快递呢']) triage({ text, at: AT, attachments: 0, history: [] })
  expect(asked).toEqual(['我的快递呢'])
})

const judged = (topics: Partial<Record<(typeof TOPICS)[number], number>>, marks = new Float64Array(LAYERS.marks.length)): Judged => ({
  topics: Float64Array.from(TOPICS, (one) => topics[one] ?? 0), acts: new Float64Array(LAYERS.acts.length), marks, emotion: new Float64Array(LAYERS.emotion.length),
  thresholds: { topics: TOPICS.map(() => 0.3), acts: LAYERS.acts.map(() => 0.3), marks: LAYERS.marks.map(() => 0.3), emotion: LAYERS.emotion.map(() => 0) }, spans: () => [],
})
const NOTHING: Ruled = { topics: [], acts: [], marks: [], denied: new Set(), form: null }
const hit = { from: 0, to: 1, weight: 0.9 }

test('TM-8 a denied topic needs sure heads, and one far behind the best needs the rules', () => {
  const told = judged({ return_request: 0.6, restock: 0.9, documents: 0.4 })
  expect(names(decide(told, NOTHING).topics)).toEqual(['restock', 'return_request'])
  expect(names(decide(told, { ...NOTHING, denied: new Set(['return_request']) }).topics)).toEqual(['restock'])
  expect(names(decide(told, { ...NOTHING, topics: [{ label: 'documents', confidence: 0.9, hits: [hit] }] }).topics)).toEqual(['restock', 'return_request', 'documents'])
})

test('TM-8 a mark of danger that only the rules see is given beside any topic, and a masked secret is certain', () => {
  const ruled: Ruled = { ...NOTHING, marks: [{ label: 'danger_person', confidence: 0.9, hits: [hit] }, { label: 'sensitive_info', confidence: 0.95, hits: [] }, { label: 'churn', confidence: 0.9, hits: [hit] }] }
  const { topics, marks } = decide(judged({ refund_progress: 0.99 }), ruled)
  expect(names(topics)).toEqual(['refund_progress'])
  expect(marks.map((one) => [one.label, one.confidence])).toEqual([['danger_person', 0.2], ['sensitive_info', 0.9]])
})

test('TM-8 where the heads find nothing the rules’ word is a hint and says so by its confidence', () => {
  const hint = decide(judged({}), { ...NOTHING, topics: [{ label: 'documents', confidence: 0.95, hits: [hit] }] })
  expect(hint.topics.map((one) => [one.label, one.confidence])).toEqual([['documents', 0.2]])
})

test('TM-9 calibration finds the odds that scores were drawn with, and the curve never falls', () => {
  const scores = Float64Array.from({ length: 4000 }, (_, i) => (i % 80) / 20 - 2)
  const has = Uint8Array.from(scores, (score, i) => (Math.floor(i / 80) / 50 < 1 / (1 + Math.exp(-(2 * score - 1))) ? 1 : 0))
  const [a, b] = platt(scores, has)
  expect(a).toBeCloseTo(2, 0)
  expect(b).toBeCloseTo(-1, 0)
  const curve = risingCurve(Float64Array.from([0.1, 0.2, 0.3, 0.4, 0.5, 0.9, 0.95, 0.99]), Uint8Array.from([0, 1, 0, 0, 1, 0, 1, 1]))
  for (let i = 1; i < curve.length; i++) expect(curve[i]?.[1]).toBeGreaterThanOrEqual(curve[i - 1]?.[1] ?? 0)
  expect(alongCurve([[0.2, 0], [0.6, 0.8]], 0.4)).toBeCloseTo(0.4)
  expect([alongCurve([[0.2, 0.1], [0.6, 0.8]], 0), alongCurve([[0.2, 0.1], [0.6, 0.8]], 1)]).toEqual([0.1, 0.8])
})

test('TM-9 a threshold that must not miss goes as low as the precision allows, and one that rests on few lines stays near the usual', () => {
  const confidences = Float64Array.from({ length: 100 }, (_, i) => i / 100)
  const upper = Uint8Array.from(confidences, (one) => (one >= 0.7 ? 1 : 0))
  expect(bestThreshold(confidences, upper)).toBeCloseTo(0.55, 1)
  expect(recallThreshold(confidences, upper, 1, 0.6)).toBeCloseTo(0.7, 2)
  const mixed = Uint8Array.from(confidences, (_, i) => (i >= 70 || i === 10 ? 1 : 0))
  expect(recallThreshold(confidences, mixed, 1, 0.6)).toBeGreaterThan(0.4)
})

test('TM-10 the corpus is whole: every file is in one part of the split, every line fits, and every label has lines to learn from', () => {
  const folder = project('corpus').pathname
  const split = CorpusSplit.parse(JSON.parse(readFileSync(`${folder}/split.json`, 'utf8')))
  const files = ['zh', 'en'].flatMap((language) => readdirSync(`${folder}/${language}`).map((name) => `${language}/${name.replace('.tsv', '')}`))
  expect([...split.train, ...split.broad, ...split.test].sort()).toEqual(files.sort())
  readCorpus(folder, 'test')
  const lines = [...readCorpus(folder, 'train'), ...readCorpus(folder, 'broad')]
  const labels = new Map<string, number>()
  for (const { topics, acts, marks, emotion } of lines) for (const label of [...topics, ...acts, ...marks, emotion]) labels.set(label, (labels.get(label) ?? 0) + 1)
  for (const list of Object.values(LAYERS)) for (const label of list) expect(labels.get(label) ?? 0, label).toBeGreaterThanOrEqual(60)
  expect(lines.length).toBeGreaterThan(15_000)
})

test('TM-10 a line that does not fit is refused with the place and the reason', () => {
  const head = 'text\ttopics\tacts\tmarks\temotion\tbefore'
  expect(() => parseCorpusFile('text\n', 'zh', 'zh/x')).toThrow('zh/x: the first line must name the columns')
  expect(() => parseCorpusFile(`${head}\n好的\t\taffirm\t\tcalm`, 'zh', 'zh/x')).toThrow('zh/x: line 2 has 5 columns')
  expect(() => parseCorpusFile(`${head}\n好的\t\tagree\t\tcalm\t`, 'zh', 'zh/x')).toThrow(/zh\/x: line 2: acts/)
  expect(() => parseCorpusFile(`${head}\n \t\t\t\tcalm\t`, 'zh', 'zh/x')).toThrow(/line 2: text/)
})

test('TM-11 the evidence of a label that no rule saw lies on the customer’s own words', () => {
  const text = '卡里还是没见着钱 都一周了'
  const verdict = say(text)
  expect(names(verdict.topics)).toContain('refund_progress')
  const span = verdict.evidence.find((one) => one.why === 'topic.refund_progress')
  expect(Array.from(text).slice(span?.start, span?.end).join('')).toMatch(/钱|卡/u)
})

test('TM-11 a piece of evidence is a whole word, and two that almost touch are one: a lone letter in colour explains nothing', () => {
  const text = 'can someone real answer me'
  const worth = Float64Array.from(text, (_, at) => (at === 6 || at === 12 ? 1 : 0))
  expect(runsOf(text, worth).map(({ from, to }) => text.slice(from, to))).toEqual(['someone real'])
  expect(runsOf('退货运费', Float64Array.from([0, 0, 0, 0]))).toEqual([])
})
