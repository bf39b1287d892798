import { v7 as uuidv7 } from 'uuid'
import type { ChatParams, ChatResult } from '../../../src-shared/wire/web-chat.ts'
import { alreadyAppended, appendConversation, conversationOrRefuse } from '../../append.ts'
import type { ReadTx, WriteTx } from '../../store/store.ts'
import { cleanName } from '../host/inbound-text.ts'
import { countOrRefuse } from './limits.ts'
import { answerByMail, isAway, mailLine } from './mail-line.ts'
import { receiveVisitorMessage, type Visit } from './visit.ts'

/** Author id of notes that hold a contact. */
const FORM = 'web-chat'

/**
 * Words that a visitor leaves while nobody is there: a message of the conversation like any other, the contact beside it as
 * a note for the desks, and, where a mail channel is on, an address to which replies go.
 * @throws AppError as `receiveVisitorMessage`
 */
export async function leaveMessage(tx: WriteTx, now: number, visit: Visit, left: ChatParams<'leave'>): Promise<ChatResult<'leave'> & { verified: boolean }> {
  const existing = await tx.visitorConversation(visit.visitor)
  if (await alreadyAppended(tx, { id: left.id, conversationId: existing ?? '', fromCustomer: true }) === null) await countOrRefuse(tx, now, 'contact', visit.visitor)
  const result = await receiveVisitorMessage(tx, now, visit, { id: left.id, text: left.text, attachments: [] })
  const conversationId = await tx.visitorConversation(visit.visitor) ?? ''
  if (!result.duplicate) await keepContact(tx, now, visit, left, conversationId)
  return { ...result, answer: left.email !== null && await isAway(tx, conversationId) ? 'mail' : 'here' }
}

async function keepContact(tx: WriteTx, now: number, visit: Visit, { id, name, email, phone }: ChatParams<'leave'>, conversationId: string): Promise<void> {
  const shown = cleanName(name, '?')
  const row = await conversationOrRefuse(tx, conversationId)
  if (row.conversation.customerId === null) await appendConversation(tx, now, row, { displayName: shown })
  const text = [shown, email, phone].filter((part) => part !== null).join(' · ')
  await tx.append(now, { type: 'note', note: { id: uuidv7(), conversationId, author: { id: FORM, name: FORM }, text, at: now, editedAt: null, deleted: false } })
  const line = email === null ? null : await mailLine(tx)
  if (line !== null && email !== null) await answerByMail(tx, line, { address: email, name: shown, subject: await subjectOf(tx, visit) }, conversationId, id)
}

async function subjectOf(tx: ReadTx, { shopId, language }: Visit): Promise<string> {
  const state = await tx.state('shop', shopId)
  const name = state?.type === 'shop' ? state.shop.name : { zh: '', en: '' }
  return language.toLowerCase().startsWith('zh') ? `您给${name.zh}的留言` : `Your message to ${name.en}`
}
