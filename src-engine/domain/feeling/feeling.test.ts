import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLexicon } from '../triage/lexicon.ts'
import { createFeelings, heatOf, type Heat } from '../triage/heat.ts'
import { PLACES, placesOf } from './features.ts'
import { trainHeat, type HeatExample } from './heat-train.ts'
import { createHead, createLeaning, parseHead, writeHead } from './head.ts'
import { fitLogistic } from './logistic.ts'
import { trainHead, type FeelingLine } from './train.ts'

const resource = (name: string): Buffer => readFileSync(new URL(`../../../resources/${name}`, import.meta.url))
const lexicon = parseLexicon(JSON.parse(resource('triage/lexicon.json').toString('utf8')))
const files = { heat: JSON.parse(resource('models/anger.json').toString('utf8')) as unknown, offensive: resource('models/abuse.bin'), angerEn: resource('models/feeling-en.bin') }

const [BAD, GOOD] = [['这垃圾真恶心', '恶心死了', '垃圾东西', '真是垃圾'], ['今天天气好', '谢谢你的花', '天气真好啊', '花很好看']]
const LINES: FeelingLine[] = ['a', 'b'].flatMap((part) => [...BAD.map((text) => ({ text: `${text}${part}`, positive: true, part })), ...GOOD.map((text) => ({ text: `${text}${part}`, positive: false, part }))])
const OPTIONS = { label: 'offensive', costOfFalse: 1, costOfMiss: 1, seed: 1 }

test('DS-6 a head learns what it was shown, and the same lines and seed give the same bytes (a model nobody can make again cannot be checked)', () => {
  const bytes = writeHead(trainHead(LINES, 'parts', lexicon, OPTIONS))
  const lean = createLeaning(createHead(bytes), lexicon)
  expect(lean('太恶心的垃圾')).toBeGreaterThan(0.5)
  expect(lean('天气很好')).toBeLessThan(0.5)
  expect(Buffer.from(writeHead(trainHead(LINES, 'parts', lexicon, OPTIONS))).equals(Buffer.from(bytes))).toBe(true)
  expect(Buffer.from(writeHead(parseHead(bytes))).equals(Buffer.from(bytes))).toBe(true)
  // As a file is read: a Buffer somewhere in a larger one, whose slice shares it (its weights were read from the wrong place).
  const read = Buffer.concat([Buffer.alloc(7), Buffer.from(bytes)]).subarray(7)
  expect(Buffer.from(writeHead(parseHead(read))).equals(Buffer.from(bytes))).toBe(true)
})

test('DS-6 a file that is none, cut off or too long is refused in one sentence, not read as noise', () => {
  const bytes = files.offensive
  expect(() => parseHead(new Uint8Array(4))).toThrow('not a model of a feeling')
  expect(() => parseHead(bytes.subarray(0, bytes.length - 1))).toThrow('cut off')
  expect(() => parseHead(Uint8Array.from([...bytes.subarray(0, 40)]))).toThrow('cut off')
})

test('DS-6 the places of a text lie in the table, each once, for any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
    const places = placesOf(text, text)
    return new Set(places).size === places.length && places.every((one) => one >= 0 && one < PLACES)
  }), { seed: 20261127, numRuns: 200 })
})

test('DS-6 logistic regression finds the weights that made the data, so that heat is a probability and not a feeling', () => {
  const rows = Array.from({ length: 400 }, (_, n) => [(n % 20) / 10 - 1, Math.floor(n / 20) / 10 - 1])
  // Deterministic labels with the share that the true weights (3, -1, .5) give: each row counts as often as its chance in twenty.
  const spread = rows.flatMap((row) => {
    const p = 1 / (1 + Math.exp(-(3 * (row[0] ?? 0) - (row[1] ?? 0) + 0.5)))
    return Array.from({ length: 20 }, (_, i) => ({ row, is: ((i + 0.5) / 20 < p ? 1 : 0) as 0 | 1 }))
  })
  const [a, b, bias] = fitLogistic(spread.map((one) => one.row), spread.map((one) => one.is))
  expect(a).toBeCloseTo(3, 0)
  expect(b).toBeCloseTo(-1, 0)
  expect(bias).toBeCloseTo(0.5, 0)
})

test('DS-7 of calm messages no more than the allowed share is shown red, those shown for an insult counted in', () => {
  const examples: HeatExample[] = Array.from({ length: 2000 }, (_, n) => ({
    signs: { head: (n % 100) / 100, furious: 0.1, rules: 0, side: 0.1 }, angry: n % 100 > 60 && n % 3 === 0, calm: !(n % 100 > 60 && n % 3 === 0), certain: n === 1 || n === 2,
  }))
  const heat = trainHeat(examples)
  const calm = examples.filter((one) => one.calm)
  const red = calm.filter((one) => one.certain || heatOf(heat, one.signs) >= heat.red).length
  expect(red / calm.length).toBeLessThanOrEqual(0.003)
  expect(heat.amber).toBeLessThanOrEqual(heat.red)
})

test('DS-7 in the models that ship no sign of anger makes a message calmer, and red lies above amber', () => {
  const { heat } = createFeelings(files)
  const hotter = (one: Heat): void => {
    const at = (head: number, rules: number, side: number): number => heatOf(one, { head, furious: head / 3, rules, side })
    expect(at(0.6, 0.5, 0.2)).toBeGreaterThan(at(0.4, 0.5, 0.2))
    expect(at(0.4, 0.8, 0.2)).toBeGreaterThan(at(0.4, 0.5, 0.2))
    expect(at(0.4, 0.5, 0.6)).toBeGreaterThanOrEqual(at(0.4, 0.5, 0.2))
    expect(one.red).toBeGreaterThan(one.amber)
  }
  hotter(heat.zh)
  hotter(heat.en)
})

test('DS-7 a damaged model of anger is refused at the door', () => {
  expect(() => createFeelings({ ...files, heat: { zh: {} } })).toThrow()
})
