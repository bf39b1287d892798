import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { auroc } from '../domain/evaluation/auroc.ts'
import { AGREED, categoryOf, WITH_FAULTS } from './jddc-categories.ts'
import { readJsonLines } from './json-lines.ts'
import { fixedTask, type RowHead, type Triage } from './task.ts'

const Dialogue = z.object({ turns: z.array(z.object({ user: z.string(), sys_after: z.string(), act: z.string(), sat: z.number().optional() })) })
type Dialogue = z.infer<typeof Dialogue>

/** A turn that rates the whole dialogue, not a message. */
const WHOLE = 'OVERALL'
const UNSATISFIED = 0
const SPLITS = ['test', 'valid'] as const

interface Figures {
  /** AUROC of triage's dissatisfaction for turns that people called unsatisfied. */
  dissatisfied: number | null
  /** Share of the turns with a category told right, by the topic that is open after them; a topic outside the table closes what was open. */
  open: number | null
  /** The same with faults of goods in the table, and topics outside it changing nothing. */
  lasting: number | null
  /** By the turn's own words alone. */
  own: number | null
}

/**
 * Triage over real dialogues, each turn with those before it as history. No times are in the data: all waits are 0.
 * @param categories coarse category by the data's own intents; turns whose intent has none are not counted
 */
export function evaluateJddc(triage: Triage, dialogues: readonly Dialogue[], categories: Readonly<Record<string, string>>): Figures {
  const felt: { score: number; positive: boolean }[] = []
  let [labelled, ownRight, openRight, lastingRight] = [0, 0, 0, 0]
  for (const { turns } of dialogues) {
    const history: { role: 'customer' | 'agent'; text: string; at: number }[] = []
    let [open, lasting]: (string | null)[] = [null, null]
    for (const { user, sys_after: answer, act, sat } of turns) {
      if (user === WHOLE) continue
      const verdict = triage({ text: user, at: 0, attachments: 0, history: history.slice(-20) })
      const own = categoryOf(verdict, AGREED)
      // As on the desk: a message without a topic of its own goes on with the one that is open.
      if (own !== null || verdict.topics.length > 0) open = own
      lasting = categoryOf(verdict, WITH_FAULTS) ?? lasting
      const category = categories[act]
      if (sat !== undefined) felt.push({ score: verdict.dissatisfaction, positive: sat === UNSATISFIED })
      if (category !== undefined) {
        labelled += 1
        ownRight += own === category ? 1 : 0
        openRight += open === category ? 1 : 0
        lastingRight += lasting === category ? 1 : 0
      }
      history.push({ role: 'customer', text: user, at: 0 })
      if (answer !== '') history.push({ role: 'agent', text: answer, at: 0 })
    }
  }
  const share = (right: number): number | null => (labelled === 0 ? null : right / labelled)
  return { dissatisfied: auroc(felt), open: share(openRight), lasting: share(lastingRight), own: share(ownRight) }
}

const head = (split: string, row: Pick<RowHead, 'task' | 'figure' | 'baseline' | 'best' | 'target' | 'note'>): RowHead => ({ data: 'jddc_use', split, unit: 'share', ...row })
const HEADS = SPLITS.flatMap((split) => [
  head(split, { task: 'dissatisfaction zh', figure: 'AUROC of unsatisfied turns, nothing trained on it', baseline: 0.706, best: '.810 trained on it', target: { atLeast: 0.78 }, note: 'baseline and best are of the test split' }),
  head(split, { task: 'coarse intents zh', figure: 'accuracy, topic open after the turn', baseline: null, best: '.666 trained on it', target: { atLeast: 0.6 } }),
  head(split, { task: 'coarse intents zh', figure: 'the same, faults of goods as returns', baseline: null, best: '', target: { atLeast: 0.6 } }),
  head(split, { task: 'coarse intents zh', figure: 'the same by the turn’s own words alone', baseline: null, best: '', target: null }),
])

const readCategories = (data: string): Record<string, string> =>
  z.record(z.string(), z.string()).parse(JSON.parse(fs.readFileSync(path.join(data, 'jddc_use', 'act_to_category.json'), 'utf8')))

/** Real after-sales dialogues of a Chinese shop. Its terms allow measuring only. */
export const jddcTask = fixedTask('jddc', HEADS, ({ data, triage }) => {
  if (data === null) return null
  return SPLITS.flatMap((split) => {
    const dialogues = readJsonLines(data, `jddc_use/${split}_dialogues.jsonl`, Dialogue)
    if (dialogues === null) return [null, null, null, null]
    const { dissatisfied, open, lasting, own } = evaluateJddc(triage, dialogues, readCategories(data))
    return [dissatisfied, open, lasting, own]
  })
})
