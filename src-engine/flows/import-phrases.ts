import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { OnConflict } from '../../src-shared/contract/phrases.ts'
import { inLanguage, type Phrase, type PhraseScope } from '../../src-shared/domain/phrase.ts'
import { AppError } from '../../src-shared/errors.ts'
import { planImport, writesOf, type Step } from '../domain/phrases/import-plan.ts'
import { readRows, type ReadRows, type TableRow } from '../domain/phrases/rows.ts'
import { titleOf } from '../domain/phrases/search.ts'
import type { Engine } from './context.ts'
import { phrasesChanged } from './receive-phrase.ts'
import { keepPhrase } from './save-phrase.ts'
import { deskLanguage } from './settings.ts'

/** Rows shown before an import. */
const SAMPLE = 5

function noColumns(): AppError {
  return new AppError({
    code: 'import-columns', retryable: false,
    say: { zh: '没有找到内容这一列，什么都没有导入。表头里请有“内容”或“快捷短语”，可以再加“快捷编码”“分组”“标题”。', en: 'No column with the text was found; nothing was imported. The header needs “content”; “code”, “group” and “title” are welcome.' },
  })
}

interface Planned extends ReadRows {
  steps: Step[]
  existing: Phrase[]
}

function plan(engine: Engine, table: readonly TableRow[], scope: PhraseScope): Planned {
  const read = readRows(table)
  if (!read) throw noColumns()
  const existing = engine.store.phrases.all().filter((phrase) => phrase.scope === scope)
  return { ...read, existing, steps: planImport(read.rows, existing) }
}

/** What importing a table into a scope would do. Changes nothing. @throws AppError `import-columns` */
export function previewImport(engine: Engine, file: { encoding: string; rows: readonly TableRow[] }, scope: PhraseScope): CallResult<'phrase.previewImport'> {
  const { format, steps, problems } = plan(engine, file.rows, scope)
  const language = deskLanguage(engine)
  const countOf = (kind: Step['kind']): number => steps.filter((step) => step.kind === kind).length
  return {
    format, encoding: file.encoding, problems, added: countOf('add'), same: countOf('same'), updated: countOf('update'),
    conflicts: steps.flatMap((step) => (step.kind === 'conflict' ? [{ line: step.row.line, code: step.row.code, theirs: titleOf(step.row, language), ours: titleOf(step.phrase, language) }] : [])),
    sample: steps.filter((step) => step.kind === 'add').slice(0, SAMPLE).map(({ row }) => ({
      code: row.code, group: inLanguage(row.group, language), title: inLanguage(row.title, language), text: inLanguage(row.text, language),
    })),
  }
}

/** Imports a table into a scope in one transaction. The same table again changes nothing. @throws AppError `import-columns` */
export function importPhrases(engine: Engine, table: readonly TableRow[], scope: PhraseScope, onConflict: OnConflict): CallResult<'phrase.import'> {
  const { steps, existing } = plan(engine, table, scope)
  const { added, changed } = writesOf(steps, onConflict, scope, existing, () => engine.newId())
  engine.store.transaction(() => {
    for (const words of [...added, ...changed]) keepPhrase(engine, words)
    engine.store.audit.add(engine.clock.now(), 'phrases-imported', scope, `${added.length}+${changed.length}`)
  })
  phrasesChanged(engine)
  engine.wake('phrases')
  return { added: added.length, updated: changed.length, skipped: steps.length - added.length - changed.length }
}
