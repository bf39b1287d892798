import type { Resolution } from '../src-shared/domain/disposition.ts'
import type { SeatParams } from '../src-shared/wire/seat.ts'
import { once } from './once.ts'
import { refuse } from './refusals.ts'
import type { ReadTx, WriteTx } from './store/store.ts'

async function resolutionOf(tx: ReadTx, id: string): Promise<Resolution | null> {
  const state = await tx.state('resolution', id)
  return state?.type === 'resolution' ? state.resolution : null
}

export async function appendResolution(tx: WriteTx, now: number, resolution: Resolution): Promise<number> {
  return (await tx.append(now, { type: 'resolution', resolution })).n
}

/** A person opens the conversation again, or ends it otherwise: that end was none. @returns the event's number; null where nothing had to change */
export async function withdrawResolution(tx: WriteTx, now: number, id: string | undefined): Promise<number | null> {
  const known = id === undefined ? null : await resolutionOf(tx, id)
  return known === null || known.withdrawn ? null : appendResolution(tx, now, { ...known, withdrawn: true })
}

/** Says otherwise how a resolve ended; the last word holds. @throws AppError `not-found` when that call resolved nothing. */
export async function changeDisposition(tx: WriteTx, now: number, { id, resolutionId, disposition }: SeatParams<'disposition'>): Promise<number> {
  return once(tx, id, async () => {
    const known = await resolutionOf(tx, resolutionId)
    if (known === null) throw refuse('not-found')
    return appendResolution(tx, now, { ...known, disposition })
  })
}
