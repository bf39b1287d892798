import { z } from 'zod'
import { Id } from '../domain/message.ts'
import { Shift, SHIFT_ITEMS_MAX, SHIFT_REASON_MAX, SHIFT_WORDS_MAX, ShiftGiver, ShiftItem, ShiftTarget } from '../domain/shift.ts'

const n = z.number().int().nonnegative()
const name = z.string().max(80)
const Answer = z.object({ n, shift: Shift })

/** Since 1.4. Hand-overs of a shift. `id` makes each call idempotent; the result tells what the log holds of it now. */
export const SHIFT_SEAT_CALLS = {
  /** `id` becomes the hand-over's. For somebody else (`from` is another seat) it asks for `lead`. Nothing moves before it is accepted. */
  'shift.make': {
    params: z.object({ id: Id, from: ShiftGiver, to: ShiftTarget, words: z.string().max(SHIFT_WORDS_MAX), items: z.array(ShiftItem).min(1).max(SHIFT_ITEMS_MAX), name }),
    result: Answer,
  },
  /** Accepts items, or leaves them with the giver, with a reason. `not-for-you`: it was given to others, and the caller may not lead. */
  'shift.answer': {
    params: z.object({ id: Id, shiftId: Id, items: z.array(Id).min(1).max(SHIFT_ITEMS_MAX), state: z.enum(['accepted', 'returned']), reason: z.string().max(SHIFT_REASON_MAX), name }),
    result: Answer,
  },
  /** The giver (or whoever handed it over, or may lead) keeps what nobody took yet. */
  'shift.withdraw': { params: z.object({ id: Id, shiftId: Id, name }), result: Answer },
} as const
