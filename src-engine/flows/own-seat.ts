import type { Owner } from '../../src-shared/domain/follow-up.ts'
import type { Engine } from './context.ts'
import { readSettings } from './settings.ts'

/** This seat, with the name of who sits at it. */
export const ownSeat = (engine: Engine): Owner => ({ id: engine.seatId, name: readSettings(engine, null).agentName })

/** The account that is signed in here; null: this desk has not been told. */
export const ownAccountId = (_engine: Engine): string | null => null
