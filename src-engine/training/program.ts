import fs from 'node:fs'
import path from 'node:path'
import { writeLanguageModel } from '../domain/language/model.ts'
import { trainLanguageModel } from '../domain/language/train.ts'
import { parseLexicon } from '../domain/triage/index.ts'
import { detectLanguage } from '../domain/triage/language.ts'
import { languageCard } from './language-card.ts'
import { crossValidate, SEED } from './language-report.ts'
import { readLingua } from './lingua.ts'
import { meaningCard } from './meaning/meaning-card.ts'
import { trainMeaning } from './meaning/train-meaning.ts'

/** Beside `out`: where the models that ship lie. */
const RESOURCES = new URL('../../resources/', import.meta.url).pathname

const MODELS = path.join(RESOURCES, 'models')
const USAGE = 'usage: npm run train -- --data DIR [--teacher DIR]   (DIR holds the public sets; see resources/models/*.md)\n'

const fromCaller = (folder: string): string => path.resolve(process.env['INIT_CWD'] ?? process.cwd(), folder)

/** @returns false where its data is not there: then it is left as it is */
function trainLanguage(data: string): boolean {
  const lines = readLingua(data)
  if (lines === null) {
    process.stderr.write('language: left as it is, langid_lingua is not in that folder\n')
    return false
  }
  process.stderr.write(`language: five-fold cross-validation over ${lines.length} lines, some minutes\n`)
  const lexicon = parseLexicon(JSON.parse(fs.readFileSync(path.join(RESOURCES, 'triage', 'lexicon.json'), 'utf8')))
  const report = crossValidate(lines, (identify) => (text) => detectLanguage(text, lexicon, null, identify))
  const model = trainLanguageModel(lines, SEED)
  fs.mkdirSync(MODELS, { recursive: true })
  fs.writeFileSync(path.join(MODELS, 'language.bin'), writeLanguageModel(model))
  fs.writeFileSync(path.join(MODELS, 'language.md'), languageCard(model, report))
  process.stdout.write(`${JSON.stringify(report)}\n`)
  return true
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
 * `npm run train -- --data DIR [--teacher DIR]`: makes every model under resources/models again, bit for bit. The first folder
 * holds the public data sets, the second the packages of the sentence encoder that teaches (their names stand in the model
 * cards); a model whose data is not there is left as it is, and that is said. @returns the exit status
 */
async function main(args: readonly string[]): Promise<number> {
  const [dataFlag, data, teacherFlag, teacher] = args
  if (dataFlag !== '--data' || data === undefined || args.length > 4 || (teacherFlag !== undefined && (teacherFlag !== '--teacher' || teacher === undefined))) {
    process.stderr.write(USAGE)
    return 2
  }
  const language = trainLanguage(fromCaller(data))
  if (teacher === undefined) process.stderr.write('meaning: left as it is, no teacher was given\n')
  const meaning = teacher === undefined || await makeMeaning(fromCaller(data), fromCaller(teacher))
  return language && meaning ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
