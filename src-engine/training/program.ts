import fs from 'node:fs'
import path from 'node:path'
import { writeLanguageModel } from '../domain/language/model.ts'
import { trainLanguageModel } from '../domain/language/train.ts'
import { parseLexicon } from '../domain/triage/index.ts'
import { detectLanguage } from '../domain/triage/language.ts'
import { languageCard } from './language-card.ts'
import { crossValidate, SEED } from './language-report.ts'
import { readLingua } from './lingua.ts'

/** Beside `out`: where the models that ship lie. */
const RESOURCES = new URL('../../resources/', import.meta.url).pathname

/**
 * `npm run train -- --data DIR`: makes every model under resources/models again, bit for bit. DIR holds the public data
 * sets (their names stand in the model cards); a model whose data is not there is left as it is, and that is said.
 */
function main(args: readonly string[]): number {
  const data = args[0] === '--data' ? args[1] : undefined
  if (data === undefined || args.length !== 2) {
    process.stderr.write('usage: npm run train -- --data DIR   (DIR holds langid_lingua/)\n')
    return 2
  }
  const lines = readLingua(path.resolve(process.env['INIT_CWD'] ?? process.cwd(), data))
  if (lines === null) {
    process.stderr.write('language: left as it is, langid_lingua is not in that folder\n')
    return 1
  }
  const models = path.join(RESOURCES, 'models')
  process.stderr.write(`language: five-fold cross-validation over ${lines.length} lines, some minutes\n`)
  const lexicon = parseLexicon(JSON.parse(fs.readFileSync(path.join(RESOURCES, 'triage', 'lexicon.json'), 'utf8')))
  const report = crossValidate(lines, (identify) => (text) => detectLanguage(text, lexicon, null, identify))
  const model = trainLanguageModel(lines, SEED)
  fs.mkdirSync(models, { recursive: true })
  fs.writeFileSync(path.join(models, 'language.bin'), writeLanguageModel(model))
  fs.writeFileSync(path.join(models, 'language.md'), languageCard(model, report))
  process.stdout.write(`${JSON.stringify(report)}\n`)
  return 0
}

process.exitCode = main(process.argv.slice(2))
