import { z } from 'zod'
import { auroc } from '../domain/evaluation/auroc.ts'
import { readJsonLines } from './json-lines.ts'
import { fixedTask } from './task.ts'

const Review = z.object({ text: z.string(), label: z.union([z.literal(0), z.literal(1)]) })
const SETS = ['online_shopping_10_cats', 'waimai_10k', 'chnsenticorp_htl'] as const

/** Does dissatisfaction tell a bad review from a good one? A glance beyond chat; for measuring only. */
export const reviewsTask = fixedTask('reviews', SETS.map((split) => ({
  task: 'reviews zh', data: 'zh_reviews', split, figure: 'AUROC of dissatisfaction for bad reviews', unit: 'share' as const, baseline: null, best: '', target: null,
})), ({ data, triage }) => (data === null ? null : SETS.map((file) => {
  const reviews = readJsonLines(data, `zh_reviews/${file}.jsonl`, Review)
  return reviews === null ? null : auroc(reviews.map(({ text, label }) => ({ score: triage({ text, at: 0, attachments: 0, history: [] }).dissatisfaction, positive: label === 0 })))
})))
