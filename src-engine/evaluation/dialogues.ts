import type { Dialogue } from '../domain/corpus/dialogues.ts'
import { auroc } from '../domain/evaluation/auroc.ts'
import type { TriageInput } from '../domain/triage/index.ts'
import type { Triage } from './task.ts'

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
