import { openMeaning } from '../command-line/meaning.ts'
import { learn, type Example } from '../domain/classify/learn.ts'
import { createClassifier, type Classified } from '../domain/classify/model.ts'
import type { Meaning } from '../domain/classify/meaning.ts'
import { drawn, readIntents, type IntentLine } from './intent-data.ts'

/** One line of the table of figures. */
export interface Figure {
  task: string
  data: string
  split: string
  figure: string
  /** 0..1 */
  value: number
  /** A tuned TF-IDF + linear model on the same split; null: not known. */
  baseline: number | null
  /** Best published, in words of the source; null: not known. */
  best: string | null
}

const SEED = 1
const DRAWS = [1, 2, 3, 4, 5]
const SHOTS = 10

/** Word 1-2-grams and letters 2-5 by TF-IDF, linear SVM, cost tuned on the development split. */
const MULTIDOGO_BASELINE: Readonly<Record<string, number>> = { airline: 0.902, fastfood: 0.886, insurance: 0.954, media: 0.939 }

function learned(examples: readonly Example[], meaning: Meaning): (text: string) => Classified {
  return createClassifier(learn(examples, SEED, meaning).model, null, meaning)
}

const accuracy = (tell: (text: string) => Classified, test: readonly Example[]): number => test.filter(({ text, label }) => tell(text).label === label).length / test.length

function banking(data: string, meaning: Meaning): Figure[] {
  const [train, test] = [readIntents(data, 'banking77', 'train'), readIntents(data, 'banking77', 'test')]
  if (!train || !test) return []
  const few = DRAWS.map((seed) => accuracy(learned(drawn(train, SHOTS, seed), meaning), test))
  const common = { task: 'own topics', data: 'BANKING77', split: 'test' }
  return [
    { ...common, figure: 'accuracy', value: accuracy(learned(train, meaning), test), baseline: 0.915, best: '.934 (USE + ConvERT)' },
    { ...common, figure: `accuracy, ${SHOTS} examples a label, mean of ${DRAWS.length} draws`, value: few.reduce((a, b) => a + b, 0) / few.length, baseline: 0.73, best: '.898 (fine-tuned encoder)' },
  ]
}

function clinc(data: string, meaning: Meaning): Figure[] {
  const [train, test, outside, outsideTest] = [readIntents(data, 'clinc150', 'train'), readIntents(data, 'clinc150', 'test'), readIntents(data, 'clinc150', 'oos_train_plus'), readIntents(data, 'clinc150', 'oos_test')]
  if (!train || !test || !outside || !outsideTest) return []
  const tell = learned([...train, ...outside], meaning)
  const none = ({ text }: Example): number => tell(text).alternatives.find(({ label }) => label === null)?.confidence ?? 0
  const common = { task: 'own topics', data: 'CLINC150', split: 'test' }
  return [
    { ...common, figure: 'in-scope accuracy', value: accuracy(learned(train, meaning), test), baseline: 0.928, best: '.969 (BERT)' },
    { ...common, figure: 'in-scope accuracy, with rejection', value: accuracy(tell, test), baseline: 0.88, best: null },
    { ...common, figure: 'out-of-scope recall', value: accuracy(tell, outsideTest), baseline: 0.862, best: '.40-.52 (BERT)' },
    { ...common, figure: 'out-of-scope AUROC', value: auroc(test.map(none), outsideTest.map(none)), baseline: 0.951, best: null },
  ]
}

function multidogo(data: string, meaning: Meaning): Figure[] {
  const [train, test] = [readIntents(data, 'multidogo', 'train'), readIntents(data, 'multidogo', 'test')]
  if (!train || !test) return []
  return Object.entries(MULTIDOGO_BASELINE).map(([domain, baseline]) => {
    const own = (lines: readonly IntentLine[]): IntentLine[] => lines.filter((line) => line.domain === domain && line.text.trim() !== '')
    return { task: 'own topics', data: `MultiDoGO ${domain}`, split: 'test', figure: 'accuracy', value: accuracy(learned(own(train), meaning), own(test)), baseline, best: null }
  })
}

/** Chance that one of `those` has a higher score than one of `these`; equal ones count half. */
export function auroc(these: readonly number[], those: readonly number[]): number {
  const all = [...these.map((score) => ({ score, that: 0 })), ...those.map((score) => ({ score, that: 1 }))].sort((a, b) => a.score - b.score)
  let [ranks, from] = [0, 0]
  while (from < all.length) {
    let to = from
    while (to < all.length && all[to]?.score === all[from]?.score) to++
    for (let at = from; at < to; at++) ranks += (all[at]?.that ?? 0) * ((from + to + 1) / 2)
    from = to
  }
  return (ranks - (those.length * (those.length + 1)) / 2) / (these.length * those.length)
}

/** `learn` and `classify` on the public sets below `dataDir`; a set that is not there gives no figure. Minutes. */
export async function evaluateIntentSets(dataDir: string): Promise<Figure[]> {
  const meaning = openMeaning()
  return [...banking(dataDir, meaning), ...clinc(dataDir, meaning), ...multidogo(dataDir, meaning)]
}
