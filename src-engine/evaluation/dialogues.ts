import fs from 'node:fs'
import path from 'node:path'
import { parseDialogues, type Dialogue } from '../domain/corpus/dialogues.ts'
import { auroc } from '../domain/evaluation/auroc.ts'
import type { TriageInput } from '../domain/triage/index.ts'
import type { Row, Task, Triage } from './task.ts'

/** Noon of a Monday in China. */
const AT = Date.UTC(2026, 3, 20, 4)
const MINUTE = 60_000

/** AUROC of triage's dissatisfaction over the customer's turns of our own dialogues, with their times; null for none. */
export function evaluateDialogues(triage: Triage, dialogues: readonly Dialogue[]): number | null {
  return auroc(dialogues.flatMap(({ turns }) => {
    const history: TriageInput['history'][number][] = []
    let at = AT
    return turns.flatMap((turn) => {
      at += (turn.after ?? 1) * MINUTE
      const { who: role, text } = turn
      const verdict = role === 'customer' ? triage({ text, at, attachments: 0, history: [...history] }) : undefined
      history.push(verdict === undefined ? { role, text, at } : { role, text, at, verdict })
      return turn.who === 'customer' && verdict !== undefined ? [{ score: verdict.dissatisfaction, positive: turn.dissatisfied }] : []
    })
  }))
}

/** Our own dialogues, the third that nothing was set by. */
export const dialoguesTask: Task = {
  name: 'dialogues',
  run: ({ corpus, triage, rules }) => ['zh', 'en'].map((language): Row => {
    const apart = parseDialogues(fs.readFileSync(path.join(corpus, 'dialogues', `${language}.jsonl`), 'utf8')).filter((one) => one.split === 'test')
    return {
      task: `dissatisfaction ${language}`, data: 'own dialogues', split: `${String(apart.length)} set apart`, figure: 'AUROC over the customer’s messages', unit: 'share',
      value: evaluateDialogues(triage, apart), baseline: evaluateDialogues(rules, apart), best: '', target: null, note: 'baseline: the rules alone; written and labelled by one hand',
    }
  }),
}
