import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { Shift } from '../../../src-shared/domain/shift.ts'
import { AppError } from '../../../src-shared/errors.ts'
import type { Engine } from '../context.ts'
import { ownSeat } from '../own-seat.ts'
import { receiveShift } from './receive-shift.ts'
import { surveyItems } from './survey.ts'
import { ownGiver, shiftGivers } from './shift-people.ts'

/** What the gateway answered, without waiting for its event. */
function hear(engine: Engine, shift: Shift): void {
  engine.store.transaction(() => receiveShift(engine, shift))?.()
}

const nothingLeft = () => new AppError({ code: 'nothing-to-hand-over', retryable: false, say: { zh: '勾选的事项已经办完或者转走了，没有可交接的内容。', en: 'What was chosen is settled or somebody else’s by now; there is nothing to hand over.' } })

/** Offers what was chosen, as it stands now. @throws AppError `nothing-to-hand-over`; of the line and the gateway as they come */
export async function handOverShift(engine: Engine, { id, seatId, to, words, refs }: CallParams<'shift.make'>): Promise<void> {
  const from = shiftGivers(engine).find((giver) => giver.id === seatId) ?? ownGiver(engine)
  const chosen = new Set(refs)
  const items = surveyItems(engine, from).filter(({ ref }) => chosen.has(ref))
  if (items.length === 0) throw nothingLeft()
  hear(engine, (await engine.link.call('shift.make', { id, from, to, words, items, name: ownSeat(engine).name })).shift)
}

/** @throws AppError of the line and the gateway as they come */
export async function answerShift(engine: Engine, params: CallParams<'shift.answer'>): Promise<Shift> {
  const { shift } = await engine.link.call('shift.answer', { ...params, name: ownSeat(engine).name })
  hear(engine, shift)
  return shift
}

/** @throws AppError of the line and the gateway as they come */
export async function withdrawShift(engine: Engine, params: CallParams<'shift.withdraw'>): Promise<void> {
  hear(engine, (await engine.link.call('shift.withdraw', { ...params, name: ownSeat(engine).name })).shift)
}
