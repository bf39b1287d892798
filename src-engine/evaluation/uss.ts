import { z } from 'zod'
import { auroc } from '../domain/evaluation/auroc.ts'
import { readJsonLines } from './json-lines.ts'
import { fixedTask, type Triage } from './task.ts'

const Dialogue = z.object({ turns: z.array(z.object({ role: z.enum(['USER', 'SYSTEM']), text: z.string(), sat: z.array(z.number()).optional() })) })
type Dialogue = z.infer<typeof Dialogue>

const WHOLE = 'OVERALL'
/** Of five; a rating below it is unhappy. */
const MIDDLE = 3
const SETS = [{ file: 'mwoz', baseline: 0.758 }, { file: 'sgd', baseline: 0.882 }] as const

/** AUROC of triage's dissatisfaction for turns that at least half of the raters put below the middle. */
export function evaluateUss(triage: Triage, dialogues: readonly Dialogue[]): number | null {
  const felt: { score: number; positive: boolean }[] = []
  for (const { turns } of dialogues) {
    const history: { role: 'customer' | 'agent'; text: string; at: number }[] = []
    for (const { role, text, sat } of turns) {
      if (text === WHOLE) continue
      if (role === 'USER' && sat !== undefined && sat.length > 0) {
        const unhappy = sat.filter((one) => one < MIDDLE).length
        felt.push({ score: triage({ text, at: 0, attachments: 0, history: history.slice(-20) }).dissatisfaction, positive: unhappy * 2 >= sat.length })
      }
      history.push({ role: role === 'USER' ? 'customer' : 'agent', text, at: 0 })
    }
  }
  return auroc(felt)
}

/** English dialogues with a booking system, rated turn by turn. For measuring only. */
export const ussTask = fixedTask('uss', SETS.map(({ file, baseline }) => ({
  task: 'dissatisfaction en', data: 'uss_en', split: file, figure: 'AUROC, half of the raters below 3 of 5', unit: 'share' as const, baseline, best: '', target: null,
})), ({ data, triage }) => (data === null ? null : SETS.map(({ file }) => {
  const dialogues = readJsonLines(data, `uss_en/${file}.jsonl`, Dialogue)
  return dialogues === null ? null : evaluateUss(triage, dialogues)
})))
