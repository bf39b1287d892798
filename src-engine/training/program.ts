import fs from 'node:fs'
import path from 'node:path'
import { writeLanguageModel } from '../domain/language/model.ts'
import { trainLanguageModel } from '../domain/language/train.ts'
import { createTriage, parseLexicon, type Lexicon } from '../domain/triage/index.ts'
import { detectLanguage } from '../domain/triage/language.ts'
import { createHeads, judgedFrom, type Judged } from '../domain/triage/model/heads.ts'
import { writeTriageModel } from '../domain/triage/model/format.ts'
import type { CorpusLine } from '../domain/corpus/lines.ts'
import { trainTriageModel } from '../domain/triage/model/train.ts'
import { evaluateCorpus, inputOf } from '../evaluation/own-corpus.ts'
import { makeAnger, readFeelings } from './anger.ts'
import { readCorpus } from './corpus.ts'
import { makeFeelingHeads } from './feelings.ts'
import { languageCard } from './language-card.ts'
import { crossValidate, SEED } from './language-report.ts'
import { readLingua } from './lingua.ts'
import { meaningCard } from './meaning/meaning-card.ts'
import { trainMeaning } from './meaning/train-meaning.ts'
import { triageCard } from './triage-card.ts'
import { chance } from './vectors/chance.ts'
import { makeVectors } from './vectors/make-vectors.ts'
import { vectorsCard } from './vectors/vectors-card.ts'

/** Beside `out`: where the models that ship lie. */
const RESOURCES = new URL('../../resources/', import.meta.url).pathname
const PROJECT = new URL('../../', import.meta.url).pathname

const MODELS = path.join(RESOURCES, 'models')
const USAGE = 'usage: npm run train [-- --data DIR [--teacher DIR]]   (DIR holds the public sets; see resources/models/*.md)\n'

const fromCaller = (folder: string): string => path.resolve(process.env['INIT_CWD'] ?? process.cwd(), folder)

const readLexicon = (): Lexicon => parseLexicon(JSON.parse(fs.readFileSync(path.join(RESOURCES, 'triage', 'lexicon.json'), 'utf8')))

/** @param data folder of the public data sets @returns whether its data was there */
function makeLanguage(data: string): boolean {
  const lines = readLingua(data)
  if (lines === null) {
    process.stderr.write('language: left as it is, langid_lingua is not in that folder\n')
    return false
  }
  process.stderr.write(`language: five-fold cross-validation over ${lines.length} lines, some minutes\n`)
  const lexicon = readLexicon()
  const report = crossValidate(lines, (identify) => (text) => detectLanguage(text, lexicon, null, identify))
  const model = trainLanguageModel(lines, SEED)
  fs.writeFileSync(path.join(MODELS, 'language.bin'), writeLanguageModel(model))
  fs.writeFileSync(path.join(MODELS, 'language.md'), languageCard(model, report))
  process.stdout.write(`${JSON.stringify(report)}\n`)
  return true
}

/** The heads of topics, acts, marks and emotion, from the corpus of the project. */
function makeTriage(): void {
  const [lines, broad] = [readCorpus(path.join(PROJECT, 'corpus'), 'train'), readCorpus(path.join(PROJECT, 'corpus'), 'broad')]
  process.stderr.write(`triage: cross-validation over ${lines.length} lines, whole writers left out, ${broad.length} more to learn from, some minutes\n`)
  const lexicon = readLexicon()
  const { model, scores } = trainTriageModel(lines, lexicon, fs.readFileSync(path.join(PROJECT, 'corpus', 'words.txt'), 'utf8'), SEED, broad)
  const unread = (index: number): Judged => judgedFrom(scores[index] ?? new Float64Array(), model.header)
  const judged = (heads: () => Judged, line: CorpusLine): ReturnType<ReturnType<typeof createTriage>> => createTriage(lexicon, undefined, { heads })(inputOf(line))
  makeAnger(lines.map((line, index) => {
    const own = unread(index)
    const words = judged(() => ({ ...own, marks: own.marks.map(() => 0) }), line)
    return { line, emotion: own.emotion, rules: words.anger, verdict: judged(() => own, line) }
  }), lexicon, MODELS)
  const feelings = readFeelings(MODELS)
  const figures = evaluateCorpus((input, index) => createTriage(lexicon, undefined, { heads: () => unread(index), feelings })(input), lines)
  const bytes = writeTriageModel(model)
  fs.writeFileSync(path.join(MODELS, 'triage.bin'), bytes)
  const held = evaluateCorpus(createTriage(lexicon, undefined, { heads: createHeads(bytes), feelings }), readCorpus(path.join(PROJECT, 'corpus'), 'test'))
  fs.writeFileSync(path.join(MODELS, 'triage.md'), triageCard(model, bytes.length, broad.length, figures, held))
  process.stdout.write(`${JSON.stringify([...figures, ...held].map(({ labels: _labels, ...rest }) => rest))}\n`)
}

/** The vectors of words by which articles are found, from the project's own texts. */
function makeKnowledge(): void {
  for (const language of ['zh', 'en'] as const) {
    process.stderr.write(`vectors-${language}: half a minute\n`)
    const bytes = makeVectors(PROJECT, language, chance(SEED))
    fs.writeFileSync(path.join(MODELS, `vectors-${language}.bin`), bytes)
    fs.writeFileSync(path.join(MODELS, `vectors-${language}.md`), vectorsCard(language, bytes))
  }
}

/** @returns false where its data is not there: then it is left as it is */
async function makeMeaning(data: string, teacher: string): Promise<boolean> {
  process.stderr.write('meaning: the teacher reads some 150,000 texts, ten minutes or so\n')
  const made = await trainMeaning(data, teacher)
  if (made === null) {
    process.stderr.write('meaning: left as it is, one of its sets is not in that folder\n')
    return false
  }
  fs.writeFileSync(path.join(MODELS, 'meaning.bin'), made.bytes)
  fs.writeFileSync(path.join(MODELS, 'meaning.md'), meaningCard(made))
  return true
}

/**
 * `npm run train [-- --data DIR [--teacher DIR]]`: makes every model under resources/models again, bit for bit. The heads of
 * triage come from the project's own corpus; the first folder holds the public data sets that the others need, the second the
 * packages of the sentence encoder that teaches (their names stand in the model cards). A model whose data is not there is left
 * as it is, and that is said. @returns the exit status
 */
async function main(args: readonly string[]): Promise<number> {
  const [dataFlag, data, teacherFlag, teacher] = args
  if (args.length > 4 || (args.length > 0 && (dataFlag !== '--data' || data === undefined)) || (teacherFlag !== undefined && (teacherFlag !== '--teacher' || teacher === undefined))) {
    process.stderr.write(USAGE)
    return 2
  }
  fs.mkdirSync(MODELS, { recursive: true })
  const folder = data === undefined ? null : fromCaller(data)
  // Before triage, whose levels of anger look at them.
  const missing = folder === null ? ['abuse', 'feeling-en'] : makeFeelingHeads(folder, MODELS, readLexicon())
  for (const name of missing) process.stderr.write(`${name}: left as it is, it is made from public data (--data DIR)\n`)
  makeTriage()
  makeKnowledge()
  if (folder === null) {
    process.stderr.write('language, meaning: left as they are, they are made from public data (--data DIR)\n')
    return 0
  }
  const language = makeLanguage(folder)
  if (teacher === undefined) process.stderr.write('meaning: left as it is, no teacher was given\n')
  const meaning = teacher === undefined || await makeMeaning(folder, fromCaller(teacher))
  return language && meaning && missing.length === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
