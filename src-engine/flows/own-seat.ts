import { permits } from '../../src-shared/domain/roles.ts'
import type { Owner } from '../../src-shared/domain/follow-up.ts'
import type { Engine } from './context.ts'
import { readSettings } from './settings.ts'
import { whoAmI } from './who-am-i.ts'

/** This seat, with the name of who sits at it. */
export const ownSeat = (engine: Engine): Owner => ({ id: engine.seatId, name: readSettings(engine, null).agentName })

/** The account that is signed in here; the local one where the gateway's own token is held. */
export const ownAccountId = (engine: Pick<Engine, 'store'>): string => whoAmI(engine).accountId

/** May whoever sits here decide for others? */
export const mayLead = (engine: Pick<Engine, 'store'>): boolean => permits(whoAmI(engine).role, 'lead')
