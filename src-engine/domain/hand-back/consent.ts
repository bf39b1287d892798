import type { Message } from '../../../src-shared/domain/message.ts'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { ESCALATION_LIMIT } from '../policy/desk.ts'
import { isBare } from '../workflow/heard.ts'
import { readYesNo } from '../workflow/read-parts.ts'

/** Manners that may stand beside a yes. */
const BESIDE: ReadonlySet<string> = new Set(['affirm', 'thanks', 'greeting'])
/** From here on a yes is said through clenched teeth. 0 calm .. 3 angry */
const UNHAPPY = 2

/**
 * Does the customer agree that autopilot answers again? Only a plain yes is consent: beside a question, a condition, another
 * subject, a mark, a picture or displeasure it is none, and the conversation stays the person's.
 */
export function isConsent({ text, attachments, files }: Pick<Message, 'text' | 'attachments' | 'files'>, verdict: Verdict): boolean {
  const { topics, own, marks, emotion, escalation, entities } = verdict
  const acts = verdict.acts.map(({ label }) => label)
  const isAlone = topics.length === 0 && (own ?? []).length === 0 && marks.length === 0 && attachments.length === 0 && (files ?? []).length === 0
  const isCalm = emotion.level < UNHAPPY && escalation < ESCALATION_LIMIT
  if (!isAlone || !isCalm || !isBare({ text }) || !acts.includes('affirm') || !acts.every((act) => BESIDE.has(act))) return false
  const said = readYesNo({ text, acts, entities })
  return said?.type === 'yes-no' && said.value
}
