import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { auroc } from '../domain/evaluation/auroc.ts'
import { createHead, createLeaning, writeHead, type HeadModel } from '../domain/feeling/head.ts'
import { trainHead, type FeelingLine } from '../domain/feeling/train.ts'
import type { Lexicon } from '../domain/triage/index.ts'
import { feelingCard, type FeelingFigures } from './feeling-card.ts'

/** Order in which texts are looked at. */
export const FEELING_SEED = 1

const Cold = z.object({ text: z.string(), label: z.union([z.literal(0), z.literal(1)]), topic: z.string() })
const GoEmotions = z.object({ text: z.string(), labels: z.array(z.string()) })

function readLines<T>(file: string, shape: z.ZodType<T>): T[] | null {
  if (!fs.existsSync(file)) return null
  return fs.readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => shape.parse(JSON.parse(line)))
}

const readCold = (data: string, split: string): FeelingLine[] | null =>
  readLines(path.join(data, 'cold', `${split}.jsonl`), Cold)?.map(({ text, label, topic }) => ({ text, positive: label === 1, part: topic })) ?? null
const readGoEmotions = (data: string, split: string): FeelingLine[] | null =>
  readLines(path.join(data, 'goemotions', `${split}.jsonl`), GoEmotions)?.map(({ text, labels }) => ({ text, positive: labels.includes('anger') })) ?? null

function figuresOf(model: HeadModel, lines: readonly FeelingLine[], lexicon: Lexicon): FeelingFigures {
  const lean = createLeaning(createHead(writeHead(model)), lexicon)
  const told = lines.map(({ text, positive }) => ({ score: lean(text), positive }))
  const [hits, given, all] = [told.filter((one) => one.score >= 0.5 && one.positive).length, told.filter((one) => one.score >= 0.5).length, told.filter((one) => one.positive).length]
  const right = told.filter((one) => (one.score >= 0.5) === one.positive).length
  return { lines: lines.length, f1: (2 * hits) / Math.max(1, given + all), accuracy: right / Math.max(1, lines.length), auroc: auroc(told) ?? 0 }
}

/** Costs were chosen by cross-validation over the training texts: left-out matters for the one, left-out quarters for the other. */
const HEADS = [
  { file: 'abuse', read: readCold, options: { label: 'offensive', costOfFalse: 0.3, costOfMiss: 0.3, seed: FEELING_SEED }, held: 'parts' },
  { file: 'feeling-en', read: readGoEmotions, options: { label: 'anger', costOfFalse: 0.1, costOfMiss: 0.3, seed: FEELING_SEED }, held: 'dev' },
] as const

/**
 * Makes `abuse.bin` and `feeling-en.bin` with their cards from the public data. @param data its folder @param models where they go
 * @returns names of the models whose data is not there
 */
export function makeFeelingHeads(data: string, models: string, lexicon: Lexicon): string[] {
  return HEADS.flatMap(({ file, read, options, held }) => {
    const [train, dev, test] = [read(data, 'train'), read(data, 'dev'), read(data, 'test')]
    if (train === null || dev === null || test === null) return [file]
    const model = trainHead(train, held === 'parts' ? 'parts' : dev, lexicon, options)
    const bytes = writeHead(model)
    fs.writeFileSync(path.join(models, `${file}.bin`), bytes)
    fs.writeFileSync(path.join(models, `${file}.md`), feelingCard(file, bytes.length, model.header.threshold, { train: train.length, dev: figuresOf(model, dev, lexicon), test: figuresOf(model, test, lexicon) }))
    return []
  })
}
