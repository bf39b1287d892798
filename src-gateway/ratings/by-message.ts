import { appendMessage, conversationOrRefuse } from '../append.ts'
import type { WriteTx } from '../store/store.ts'
import { ratingOf } from './ask.ts'
import { rate } from './rate.ts'

/** One digit and nothing else that says something: `5`, `5分`, `5 stars`, `４`. */
const DIGIT = /^\s*([1-5])\s*(?:分|星|颗星|stars?|points?)?\s*[.!。！~～]?\s*$/iu

/**
 * Does this text answer the invitation? Then it is kept as it was written, as a system line: the conversation stays
 * resolved, and nobody has to answer it. @returns the message's id; null: it is a message like any other
 */
export async function takeRatingByMessage(tx: WriteTx, now: number, conversationId: string, id: string, text: string): Promise<string | null> {
  const digit = DIGIT.exec(text.normalize('NFKC'))?.[1]
  if (digit === undefined) return null
  const rating = await ratingOf(tx, conversationId)
  const row = await conversationOrRefuse(tx, conversationId)
  if (rating === null || rating.via !== 'message' || rating.score !== null || rating.until <= now || row.conversation.status !== 'resolved') return null
  await rate(tx, now, conversationId, { score: Number(digit), words: '' })
  await appendMessage(tx, now, row.lastSeq, { id, conversationId, author: { kind: 'system', id: 'rated', name: '' }, text, attachments: [] })
  return id
}
