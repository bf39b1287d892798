import { LABEL_COUNT, type TriageModel } from '../domain/triage/model/format.ts'
import type { CorpusFigures } from '../evaluation/own-corpus.ts'
import { SEED } from './language-report.ts'

const three = (share: number): string => share.toFixed(3)
const NAMES: Record<string, string> = { zh: 'Chinese', en: 'English' }
const nameOf = ({ language }: CorpusFigures): string => NAMES[language] ?? language

const ROWS: readonly [string, keyof CorpusFigures][] = [
  ['topic groups, macro-F1', 'groups'], ['topics, macro-F1', 'leaves'], ['acts, macro-F1', 'acts'],
  ['recall of safety incidents', 'safetyRecall'], ['recall of "wants a person"', 'humanRecall'], ['recall of sensitive data', 'sensitiveRecall'],
  ['recall of anger (level 3)', 'angryRecall'], ['calm messages shown as angry', 'calmFalseAlarms'],
  ['no label where none is due', 'outOfScopeRecall'], ['expected calibration error', 'calibrationError'],
]

function weakest({ labels }: CorpusFigures, layer: string, most: number): string {
  return labels.filter((one) => one.label.startsWith(layer) && one.support > 0).sort((a, b) => a.f1 - b.f1).slice(0, most)
    .map((one) => `${one.label.slice(layer.length)} ${one.f1.toFixed(2)}`).join(', ')
}

/** The model card, in Markdown: data, licence, split, scores, and the command that makes the model again. */
export function triageCard({ header }: TriageModel, bytes: number, broad: number, figures: readonly CorpusFigures[], held: readonly CorpusFigures[]): string {
  const columns = [...figures, ...held]
  const table = ROWS.map(([name, key]) => `| ${name} | ${columns.map((one) => three(Number(one[key]))).join(' | ')} |`)
  return `# triage.bin

Topics, dialogue acts, risk marks and emotion of a Chinese or English message: ${LABEL_COUNT} linear heads over
${header.features.toLocaleString('en')} hashed features (characters and words and their neighbours, letters inside words, classes of words, the
rules' hits, how the message looks, our side's latest line), one signed byte a weight, ${(bytes / 1e6).toFixed(2)} MB. Squared hinge loss, dual
coordinate descent; confidence by Platt's calibration.

- **Data**: the project's own corpus (\`corpus/\`), ${figures.reduce((sum, one) => sum + one.lines, 0).toLocaleString('en')} messages of
  ${figures.reduce((sum, one) => sum + one.writers, 0)} writers, ${broad.toLocaleString('en')} more in many voices that look for unusual wording, and the word classes in \`corpus/words.txt\`. No data of others.
- **Licence**: ours.
- **Split**: cross-validation that leaves out whole writers: each line is judged by a model that has not read its writer. Calibration
  and thresholds were chosen on these same judgements (the lines of unusual wording left aside), so these figures lean a little to the kind side. The writers set apart in
  \`corpus/split.json\` were written by others and read by nobody who worked on the model; they are measured by the model that
  ships, which has read every other line.
- **Scores** of the whole decision, rules included:

| | ${[...figures.map((one) => nameOf(one)), ...held.map((one) => `${nameOf(one)}, set apart`)].join(' | ')} |
|---|${columns.map(() => '---|').join('')}
| messages | ${columns.map((one) => one.lines.toLocaleString('en')).join(' | ')} |
${table.join('\n')}

- **Where it fails**: things said without any word of the matter ("卡里还是没见着钱" only when somebody wrote it that way before), goods
  and slang nobody wrote about, neighbours that only the case tells apart. Weakest topics:
${figures.map((one) => `  ${nameOf(one)}: ${weakest(one, 'topic.', 8)}.`).join('\n')}
- **Topics with fewer lines than stand alone**: ${header.thin.length === 0 ? 'none' : header.thin.join(', ')}.
- **Made by** \`npm run train\` with seed ${SEED}, bit for bit.
`
}
