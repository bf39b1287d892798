import { detectLanguage, type IdentifyLanguage } from '../domain/triage/language.ts'
import type { Lexicon } from '../domain/triage/index.ts'
import { crossValidate } from '../training/language-report.ts'
import { readLingua } from '../training/lingua.ts'
import { fixedTask, type RowHead, type Task } from './task.ts'

const head = (figure: string, baseline: number, best: string, atLeast: number): RowHead =>
  ({ task: 'language', data: 'langid_lingua', split: 'five-fold', figure, unit: 'share', baseline, best, target: { atLeast }, note: 'baseline: cld3' })
const HEADS: RowHead[] = [
  head('single words, mean of 75 languages', 0.46, 'Lingua .74', 0.6), head('word pairs', 0.63, 'Lingua .89', 0.75), head('sentences', 0.88, 'Lingua .96', 0.94),
]

/** Languages of messages, by the whole detector; five models are trained, so it takes minutes. */
export const languageTask = (lexicon: Lexicon): Task => fixedTask('language', HEADS, ({ data }) => {
  const lines = data === null ? null : readLingua(data)
  if (lines === null) return null
  const judge = (identify: IdentifyLanguage): IdentifyLanguage => (text) => detectLanguage(text, lexicon, null, identify)
  const { accuracy } = crossValidate(lines, judge)
  return [accuracy['single-words'], accuracy['word-pairs'], accuracy.sentences]
})
