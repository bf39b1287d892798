import type { Message } from '../../../src-shared/domain/message.ts'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { ESCALATION_LIMIT } from '../policy/desk.ts'
import { isPlainYes } from './plain-yes.ts'

/** From here on a yes is said through clenched teeth. 0 calm .. 3 angry */
const UNHAPPY = 2

/**
 * Does the customer agree that autopilot answers again? Only a plain yes is consent: beside a question, a condition, another
 * subject, a mark, a picture or displeasure it is none, and the conversation stays the person's.
 */
export function isConsent({ text, attachments, files }: Pick<Message, 'text' | 'attachments' | 'files'>, { marks, emotion, escalation }: Pick<Verdict, 'marks' | 'emotion' | 'escalation'>): boolean {
  const isAlone = marks.length === 0 && attachments.length === 0 && (files ?? []).length === 0
  return isAlone && emotion.level < UNHAPPY && escalation < ESCALATION_LIMIT && isPlainYes(text)
}
