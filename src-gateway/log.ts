import { z } from 'zod'
import type { Change } from '../src-shared/wire/protocol.ts'
import type { SeatResult } from '../src-shared/wire/seat.ts'
import { refuse } from './refusals.ts'
import type { ReadTx, StateRow } from './store/store.ts'

export const LOG_ID = 'logId'
/** Changes on one page of a snapshot. */
const PAGE = 500

/** Where the next page goes on; opaque to seats (base64url JSON). `cursor` is the head when the first page was read. */
const Place = z.object({
  cursor: z.number().int().nonnegative(),
  part: z.enum(['states', 'conversations', 'messages']),
  after: z.union([z.null(), z.string(), z.number(), z.object({ kind: z.string(), key: z.string() })]),
})
type Place = z.infer<typeof Place>

/** May a seat with this cursor go on with events, or must it load the present state first? */
export async function catchUpMode(tx: ReadTx, seat: { logId: string | null; cursor: number }): Promise<{ logId: string; head: number; mode: 'events' | 'snapshot' }> {
  const logId = await tx.meta(LOG_ID)
  if (logId === null) throw new Error('the log has no id')
  const head = await tx.head()
  return { logId, head, mode: seat.logId === logId && seat.cursor <= head ? 'events' : 'snapshot' }
}

/**
 * One page of the present state. Later pages may already hold changes newer than `cursor`; the events after it bring
 * them again, which is harmless because a change is a state.
 * @throws AppError `bad-request` for a page that this gateway did not give out.
 */
export async function snapshotPage(tx: ReadTx, page: string | null): Promise<SeatResult<'snapshot'>> {
  const place: Place = page === null ? { cursor: await tx.head(), part: 'states', after: null } : parsePlace(page)
  const { changes, next } = await readPart(tx, place)
  return { changes, next: next === null ? null : Buffer.from(JSON.stringify(next)).toString('base64url'), cursor: place.cursor }
}

function parsePlace(page: string): Place {
  try {
    return Place.parse(JSON.parse(Buffer.from(page, 'base64url').toString('utf8')))
  } catch (cause) {
    throw refuse('bad-request', cause)
  }
}

async function readPart(tx: ReadTx, place: Place): Promise<{ changes: Change[]; next: Place | null }> {
  const { cursor, after } = place
  if (place.part === 'states') {
    const rows: StateRow[] = await tx.states(typeof after === 'object' ? after : null, PAGE)
    const last = rows.at(-1)
    const full = rows.length === PAGE && last !== undefined
    return {
      changes: rows.map((row) => row.change),
      next: full ? { cursor, part: 'states', after: { kind: last.kind, key: last.key } } : { cursor, part: 'conversations', after: null },
    }
  }
  if (place.part === 'conversations') {
    const rows = await tx.conversations(typeof after === 'string' ? after : null, PAGE)
    const last = rows.at(-1)
    const full = rows.length === PAGE && last !== undefined
    return {
      changes: rows.map((conversation) => ({ type: 'conversation', conversation })),
      next: full ? { cursor, part: 'conversations', after: last.id } : { cursor, part: 'messages', after: 0 },
    }
  }
  const rows = await tx.messagesByNumber(typeof after === 'number' ? after : 0, cursor, PAGE)
  const last = rows.at(-1)
  const full = rows.length === PAGE && last !== undefined
  return { changes: rows.map((row) => ({ type: 'message', message: row.message })), next: full ? { cursor, part: 'messages', after: last.n } : null }
}
