import fs from 'node:fs'
import path from 'node:path'
import { exampleOf, trainHeat, type HeatExample, type Unread } from '../domain/feeling/heat-train.ts'
import { createHead } from '../domain/feeling/head.ts'
import { heatOf, type Heat, type HeatFile } from '../domain/triage/heat.ts'
import { createFeelings, type Feelings, type Lexicon } from '../domain/triage/index.ts'
import { normalize } from '../domain/triage/normalize.ts'

const three = (share: number): string => share.toFixed(3)
const share = (list: readonly HeatExample[], is: (one: HeatExample) => boolean): number => list.filter(is).length / Math.max(1, list.length)

function row(name: string, heat: Heat, examples: readonly HeatExample[]): string {
  const shown = (at: number) => (one: HeatExample): boolean => one.certain || heatOf(heat, one.signs) >= at
  const [angry, calm] = [examples.filter((one) => one.angry), examples.filter((one) => one.calm)]
  return `| ${name} | ${examples.length.toLocaleString('en')} | ${three(share(angry, shown(heat.red)))} | ${(share(calm, shown(heat.red)) * 100).toFixed(2)} % | ${three(share(angry, shown(heat.amber)))} | ${(share(calm, shown(heat.amber)) * 100).toFixed(1)} % |`
}

function card(file: HeatFile, zh: readonly HeatExample[], en: readonly HeatExample[]): string {
  return `# anger.json

How likely a message is angry, from three signs: the corpus head (\`triage.bin\`), the anger of the rules, and a side head (\`abuse.bin\` in
Chinese, \`feeling-en.bin\` in English). A logistic regression of four numbers a language, and the two values from which a message is
shown as unhappy (amber) and as angry (red). Insults are red by themselves.

- **Data**: the project's own corpus; each line as seen by heads that had not read its writer. **Licence**: ours.
- **Red** begins where at most 0.5 % of the calm lines lie above it (of these every other one could as well be called angry), **amber** at 3 %.
- **Scores** (writers left out; the four numbers and the levels were chosen on the same lines):

| | lines | angry shown red | calm shown red | angry shown amber or red | calm shown amber or red |
|---|---|---|---|---|---|
${row('Chinese', file.zh, zh)}
${row('English', file.en, en)}

- **Where it fails**: most anger of our writers has no angry word ("说周三寄回 周五了", "Four times asked: my invoice has still the wrong
  date"), and whether a sober complaint is angry is a matter of taste: of the calm lines that it ranks highest every other one could
  as well be called angry. Eight in ten angry lines at three false alarms in a thousand are out of reach of any linear model of these
  lines; what is not shown red is mostly shown amber, and its dissatisfaction and escalation rise all the same.
- **Made by** \`npm run train\`, bit for bit.
`
}

/** Makes `anger.json` from lines that were judged by heads that had not read their writers. @param models folder of the models, side heads in it */
export function makeAnger(lines: readonly Unread[], lexicon: Lexicon, models: string): void {
  const side = { zh: createHead(fs.readFileSync(path.join(models, 'abuse.bin'))), en: createHead(fs.readFileSync(path.join(models, 'feeling-en.bin'))) }
  const examplesOf = (language: 'zh' | 'en'): HeatExample[] => lines.filter((one) => one.line.language === language)
    .map((one) => exampleOf(one, side[language].probability(normalize(one.line.text, lexicon.simplified).text, one.line.text)))
  const [zh, en] = [examplesOf('zh'), examplesOf('en')]
  const file: HeatFile = { zh: trainHeat(zh), en: trainHeat(en) }
  fs.writeFileSync(path.join(models, 'anger.json'), `${JSON.stringify(file, null, 2)}\n`)
  fs.writeFileSync(path.join(models, 'anger.md'), card(file, zh, en))
}

/** The learned feelings as the files in `models` have them. */
export function readFeelings(models: string): Feelings {
  const bytes = (name: string): Buffer => fs.readFileSync(path.join(models, name))
  return createFeelings({ heat: JSON.parse(bytes('anger.json').toString('utf8')), offensive: bytes('abuse.bin'), angerEn: bytes('feeling-en.bin') })
}
