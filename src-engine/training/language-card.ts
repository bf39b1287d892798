import type { LanguageModel } from '../domain/language/model.ts'
import { SEED, type LanguageReport } from './language-report.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** The model card, in Markdown: data, licence, split, scores, and the command that makes the model again. */
export function languageCard({ header, weights }: LanguageModel, report: LanguageReport): string {
  const { 'single-words': words, 'word-pairs': pairs, sentences } = report.accuracy
  return `# language.bin

Tells the language of a message by its letters: naive Bayes over hashed character n-grams (1 to ${header.longest}, ${header.buckets.toLocaleString('en')} buckets),
one signed byte a weight, ${(weights.length / 1e6).toFixed(2)} MB. Languages (${header.languages.length}, ISO 639-1): ${header.languages.join(' ')}.

- **Data**: the test data of Lingua (github.com/pemistahl/lingua-go, commit a440fc12; text extracted from Leipzig Wortschatz,
  CC BY): ${report.lines.toLocaleString('en')} lines of ${report.languages} languages, single words, word pairs and sentences.
- **Licence**: Apache-2.0 (data); the model may be passed on with this attribution.
- **Split**: five-fold cross-validation over the lines: each line is judged by a model that has not seen it. The model that
  ships is counted over all lines.
- **Scores** (share told right, mean of the languages, by the whole detector without a conversation): words ${percent(words)},
  pairs ${percent(pairs)}, sentences ${percent(sentences)}; expected calibration error ${report.calibrationError.toFixed(3)}.
- **Where it fails**: sister languages in one or two words (bs/hr/sr, nb/nn/da, id/ms, xh/zu, cs/sk); names and model numbers;
  the data is newspaper and web text, not chat. Conversation, scripts and words of shop talk come on top (\`domain/triage/language.ts\`).
- **Made by** \`npm run train -- --data DIR\` with seed ${SEED}, bit for bit.
`
}
