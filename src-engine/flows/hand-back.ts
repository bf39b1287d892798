import { ANGRY, PERSON_ACTS, PERSON_MARKS, PERSON_TOPICS } from '../../src-shared/domain/policy-ceilings.ts'
import { handBackId, isHandBack } from '../../src-shared/domain/hand-back-id.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'
import { AppError } from '../../src-shared/errors.ts'
import { handBackWords } from '../domain/hand-back/words.ts'
import { ESCALATION_LIMIT } from '../domain/policy/decide.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { stateOf } from './inbox.ts'
import { sendReply } from './send-reply.ts'
import { unknownConversation } from './thread.ts'

const NOT_A_PERSONS: LocalText = { zh: '这个会话现在没有人工接手，不用转回。', en: 'No person has answered here, so there is nothing to hand back.' }
const ASKED: LocalText = { zh: '已经问过客户，正在等回复。', en: 'The customer has been asked already. Wait for their answer.' }
const DONE: LocalText = { zh: '会话已结束，没有转给自动回复。', en: 'The conversation is resolved, so it was not handed back.' }
const UPSET: LocalText = { zh: '客户正在生气，或有待处理的提醒，需要人工继续，没有转给自动回复。', en: 'The customer is upset or flagged. This stays with a person.' }
const PERSONS: LocalText = { zh: '客户要找人工，或这件事必须由人工处理，没有转给自动回复。', en: 'The customer wants a person, or the matter needs one. This stays with a person.' }

/** What is always a person's, by law of the desk or by the shop's own word, and is open here. */
function isPersonsMatter({ store }: Engine, { openTopic, topics, marks, acts }: ReturnType<typeof stateOf>): boolean {
  const own = store.shop.policies()[0]?.alwaysPerson ?? { topics: [], marks: [], acts: [] }
  const open = openTopic === null ? topics : [openTopic, ...topics]
  return open.some((topic) => PERSON_TOPICS.has(topic) || own.topics.includes(topic)) || marks.some((mark) => PERSON_MARKS.has(mark) || own.marks.includes(mark))
    || acts.some((act) => PERSON_ACTS.has(act) || own.acts.includes(act))
}

/** Why the customer is not to be asked now; null: they may be. */
function whyNot(engine: Engine, record: ConversationRecord): LocalText | null {
  const { conversation, personInvolved, handBack } = record
  const state = stateOf(record)
  if (conversation.status === 'resolved') return DONE
  const isOnItsWay = engine.store.outbox.of(conversation.id).some(({ id }) => isHandBack(id, conversation.id))
  if (isOnItsWay || (handBack !== null && handBack.agreed === null)) return ASKED
  if (!personInvolved) return NOT_A_PERSONS
  if ((state.flag !== null && !state.flagDismissed) || state.emotionLevel >= ANGRY || state.escalation >= ESCALATION_LIMIT) return UPSET
  return isPersonsMatter(engine, state) ? PERSONS : null
}

/**
 * Asks the customer, as a reply of this agent's, whether autopilot may answer again. Only their yes lets it (AI-07); what they
 * say is told by every desk from the log, see `derive`.
 * @throws AppError `not-found`, `no-hand-back`
 */
export function handBack(engine: Engine, conversationId: string, agentName: string): void {
  const record = engine.store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  const say = whyNot(engine, record)
  if (say) throw new AppError({ code: 'no-hand-back', retryable: false, say })
  const id = handBackId(conversationId, record.lastSeq)
  sendReply(engine, { id, conversationId, text: handBackWords(stateOf(record).language), attachments: [], basedOnSeq: record.lastCustomerSeq, draftId: null }, agentName, 'set-words')
  engine.store.audit.add(engine.clock.now(), 'hand-back-asked', id)
}
