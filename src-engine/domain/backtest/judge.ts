import type { Would } from '../../../src-shared/domain/backtest.ts'
import type { Decision, Policy } from '../../../src-shared/domain/policy.ts'
import { decide, type DecideFacts } from '../policy/decide.ts'
import type { ReadConversation, Reading } from './read.ts'

export interface Judged { reading: Reading; would: Would; rules: string[]; missing: ('orderStatus' | 'identity')[] }

/** Where autopilot stands in a conversation that it began. */
interface Course { attempts: number; personInvolved: boolean }

/** What is the policy's alone to say: line, lease and switch are taken to be in order, and the answer to be one that the records give. */
export function factsOf(reading: Reading, { attempts, personInvolved }: Course, known: Pick<DecideFacts, 'verified' | 'orderStatus' | 'orderCertain'>): DecideFacts {
  const { intent, intentConfidence, otherTopics, acts, marks, emotionLevel, escalation } = reading
  return { intent, intentConfidence, otherTopics, acts, marks, emotionLevel, escalation, ...known, hasRoutineReply: true, paused: false, online: true, holdsLease: true, personInvolved, attempts }
}

function judgeOne(reading: Reading, conversation: ReadConversation, course: Course, policy: Policy): Judged {
  if (reading.flagged) return { reading, would: 'escalate', rules: ['flag'], missing: [] }
  const { orderStatus, verified } = conversation
  const told = decide(factsOf(reading, course, { verified: verified ?? false, orderStatus, orderCertain: orderStatus !== null }), policy)
  const missing: Judged['missing'] = [...(orderStatus === null ? ['orderStatus' as const] : []), ...(verified === null ? ['identity' as const] : [])]
  if (told.decision === 'auto' || missing.length === 0) return { reading, would: told.decision, rules: told.rules, missing: [] }
  // Would it be different if only we knew? Then that, and not the policy, is what stands in the way.
  const hoped = decide(factsOf(reading, course, { verified: verified ?? true, orderStatus: orderStatus ?? routineState(reading, policy), orderCertain: true }), policy)
  const outcome: Decision = hoped.decision === 'auto' ? told : hoped
  return { reading, would: hoped.decision === 'auto' ? 'unknown' : outcome.decision, rules: outcome.rules, missing }
}

function routineState({ intent }: Reading, policy: Policy): string | null {
  return intent !== null && Object.hasOwn(policy.intents, intent) ? (policy.intents[intent]?.orderStates[0] ?? null) : null
}

/** Would nobody have been needed? */
export const isAlone = (would: Would): boolean => would === 'auto' || would === 'unknown'

/**
 * What a policy would have done, moment by moment, as if autopilot had begun the conversation: what it answers alone counts as
 * its try, and from the first moment that it leaves to a person the conversation is the person's.
 */
export function judgeConversation(conversation: ReadConversation, policy: Policy): Judged[] {
  const course: Course = { attempts: 0, personInvolved: false }
  return conversation.readings.map((reading) => {
    const judged = judgeOne(reading, conversation, course, policy)
    if (isAlone(judged.would)) course.attempts++
    else if (judged.would !== 'ask') course.personInvolved = true
    return judged
  })
}
