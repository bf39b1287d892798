import { io, type Socket } from 'socket.io-client'
import { AppError, type Answer } from '../../src-shared/errors.ts'
import { PROTOCOL_VERSION, type LogEvent } from '../../src-shared/wire/protocol.ts'
import { SEAT_CALLS, SEAT_PUSHES, type SeatCall, type SeatParams, type SeatResult } from '../../src-shared/wire/seat.ts'

/** No answer within this time counts as a cut line: the same call is made again after the next catch-up. */
const CALL_TIMEOUT_MS = 10_000

export interface LinkHandlers {
  /** A connection stands; nothing was said on it yet. */
  connected(): void
  cut(reason: string): void
  /** The gateway refuses this seat: wrong token, or a protocol that it does not speak. */
  refused(code: string): void
  events(events: LogEvent[]): void
  typing(conversationId: string): void
}

function offline(cause?: unknown): AppError {
  return new AppError({ code: 'offline', retryable: true, say: { zh: '与网关的连接已断开，内容已存好，恢复后自动继续。', en: 'The line to the gateway is cut. Everything is kept and goes on when it is back.' } }, { cause })
}

/**
 * The line to the gateway over socket.io. Its own buffering is not relied on: nothing is emitted while disconnected, and
 * what matters is asked for again after each connection.
 */
export function createGatewayLink(options: { seatId: string; handlers: LinkHandlers }) {
  let socket: Socket | null = null
  const { handlers } = options

  function listen(s: Socket): void {
    s.on('connect', () => handlers.connected())
    s.on('disconnect', (reason) => handlers.cut(reason))
    s.on('connect_error', (error: Error & { data?: { code?: unknown } }) => {
      const code = error.data?.code
      if (typeof code === 'string') handlers.refused(code)
      handlers.cut('connect_error')
    })
    s.on('events', (body: unknown) => {
      const parsed = SEAT_PUSHES.events.safeParse(body)
      if (parsed.success) handlers.events(parsed.data.events)
      // An event of a later protocol among them: pull again, which skips what it does not know.
      else handlers.events([])
    })
    s.on('typing', (body: unknown) => {
      const parsed = SEAT_PUSHES.typing.safeParse(body)
      if (parsed.success) handlers.typing(parsed.data.conversationId)
    })
  }

  return {
    /** Connects, or moves to another address. Keeps trying until `close`. */
    connect(url: string, token: string): void {
      socket?.removeAllListeners()
      socket?.disconnect()
      socket = io(url, {
        auth: { token, seatId: options.seatId, protocol: PROTOCOL_VERSION }, transports: ['websocket'], forceNew: true,
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
    close(): void {
      socket?.removeAllListeners()
      socket?.disconnect()
      socket = null
    },
  }
}
export type GatewayLink = ReturnType<typeof createGatewayLink>
