import type { CallResult } from '../../../src-shared/contract/calls.ts'
import { TICKET_TITLE_MAX, type TicketKind } from '../../../src-shared/domain/ticket.ts'
import { groupOf, type TopicGroup } from '../../../src-shared/domain/topic-groups.ts'
import { TOPICS } from '../../../src-shared/domain/triage.ts'
import { stateName, topicName } from '../../domain/policy/names.ts'
import { aboutOrder } from '../about-order.ts'
import type { Engine } from '../context.ts'
import { stateOf } from '../inbox.ts'
import { deskLanguage } from '../settings.ts'
import { unknownConversation } from '../thread.ts'
import { ticketOwners } from './read-tickets.ts'

/** Turns that the summary shows. */
const TURNS = 6
/** Longest line of a turn, in code points. */
const LINE = 160
const DAY_MS = 24 * 3_600_000

const KINDS: Record<TopicGroup, TicketKind> = {
  order: 'other', logistics: 'parcel', received: 'quality', return: 'refund', refund: 'refund', price: 'refund', invoice: 'invoice', service: 'repair', conflict: 'complaint', other: 'other',
}

function kindOf(topic: string | null): TicketKind {
  const known = TOPICS.find((one) => one === topic)
  return known ? KINDS[groupOf(known)] : 'other'
}

const short = (text: string): string => {
  const letters = [...text.replace(/\s+/gu, ' ').trim()]
  return letters.length > LINE ? `${letters.slice(0, LINE - 1).join('')}…` : letters.join('')
}

/** What a ticket about this conversation would say: whoever reads it need not read the conversation. @throws AppError `not-found` */
export function suggestTicket(engine: Engine, conversationId: string): CallResult<'ticket.suggest'> {
  const { store, clock } = engine
  const record = store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  const language = deskLanguage(engine)
  const { openTopic, emotionLevel } = stateOf(record)
  const order = aboutOrder(engine, record)
  const topic = openTopic === null ? null : topicName(openTopic)[language]
  const turns = store.messages.page(conversationId, null, TURNS).map(({ message }) => message).filter(({ author, text }) => author.kind !== 'system' && text.trim() !== '')
  const said = turns.map(({ author, text }) => `${author.kind === 'customer' ? (language === 'zh' ? '顾客' : 'Customer') : (language === 'zh' ? '客服' : 'Agent')}${language === 'zh' ? '：' : ': '}${short(text)}`)
  const facts = order ? [`${language === 'zh' ? '订单' : 'Order'} ${order.no} · ${stateName(order.status)[language]}`] : []
  const promised = store.followUps.openOf(conversationId).map(({ words }) => `${language === 'zh' ? '已承诺：' : 'Promised: '}${short(words)}`)
  return {
    title: [...[record.conversation.displayName, topic].filter(Boolean).join(' · ')].slice(0, TICKET_TITLE_MAX).join('') || (language === 'zh' ? '待办' : 'To do'),
    kind: kindOf(openTopic), summary: [...facts, ...promised, ...said].join('\n'), owner: ticketOwners(engine)[0] ?? null, dueAt: clock.now() + DAY_MS,
    priority: emotionLevel >= 2 ? 'high' : 'normal', state: 'open', orderNo: order?.no ?? null,
  }
}
