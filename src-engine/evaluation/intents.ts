import { evaluateIntentSets, type Figure } from './classify-sets.ts'
import type { Row, Task } from './task.ts'

/** Aims by set and beginning of the figure's name; the longer beginnings first. */
const TARGETS: readonly { data: string; figure: string; atLeast: number }[] = [
  { data: 'BANKING77', figure: 'accuracy, 10 examples', atLeast: 0.8 },
  { data: 'BANKING77', figure: 'accuracy', atLeast: 0.93 },
  { data: 'CLINC150', figure: 'in-scope accuracy, with rejection', atLeast: 0.9 },
  { data: 'CLINC150', figure: 'in-scope accuracy', atLeast: 0.935 },
  { data: 'CLINC150', figure: 'out-of-scope recall', atLeast: 0.87 },
]

/** Any other set has to be told no worse than by its baseline. */
function targetOf({ data, figure, baseline }: Pick<Figure, 'data' | 'figure' | 'baseline'>): Row['target'] {
  const aim = TARGETS.find((one) => one.data === data && figure.startsWith(one.figure))
  if (aim !== undefined) return { atLeast: aim.atLeast }
  return baseline === null || TARGETS.some((one) => one.data === data) ? null : { atLeast: baseline }
}

/** A figure of the intent sets as a row of the table. */
export const rowOf = (figure: Figure): Row => ({ ...figure, unit: 'share', best: figure.best ?? '', target: targetOf(figure) })

/** `learn` and `classify` on the public intent sets; it trains a dozen models, which takes minutes. */
export const intentsTask: Task = {
  name: 'intents',
  async run({ data }) {
    const figures = data === null ? [] : await evaluateIntentSets(data)
    if (figures.length > 0) return figures.map(rowOf)
    const note = data === null ? 'needs --data DIR' : 'banking77, clinc150, multidogo are not there'
    return [{ task: 'own topics', data: 'public sets', split: 'test', figure: 'accuracy', unit: 'share', value: null, baseline: null, best: '', target: null, note }]
  },
}
