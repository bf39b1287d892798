import type { Message } from '../../../src-shared/domain/message.ts'
import { ANGRY } from '../../../src-shared/domain/policy-ceilings.ts'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { ESCALATION_LIMIT } from '../policy/desk.ts'
import { isPlainYes } from '../agreement/plain-yes.ts'

/**
 * Does the customer agree that autopilot answers again? Only a plain yes is consent: beside a question, a condition, another
 * subject, a mark, a picture or anger it is none, and the conversation stays the person's. Words that say yes and nothing else tell no
 * lesser displeasure, whatever one "!" makes of "of course!".
 */
export function isConsent({ text, attachments, files }: Pick<Message, 'text' | 'attachments' | 'files'>, { marks, emotion, escalation }: Pick<Verdict, 'marks' | 'emotion' | 'escalation'>): boolean {
  const isAlone = marks.length === 0 && attachments.length === 0 && (files ?? []).length === 0
  return isAlone && emotion.level < ANGRY && escalation < ESCALATION_LIMIT && isPlainYes(text)
}
