import { v7 as uuidv7 } from 'uuid'
import type { Disposition } from '../../src-shared/domain/disposition.ts'
import { type Rating, RATING_OPEN_MS } from '../../src-shared/domain/rating.ts'
import { appendMessage } from '../append.ts'
import { shopRules } from '../shop-rules/shop-rules.ts'
import type { ConversationRow, ReadTx, WriteTx } from '../store/store.ts'

/** Author id of the invitation, a system message that goes out to the channel. */
export const RATING_AUTHOR = 'rating'
/** Messages in which the last answer is looked for. */
const LOOK_BACK = 50
/** Channels that have nothing but words. Chatwoot asks by itself. */
const BY_MESSAGE: ReadonlySet<string> = new Set(['email', 'wecom', 'hook'])

const INVITATION = {
  zh: '这次服务您还满意吗？回复 1 到 5 中的一个数字就行，5 最满意。不想评价可以不理这条消息。',
  en: 'How did we do? Reply with one digit from 1 to 5, 5 being best. If you would rather not, just leave this message be.',
}

export async function ratingOf(tx: ReadTx, conversationId: string): Promise<Rating | null> {
  const state = await tx.state('rating', conversationId)
  return state?.type === 'rating' ? state.rating : null
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

/**
 * A conversation was resolved: its customer is asked how they found it, where the shop asks on this channel. Once in a
 * conversation; not where nobody answered, not for spam, and not somebody who left angry.
 */
export async function askRating(tx: WriteTx, now: number, { conversation, lastSeq }: ConversationRow, end: { disposition: Disposition | undefined; angry: boolean }): Promise<void> {
  const { id, channel } = conversation
  const { page, messages } = (await shopRules(tx)).ratings
  const via = channel === 'web' && page ? 'page' as const : messages && BY_MESSAGE.has(channel) && await tx.channels.threadOf(id) !== null ? 'message' as const : null
  if (via === null || end.angry || end.disposition === 'spam' || await ratingOf(tx, id) !== null) return
  const recent = await tx.messagesOf(id, 0, LOOK_BACK)
  const last = recent.findLast(({ author }) => author.kind === 'agent' || author.kind === 'autopilot')
  if (last === undefined || (last.author.kind !== 'agent' && last.author.kind !== 'autopilot')) return
  const { kind, id: seatId, name } = last.author
  const rating: Rating = { conversationId: id, score: null, words: '', askedAt: now, until: now + RATING_OPEN_MS, ratedAt: null, of: { kind, id: seatId.slice(0, 80), name: name.slice(0, 80) }, via, revision: 1 }
  await tx.append(now, { type: 'rating', rating })
  if (via === 'page') return
  const said = recent.filter(({ author }) => author.kind === 'customer').map(({ text }) => text).join(' ')
  await appendMessage(tx, now, lastSeq, { id: uuidv7(), conversationId: id, author: { kind: 'system', id: RATING_AUTHOR, name: '' }, text: INVITATION[isChinese(said) ? 'zh' : 'en'], attachments: [] })
}
