import type { SeatParams, SeatResult } from '../src-shared/wire/seat.ts'
import type { ReadTx, WriteTx } from './store/store.ts'

type Outcome = SeatResult<'phrase.put'>

async function present(tx: ReadTx, phraseId: string, n: number): Promise<Outcome> {
  const state = await tx.state('phrase', phraseId)
  return { n, phrase: state?.type === 'phrase' ? state.phrase : null }
}

/** Writes a phrase of the team or the shop, once per request id. The later of two words holds; both stand in the log. */
export async function putPhrase(tx: WriteTx, now: number, { id, phrase }: SeatParams<'phrase.put'>): Promise<Outcome> {
  const done = await tx.request(id)
  if (done !== null) return present(tx, phrase.id, done)
  const { n } = await tx.append(now, { type: 'phrase', phrase: { ...phrase, updatedAt: now } })
  await tx.putRequest(id, n)
  return present(tx, phrase.id, n)
}

/** Removes a phrase, once per request id; one that is gone already stays gone without an event. */
export async function removePhrase(tx: WriteTx, now: number, { id, phraseId }: SeatParams<'phrase.remove'>): Promise<Outcome> {
  const done = await tx.request(id)
  if (done !== null) return present(tx, phraseId, done)
  const known = (await tx.state('phrase', phraseId)) !== null
  const n = known ? (await tx.append(now, { type: 'phrase-removed', id: phraseId })).n : await tx.head()
  await tx.putRequest(id, n)
  return present(tx, phraseId, n)
}
