export interface FeelingFigures { readonly lines: number; readonly f1: number; readonly accuracy: number; readonly auroc: number }
interface Measured { readonly train: number; readonly dev: FeelingFigures; readonly test: FeelingFigures }

const three = (share: number): string => share.toFixed(3)

const SAID: Readonly<Record<'abuse' | 'feeling-en', { readonly what: string; readonly data: string; readonly licence: string; readonly split: string; readonly use: string; readonly fails: string }>> = {
  abuse: {
    what: 'Tells offensive words in Chinese: race, region and gender in comments of a social network.',
    data: 'COLD (github.com/thu-coai/COLDataset, commit a0c55a94)',
    licence: 'Apache-2.0 (data); the model may be passed on with this attribution',
    split: 'weights from the train split; calibration and threshold from it too, each matter judged by what was learned of the other two',
    use: 'One of three signs of anger in Chinese, and, where the corpus head already hears anger, of the mark `abuse`. On a desk insults are about the agent and not about groups: of the insults in our corpus it alone finds hardly one, so the mark is mostly the work of the rules.',
    fails: 'Texts against prejudice that name it, and irony. The test split was labelled by experts and the others by machine with checks, hence the distance between dev and test.',
  },
  'feeling-en': {
    what: 'Tells anger in English comments.',
    data: 'GoEmotions (github.com/google-research/google-research, by way of github.com/monologg/GoEmotions-pytorch, commit b75f9d3a)',
    licence: 'Apache-2.0 (data); the model may be passed on with this attribution',
    split: 'weights from the train split, calibration and threshold from dev',
    use: 'One of three signs of anger in English, beside the corpus head and the rules.',
    fails: 'Anger without a strong word; "annoyance" and "disapproval", which have labels of their own there.',
  },
}

/** The model card of a head, in Markdown. @param bytes size of the file */
export function feelingCard(file: 'abuse' | 'feeling-en', bytes: number, threshold: number, { train, dev, test }: Measured): string {
  const { what, data, licence, split, use, fails } = SAID[file]
  const row = (name: string, one: FeelingFigures): string => `| ${name} | ${one.lines.toLocaleString('en')} | ${three(one.f1)} | ${three(one.accuracy)} | ${three(one.auroc)} |`
  return `# ${file}.bin

${what} Linear over hashed features (Han characters up to three together, pairs with one between; words, pairs of words, letters
inside words; capitals and loud marks), the mean of two support vector machines that scale the features in two ways, one signed byte a
weight, ${(bytes / 1e6).toFixed(2)} MB; probability by Platt's calibration, yes from ${threshold.toFixed(2)} on.

- **Data**: ${data}, ${train.toLocaleString('en')} texts.
- **Licence**: ${licence}.
- **Split**: ${split}.
- **Scores** of the yes-or-no answer:

| split | texts | F1 | accuracy | AUROC |
|---|---|---|---|---|
${row('dev', dev)}
${row('test', test)}

- **Use**: ${use}
- **Where it fails**: ${fails}
- **Made by** \`npm run train -- --data DIR\`, bit for bit.
`
}
