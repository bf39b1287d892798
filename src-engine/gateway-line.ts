import type { EngineStart } from '../src-shared/contract/shell.ts'
import { createLateLink } from './adapters/late-link.ts'
import { log } from './adapters/log.ts'
import type { Publisher } from './adapters/publisher.ts'
import { catchUp, onCut, onPushed } from './flows/catch-up.ts'
import type { Engine } from './flows/context.ts'
import { hearDemo } from './flows/control-demo.ts'
import { publishDesk } from './flows/inbox.ts'
import { storedTeam, TEAM } from './flows/stored-team.ts'
import { hearPresence } from './flows/team/presence.ts'
import type { Team } from './people-handlers.ts'
import type { Store } from './store/index.ts'

const RENEW_MS = 1_000

interface Address { url: string; token: string }

/** The line to the gateway, and which gateway it is: the one of this computer, the one that was named from outside, or a team's. */
export function createGatewayLine(start: EngineStart, store: Store, engine: () => Engine, publisher: Publisher, onError: (thrown: unknown) => void) {
  /** The gateway of this computer, or the one that was named from outside. */
  let home: Address | null = start.gateway
  const team = (): Team | null => storedTeam(store)
  const place = (): Address | null => (start.embeddedGateway ? team() : null) ?? home
  let gateway = place()
  const link = createLateLink({
    seatId: start.seatId, onError,
    handlers: {
      connected: (connection) => void catchUp(engine()).catch((thrown) => {
        onError(thrown)
        // A catch-up that failed on a standing line (a lost answer) starts over; a cut line connects again by itself.
        engine().clock.after(RENEW_MS, () => connection.renew())
      }),
      cut: () => onCut(engine()),
      refused: (error) => {
        log.warn({ code: error.code }, 'seat refused')
        engine().live.refused = error
        publishDesk(engine())
      },
      events: (events) => void onPushed(engine(), events).catch(onError),
      typing: (conversationId) => publisher.publish({ kind: 'typing', conversationId }),
      demo: (state) => hearDemo(engine(), state),
      presence: (seats) => hearPresence(engine(), seats),
      colleague: ({ seatId, conversationId }) => publisher.publish({ kind: 'colleague', seatId, conversationId }),
    },
  })
  /** Connects to where this desk belongs now; to the same place again the line reconnects by itself. */
  function settle(): void {
    const to = place()
    if (to === null || (gateway?.url === to.url && gateway.token === to.token)) return
    gateway = { url: to.url, token: to.token }
    link.connect(to.url, to.token)
  }
  return {
    link, team,
    gateway: (): Address | null => gateway,
    connect(): void {
      if (gateway) link.connect(gateway.url, gateway.token)
    },
    /** The gateway of this computer listens here now. */
    homeAt(url: string, token: string): void {
      home = { url, token }
      settle()
    },
    /** Works with another gateway from now on: what its log says comes anew. */
    moveTo(to: Team | null): void {
      store.settings.write(TEAM, to)
      engine().live.refused = null
      settle()
      publishDesk(engine())
    },
  }
}
