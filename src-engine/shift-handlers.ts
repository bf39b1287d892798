import type { ShiftCalls } from '../src-shared/contract/shifts.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { answerShift, handOverShift, withdrawShift } from './flows/shifts/hand-over-shift.ts'
import { listShifts } from './flows/shifts/read-shifts.ts'
import { surveyShift } from './flows/shifts/survey.ts'

/** What the window may ask about hand-overs of a shift. */
export function shiftHandlers(engine: Engine): Pick<Handlers, keyof ShiftCalls> {
  return {
    'shift.survey': ({ seatId }) => surveyShift(engine, seatId),
    'shifts.list': () => ({ shifts: listShifts(engine) }),
    'shift.make': async (params) => {
      await handOverShift(engine, params)
      return {}
    },
    'shift.answer': async (params) => ({ shift: await answerShift(engine, params) }),
    'shift.withdraw': async (params) => {
      await withdrawShift(engine, params)
      return {}
    },
  }
}
