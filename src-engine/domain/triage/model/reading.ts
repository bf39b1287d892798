import type { CorpusLine } from '../../corpus/lines.ts'
import type { Lexicon } from '../lexicon.ts'
import { normalize, type Normalized } from '../normalize.ts'
import { groupsFor, scanLabels, type LabelHits } from '../scan.ts'
import type { Reading } from './features.ts'

/** What the heads look at, from what the rules found. @param before our side's latest line as received */
export function readingOf(raw: string, text: Normalized, before: string | null, hits: LabelHits, lexicon: Lexicon): Reading {
  const rules = (['topics', 'acts', 'marks'] as const).flatMap((layer) => hits[layer].map((one) => `${layer}.${one.label}`))
  return { text: text.text, raw, before: before === null ? null : normalize(before, lexicon.simplified).text, rules }
}

/** The same for a line of the corpus, whose language is known. */
export function readingOfLine(line: Pick<CorpusLine, 'text' | 'before' | 'language'>, lexicon: Lexicon): Reading {
  const text = normalize(line.text, lexicon.simplified)
  return readingOf(line.text, text, line.before, scanLabels(text, groupsFor(text.text, line.language, 1), lexicon), lexicon)
}
