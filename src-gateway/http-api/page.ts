import { z } from 'zod'
import { ApiProblem } from './problem.ts'

/** What every list takes. */
export const Paging = {
  cursor: z.string().max(400).optional().describe('`next` of the page before; absent: the first page.'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('At most so many.'),
}
export const Next = z.string().nullable().describe('`cursor` of the next page; null: this is the last one.')

/** Where a list goes on; opaque to callers. */
export const cursorOf = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** @throws ApiProblem `fields` for one that was not given out here */
export function placeOf<T>(schema: z.ZodType<T>, cursor: string | undefined): T | null {
  if (cursor === undefined) return null
  let read: unknown
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw new ApiProblem('fields', [{ field: 'cursor', code: 'unknown' }])
  }
  const parsed = schema.safeParse(read)
  if (!parsed.success) throw new ApiProblem('fields', [{ field: 'cursor', code: 'unknown' }])
  return parsed.data
}

/** One page of what was read with one more than was asked for. */
export function pageOf<T>(rows: readonly T[], limit: number, place: (last: T) => unknown): { page: T[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, next: rows.length > limit && last !== undefined ? cursorOf(place(last)) : null }
}
