import type { SHIFT_SEAT_CALLS } from '../../src-shared/wire/seat-shifts.ts'
import type { Handlers } from '../answer.ts'
import type { Context } from '../context.ts'
import type { Actor } from '../seats/actor.ts'
import { answerShift } from './answer-shift.ts'
import { makeShift, withdrawShift } from './shifts.ts'

/** What a seat may call about hand-overs of a shift. */
export function shiftCalls({ store, clock }: Context, actor: Actor): Handlers<typeof SHIFT_SEAT_CALLS> {
  return {
    'shift.make': (request) => store.write((tx) => makeShift(tx, clock.now(), actor, request)),
    'shift.answer': (request) => store.write((tx) => answerShift(tx, clock.now(), actor, request)),
    'shift.withdraw': (request) => store.write((tx) => withdrawShift(tx, clock.now(), actor, request)),
  }
}
