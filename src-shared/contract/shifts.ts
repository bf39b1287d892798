import { z } from 'zod'
import { Id } from '../domain/message.ts'
import { Shift, SHIFT_ITEMS_MAX, SHIFT_REASON_MAX, SHIFT_WORDS_MAX, ShiftGiver, ShiftItem, ShiftTarget } from '../domain/shift.ts'

/** A hand-over as the page shows it. */
export const ShiftView = Shift.extend({
  /** May whoever sits here take it? */
  mine: z.boolean(),
  /** Did they hand it over, or was it handed over for them? */
  given: z.boolean(),
  /** Items that wait and whose giver no longer has them: settled, or another's. */
  settled: z.array(Id),
})
export type ShiftView = z.infer<typeof ShiftView>

const Nothing = z.object({})

/** What the window may ask about hand-overs of a shift. The writing ones need the line: `offline` otherwise. `id`s are made by the window: sent twice it is one. */
export const SHIFT_CALLS = {
  /**
   * What a desk has to hand over, at risk first, then by time; what waits in an open hand-over is left out. `seatId` null:
   * this desk. `more`: so many did not fit. `givers`: for whom whoever sits here may hand over, this desk first.
   */
  'shift.survey': {
    params: z.object({ seatId: z.string().max(64).nullable() }),
    result: z.object({ from: ShiftGiver, items: z.array(ShiftItem), more: z.number().int().nonnegative(), givers: z.array(ShiftGiver), targets: z.array(ShiftTarget) }),
  },
  /** Those that somebody has yet to answer, and those that ended within a day, the newest first. */
  'shifts.list': { params: Nothing, result: z.object({ shifts: z.array(ShiftView) }) },
  /** `refs`: which of the things that the survey named. */
  'shift.make': { params: z.object({ id: Id, seatId: z.string().max(64), to: ShiftTarget, words: z.string().max(SHIFT_WORDS_MAX), refs: z.array(Id).min(1).max(SHIFT_ITEMS_MAX) }), result: Nothing },
  'shift.answer': { params: z.object({ id: Id, shiftId: Id, items: z.array(Id).min(1).max(SHIFT_ITEMS_MAX), state: z.enum(['accepted', 'returned']), reason: z.string().max(SHIFT_REASON_MAX) }), result: z.object({ shift: Shift }) },
  'shift.withdraw': { params: z.object({ id: Id, shiftId: Id }), result: Nothing },
} as const
export type ShiftCalls = typeof SHIFT_CALLS
