import fs from 'node:fs'
import path from 'node:path'
import { parseMeaning } from '../../src-engine/domain/classify/meaning.ts'
import { learn } from '../../src-engine/domain/classify/learn.ts'
import { createClassifier } from '../../src-engine/domain/classify/model.ts'
import { readIntents } from '../../src-engine/evaluation/intent-data.ts'
import { ROOT } from '../desk/places.ts'
import { ensure, type Measure, type Outcome } from '../measure.ts'
import { interleave } from '../stats.ts'
import { openNodeNlp } from './node-nlp.ts'

const RUNS = 5
const WARM_UPS = 2
const SEED = 1
const SET = 'banking77'

/** Folder of the public sets: `--data DIR`, or the variable. */
const dataFolder = (): string | null => {
  const at = process.argv.indexOf('--data')
  return (at >= 0 ? process.argv[at + 1] : process.env['DESKMATE_DATA']) ?? null
}

interface Trained {
  /** @returns label of a text */
  tell(text: string): Promise<string | null> | string | null
  /** Milliseconds. */
  training: number
}

async function theirs(train: readonly { text: string; label: string | null }[]): Promise<Trained> {
  const manager = openNodeNlp()
  for (const { text, label } of train) manager.addDocument('en', text, label ?? '')
  const began = performance.now()
  await manager.train()
  return { tell: async (text) => (await manager.process('en', text)).intent, training: performance.now() - began }
}

function ours(train: readonly { text: string; label: string | null }[]): Trained {
  const meaning = parseMeaning(fs.readFileSync(path.join(ROOT, 'resources', 'models', 'meaning.bin')))
  const began = performance.now()
  const { model } = learn(train, SEED, meaning)
  const training = performance.now() - began
  const classify = createClassifier(model, null, meaning)
  return { tell: (text) => classify(text).label, training }
}

/** Milliseconds a message, and the share told right. */
async function judge({ tell }: Trained, test: readonly { text: string; label: string | null }[]): Promise<{ ms: number; right: number }> {
  let right = 0
  const began = performance.now()
  for (const { text, label } of test) if ((await tell(text)) === label) right++
  return { ms: (performance.now() - began) / test.length, right: right / test.length }
}

export const triage: Measure = {
  name: 'triage', title: 'own topics: a message told by classify (BANKING77, test split)', baseline: 'node-nlp on the same split', unit: 'ms', compare: 'ratio',
  lacks: () => (dataFolder() === null ? 'the public data sets: --data DIR' : null),
  async run() {
    const data = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), dataFolder() ?? '')
    const [train, test] = [readIntents(data, SET, 'train'), readIntents(data, SET, 'test')]
    ensure(train !== null && test !== null, `${SET} in ${data}`)
    const [them, us] = [await theirs(train), ours(train)]
    const right = { them: (await judge(them, test)).right, us: (await judge(us, test)).right }
    ensure(right.us > right.them, 'more messages told right than by the baseline')
    const samples = await interleave(RUNS, WARM_UPS, async () => (await judge(them, test)).ms, async () => (await judge(us, test)).ms)
    return { ...samples, notes: [
      `accuracy ${right.us.toFixed(3)} against ${right.them.toFixed(3)}`,
      `training of ${train.length} lines, cross-validation and all: ${(us.training / 1_000).toFixed(1)} s against ${(them.training / 1_000).toFixed(1)} s, ${(us.training / them.training).toFixed(2)} ×`,
    ] } satisfies Outcome
  },
}
