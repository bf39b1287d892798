import type { RoutingCalls } from '../src-shared/contract/routing.ts'
import { Routing } from '../src-shared/domain/routing.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { answerOffer, takeOver, transfer, whisper, withdraw } from './flows/team/hand-on.ts'
import { presentSeats } from './flows/team/presence.ts'

const DONE = {}

/** What the window may ask about who is here and whose a conversation is. */
export function routingHandlers(engine: Engine): Pick<Handlers, keyof RoutingCalls> {
  return {
    'team.presence': () => ({ seats: presentSeats(engine), own: engine.seatId }),
    'team.routing': () => ({ routings: engine.store.shared.all('routing', Routing) }),
    'routing.transfer': async (params) => {
      await transfer(engine, params)
      return DONE
    },
    'routing.answer': async (params) => ({ routing: await answerOffer(engine, params) }),
    'routing.withdraw': async (params) => {
      await withdraw(engine, params)
      return DONE
    },
    'routing.takeOver': async (params) => {
      await takeOver(engine, params)
      return DONE
    },
    'routing.whisper': async (params) => {
      await whisper(engine, params)
      return DONE
    },
  }
}
