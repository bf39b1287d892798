import type { OnConflict } from '../../../src-shared/contract/phrases.ts'
import { PHRASE_CODE_MAX, type Phrase, type PhraseWords } from '../../../src-shared/domain/phrase.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { ImportRow } from './rows.ts'

/**
 * What is to be done with a row. `conflict`: another phrase of the scope has its code and says something else;
 * `update`: the same phrase with newer words.
 */
export type Step =
  | { kind: 'add'; row: ImportRow; code: string }
  | { kind: 'same'; row: ImportRow; phrase: Phrase }
  | { kind: 'update' | 'conflict'; row: ImportRow; phrase: Phrase }

const wordsKey = ({ title, text }: Pick<PhraseWords, 'title' | 'text'>): string => JSON.stringify([title, text])
const titleKey = ({ group, title }: Pick<PhraseWords, 'group' | 'title'>): string | null => (title.zh || title.en ? JSON.stringify([group, title]) : null)

/**
 * Gives each row a code like the wanted one that nobody has, and takes it: fh, fh2, fh3. A long one gives up its end, so that
 * the number fits.
 * @param taken codes in lower case
 */
export function codeGiver(taken: Set<string>): (wanted: string) => string {
  // Where the last search ended: a file of one code alone would begin at 2 for each of its rows.
  const next = new Map<string, number>()
  return (wanted) => {
    const key = wanted.toLowerCase()
    if (wanted === '') return wanted
    let code = wanted
    let n = next.get(key) ?? 2
    for (; taken.has(code.toLowerCase()); n++) code = `${wanted.slice(0, PHRASE_CODE_MAX - String(n).length)}${n}`
    next.set(key, n)
    taken.add(code.toLowerCase())
    return code
  }
}

/**
 * Compares a file's rows with the phrases of the scope they go to. The same words are the same phrase whatever its code has
 * become, so that a file read again adds nothing. Two rows of one file with one code are two phrases.
 */
export function planImport(rows: readonly ImportRow[], existing: readonly Phrase[]): Step[] {
  const byWords = new Map(existing.map((phrase) => [wordsKey(phrase), phrase]))
  const byCode = new Map(existing.filter((phrase) => phrase.code !== '').map((phrase) => [phrase.code.toLowerCase(), phrase]))
  const byTitle = new Map(existing.map((phrase) => [titleKey(phrase), phrase]))
  // Rows' own codes are taken too: a freed one must not hit a later row's.
  const give = codeGiver(new Set(byCode.keys()))
  const inFile = new Set<string>()
  return rows.map((row): Step => {
    const same = byWords.get(wordsKey(row))
    if (same) return groupsDiffer(same.group, row.group) ? { kind: 'update', row, phrase: same } : { kind: 'same', row, phrase: same }
    const code = row.code.toLowerCase()
    const holder = row.code === '' ? undefined : byCode.get(code)
    const title = titleKey(row)
    if (holder && !inFile.has(code)) {
      inFile.add(code)
      return { kind: title !== null && title === titleKey(holder) ? 'update' : 'conflict', row, phrase: holder }
    }
    const titled = row.code === '' && title !== null ? byTitle.get(title) : undefined
    if (titled) return { kind: 'update', row, phrase: titled }
    return { kind: 'add', row, code: give(row.code) }
  })
}

const groupsDiffer = (now: LocalText, row: LocalText): boolean => (row.zh !== '' && row.zh !== now.zh) || (row.en !== '' && row.en !== now.en)

/** What a file leaves empty stays as it was. */
const over = (now: LocalText, row: LocalText): LocalText => ({ zh: row.zh || now.zh, en: row.en || now.en })

/** A known phrase with the row's words; its id, code, pictures and uses stay. */
export function updated(phrase: Phrase, row: ImportRow): PhraseWords {
  return { ...phrase, group: over(phrase.group, row.group), title: over(phrase.title, row.title), text: over(phrase.text, row.text) }
}

/**
 * The phrases that an import writes.
 * @param newId called once for each phrase that is new
 */
export function writesOf(steps: readonly Step[], onConflict: OnConflict, scope: Phrase['scope'], existing: readonly Phrase[], newId: () => string): { added: PhraseWords[]; changed: PhraseWords[] } {
  const give = codeGiver(new Set([...existing.map((phrase) => phrase.code), ...steps.flatMap((step) => (step.kind === 'add' ? [step.code] : []))].map((code) => code.toLowerCase())))
  const added: PhraseWords[] = []
  const changed: PhraseWords[] = []
  const add = ({ group, title, text }: ImportRow, code: string): void => void added.push({ id: newId(), scope, code, group, title, text, pictures: [] })
  for (const step of steps) {
    if (step.kind === 'add') add(step.row, step.code)
    else if (step.kind === 'update' || (step.kind === 'conflict' && onConflict === 'replace')) changed.push(updated(step.phrase, step.row))
    else if (step.kind === 'conflict' && onConflict === 'keep-both') add(step.row, give(step.row.code))
  }
  return { added, changed }
}
