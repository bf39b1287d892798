import { type Rating, RATING_OPEN_MS, RATING_WORDS_MAX } from '../../src-shared/domain/rating.ts'
import type { ChatResult } from '../../src-shared/wire/web-chat.ts'
import { refuse } from '../refusals.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { ratingOf } from './ask.ts'

/** Changes of mind that are kept of one rating; whoever plays with the page fills no log. */
const REVISIONS_MAX = 12

type Shown = NonNullable<ChatResult<'hello'>['rating']>

/** What the customer's page shows; null: they were not asked, or it is too late. */
export async function shownRating(tx: ReadTx, now: number, conversationId: string): Promise<Shown | null> {
  const rating = await ratingOf(tx, conversationId)
  return rating === null || rating.via !== 'page' || rating.until <= now ? null : toShown(rating)
}

export const toShown = ({ score, words, until }: Rating): Shown => ({ score, words, until })

/** The customer rates, or rates otherwise. @throws AppError `not-asked` where nobody asked them or it is too late */
export async function rate(tx: WriteTx, now: number, conversationId: string | null, { score, words }: { score: number; words: string }): Promise<Rating> {
  const rating = conversationId === null ? null : await ratingOf(tx, conversationId)
  if (rating === null || rating.via === 'platform' || rating.until <= now || rating.revision >= REVISIONS_MAX) throw refuse('not-asked')
  if (rating.score === score && rating.words === words) return rating
  const next: Rating = { ...rating, score, words: words.slice(0, RATING_WORDS_MAX), ratedAt: now, revision: rating.revision + 1 }
  await tx.append(now, { type: 'rating', rating: next })
  return next
}

/** A platform that asks by itself tells what its customer said; the last word holds, and nothing of ours is asked on top. */
export async function ratePlatform(tx: WriteTx, now: number, conversationId: string, { score, words }: { score: number; words: string }): Promise<void> {
  const known = await ratingOf(tx, conversationId)
  const said = words.slice(0, RATING_WORDS_MAX)
  if (known?.score === score && known.words === said) return
  const last = (await tx.messagesOf(conversationId, 0, 50)).findLast(({ author }) => author.kind === 'agent' || author.kind === 'autopilot')?.author
  const of: Rating['of'] = last?.kind === 'autopilot' ? { kind: 'autopilot', id: last.id.slice(0, 80), name: last.name.slice(0, 80) } : { kind: 'agent', id: (last?.id ?? '').slice(0, 80), name: (last?.name ?? '').slice(0, 80) }
  await tx.append(now, { type: 'rating', rating: {
    conversationId, score, words: said, askedAt: known?.askedAt ?? now, until: known?.until ?? now + RATING_OPEN_MS, ratedAt: now, of: known?.of ?? of, via: 'platform', revision: (known?.revision ?? 0) + 1,
  } })
}
