import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readJson, writeSmall } from './small-file.ts'

const SeatFile = z.object({ seatId: z.string().min(1).max(64) })

/** The seat's identity: random, made once, kept in `path`. */
export function loadSeatId(path: string): string {
  const known = SeatFile.safeParse(readJson(path))
  if (known.success) return known.data.seatId
  const seatId = randomUUID()
  writeSmall(path, JSON.stringify({ seatId }))
  return seatId
}
