import { io, type Socket } from 'socket.io-client'
import type { z } from 'zod'
import type { DemoState } from '../../src-shared/domain/demo-play.ts'
import type { SeatPresence } from '../../src-shared/domain/presence.ts'
import { AppError, AppErrorShape, type Answer } from '../../src-shared/errors.ts'
import { PROTOCOL_VERSION, type LogEvent } from '../../src-shared/wire/protocol.ts'
import { SEAT_CALLS, SEAT_PUSHES, type SeatCall, type SeatParams, type SeatResult } from '../../src-shared/wire/seat.ts'
import { offline } from './offline.ts'

/** No answer within this time counts as a cut line: the same call is made again after the next catch-up. */
const CALL_TIMEOUT_MS = 10_000

/** One connection: from `connected` until it is cut. */
export interface Connection {
  /** Does it still stand? */
  stands(): boolean
  /** Gives it up and makes another; does nothing when it is gone already. */
  renew(): void
}

export interface LinkHandlers {
  /** A connection stands; nothing was said on it yet. */
  connected(connection: Connection): void
  cut(reason: string): void
  /** The gateway refuses this seat: wrong token, a session that ended, or a protocol that it does not speak. It is asked again now and then. */
  refused(error: AppErrorShape): void
  events(events: LogEvent[]): void
  typing(conversationId: string): void
  /** How the demo stands that this gateway plays. */
  demo(state: DemoState): void
  /** Colleagues whose presence changed. */
  presence(seats: SeatPresence[]): void
  /** A colleague types to this customer. */
  colleague(sign: { seatId: string; conversationId: string }): void
}

/** socket.io gives up by itself after a refusal and after a goodbye of the server; a desk never does. */
const ASK_AGAIN_MS = 3_000

export interface LinkOptions {
  seatId: string
  handlers: LinkHandlers
  /** The transport could not be loaded. */
  onError(thrown: unknown): void
}

type Pushes = typeof SEAT_PUSHES

function hear<P extends keyof Pushes>(socket: Socket, push: P, listener: (body: z.infer<Pushes[P]>) => void): void {
  socket.on(push as string, (body: unknown) => {
    const parsed = SEAT_PUSHES[push].safeParse(body)
    if (parsed.success) listener(parsed.data as z.infer<Pushes[P]>)
  })
}

/**
 * The line to the gateway over socket.io. Its own buffering is not relied on: nothing is emitted while disconnected, and
 * what matters is asked for again after each connection.
 */
export function createGatewayLink(options: Pick<LinkOptions, 'seatId' | 'handlers'>) {
  let socket: Socket | null = null
  const { handlers } = options

  let generation = 0
  let held = false

  function askAgain(s: Socket): void {
    setTimeout(() => {
      if (s === socket && !s.connected && !held) s.connect()
    }, ASK_AGAIN_MS).unref()
  }

  function connection(s: Socket): Connection {
    const mine = ++generation
    const stands = (): boolean => s === socket && s.connected && mine === generation
    return { stands, renew: () => { if (stands()) s.disconnect().connect() } }
  }

  function listen(s: Socket): void {
    s.on('connect', () => handlers.connected(connection(s)))
    s.on('disconnect', (reason) => {
      generation += 1
      handlers.cut(reason)
      if (reason === 'io server disconnect') askAgain(s)
    })
    s.on('connect_error', (error: Error & { data?: unknown }) => {
      const refused = AppErrorShape.safeParse(error.data)
      if (refused.success) handlers.refused(refused.data)
      handlers.cut('connect_error')
      if (!s.active) askAgain(s)
    })
    // What does not parse is not heard; of events it leaves a gap, and a gap is pulled.
    hear(s, 'events', ({ events }) => handlers.events(events))
    hear(s, 'ended', ({ error }) => handlers.refused(error))
    hear(s, 'typing', ({ conversationId }) => handlers.typing(conversationId))
    hear(s, 'demo', (state) => handlers.demo(state))
    hear(s, 'presence', ({ seats }) => handlers.presence(seats))
    hear(s, 'colleague', (colleague) => handlers.colleague(colleague))
  }

  return {
    /** Connects, or moves to another address, and keeps trying until `close`. */
    connect(url: string, token: string): void {
      if (socket) {
        socket.removeAllListeners()
        socket.disconnect()
        generation += 1
        handlers.cut('moved')
      }
      socket = io(url, {
        auth: { token, seatId: options.seatId, protocol: PROTOCOL_VERSION }, transports: ['websocket'], forceNew: true, autoConnect: !held,
        reconnectionDelay: 200, reconnectionDelayMax: 5_000, randomizationFactor: 0.3, timeout: 5_000,
      })
      listen(socket)
    },
    async call<C extends SeatCall>(call: C, params: SeatParams<C>): Promise<SeatResult<C>> {
      if (!socket?.connected) throw offline()
      let answer: Answer<unknown>
      try {
        answer = (await socket.timeout(CALL_TIMEOUT_MS).emitWithAck(call, params)) as Answer<unknown>
      } catch (cause) {
        throw offline(cause)
      }
      if (!answer.ok) throw new AppError(answer.error)
      return SEAT_CALLS[call].result.parse(answer.result) as SeatResult<C>
    },
    hint(call: 'typing', params: SeatParams<'typing'>): void {
      if (socket?.connected) socket.volatile.emit(call, params, () => undefined)
    },
    /** Cuts the line, and makes none, here or at another address, until `release`. */
    hold(): void {
      held = true
      const stood = socket?.connected === true
      socket?.disconnect()
      // A line that did not stand yet is given up without a word.
      if (!stood) handlers.cut('held')
    },
    release(): void {
      held = false
      socket?.connect()
    },
    close(): void {
      socket?.removeAllListeners()
      socket?.disconnect()
      socket = null
    },
  }
}
export type GatewayLink = ReturnType<typeof createGatewayLink>
