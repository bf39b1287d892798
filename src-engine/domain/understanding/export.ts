import type { Case } from './cases.ts'

/** A case as `deskmate evaluate` reads it: the topic that is right, or null; `sampled` tells the random ones. */
function lineOf({ text, expected, at, history, sampled }: Case): string {
  return JSON.stringify({
    text, label: expected.topics[0] ?? null, at: new Date(at).toISOString(),
    history: history.map((turn) => ({ role: turn.role, text: turn.text, at: new Date(turn.at).toISOString() })), sampled,
  })
}

/** One line a case, in the order given. */
export const toJsonLines = (cases: readonly Case[]): string => cases.map((one) => `${lineOf(one)}\n`).join('')
