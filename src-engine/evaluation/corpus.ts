import fs from 'node:fs'
import path from 'node:path'
import { readCorpus } from '../training/corpus.ts'
import { evaluateCorpus, type CorpusFigures } from './own-corpus.ts'
import type { Context, Row, Task } from './task.ts'

type Figure = Exclude<keyof CorpusFigures, 'language' | 'lines' | 'writers' | 'labels'>
const FIGURES: readonly { key: Figure; figure: string; target: Row['target'] }[] = [
  { key: 'groups', figure: 'topic groups, macro-F1', target: { atLeast: 0.95 } },
  { key: 'leaves', figure: 'topics, macro-F1', target: { atLeast: 0.88 } },
  { key: 'acts', figure: 'acts, macro-F1', target: { atLeast: 0.95 } },
  { key: 'safetyRecall', figure: 'safety incidents found', target: { atLeast: 0.97 } },
  { key: 'humanRecall', figure: 'wishes for a person found', target: { atLeast: 0.97 } },
  { key: 'sensitiveRecall', figure: 'sensitive data found', target: { atLeast: 0.97 } },
  { key: 'angryRecall', figure: 'angry messages found', target: { atLeast: 0.8 } },
  { key: 'calmFalseAlarms', figure: 'calm messages called angry', target: { atMost: 0.003 } },
  { key: 'calibrationError', figure: 'calibration error', target: { atMost: 0.03 } },
  { key: 'outOfScopeRecall', figure: 'out-of-scope left alone', target: null },
]

/** Our own corpus, writers of whom nothing was learned; beside it the rules alone. */
export const corpusTask: Task = {
  name: 'corpus',
  run({ corpus, triage, rules }: Context) {
    const isThere = fs.existsSync(path.join(corpus, 'split.json'))
    const lines = isThere ? readCorpus(corpus, 'test') : []
    const alone = evaluateCorpus(rules, lines)
    const shared = { task: 'own corpus', unit: 'share' as const, best: '' }
    if (lines.length === 0) return [{ ...shared, data: 'corpus', split: 'held-out writers', figure: 'all', value: null, baseline: null, target: null, note: 'the corpus has no held-out writers yet' }]
    return evaluateCorpus(triage, lines).flatMap((figures) => FIGURES.map(({ key, figure, target }): Row => ({
      ...shared, data: `corpus ${figures.language}`, split: `${String(figures.writers)} held-out writers`, figure, target, value: figures[key],
      baseline: alone.find(({ language }) => language === figures.language)?.[key] ?? null, note: 'baseline: the rules alone',
    })))
  },
}
