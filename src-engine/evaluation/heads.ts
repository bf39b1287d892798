import { z } from 'zod'
import { binaryFigures } from './binary.ts'
import { readJsonLines } from './json-lines.ts'
import { fixedTask } from './task.ts'

const Offensive = z.object({ text: z.string(), label: z.union([z.literal(0), z.literal(1)]) })
const Emotions = z.object({ text: z.string(), labels: z.array(z.string()) })

const cold = { data: 'cold', split: 'test', unit: 'share' as const }
/** Offensive words in Chinese. */
export const coldTask = fixedTask('cold', [
  { ...cold, task: 'offensive zh', figure: 'F1 of offensive', baseline: 0.765, best: '', target: { atLeast: 0.78 } },
  { ...cold, task: 'offensive zh', figure: 'accuracy', baseline: 0.799, best: 'about .81', target: null },
], ({ data, offensive }) => {
  const lines = readJsonLines(data, 'cold/test.jsonl', Offensive)
  if (lines === null) return null
  const { f1, accuracy } = binaryFigures(lines.map(({ text, label }) => ({ score: offensive(text), positive: label === 1 })))
  return [f1, accuracy]
})

const goemotions = { data: 'goemotions', split: 'test', unit: 'share' as const, task: 'anger en', best: '' }
/** Anger in English comments. */
export const goemotionsTask = fixedTask('goemotions', [
  { ...goemotions, figure: 'F1 of anger', baseline: 0.452, target: { atLeast: 0.47 } },
  { ...goemotions, figure: 'AUROC of anger', baseline: 0.901, target: null },
], ({ data, angry }) => {
  const lines = readJsonLines(data, 'goemotions/test.jsonl', Emotions)
  if (lines === null) return null
  const { f1, auroc } = binaryFigures(lines.map(({ text, labels }) => ({ score: angry(text), positive: labels.includes('anger') })))
  return [f1, auroc]
})
