import { io, type Socket } from 'socket.io-client'
import type { ChatCall, ChatMessage, ChatParams, ChatResult } from '../../../../src-shared/wire/web-chat.ts'
import type { Answer } from '../../../../src-shared/errors.ts'

const ANSWER_MS = 10_000
const REFUSED_RETRY_MS = 3000

export interface LinkEvents {
  /** The connection is there (again): say hello. */
  open(): void
  closed(): void
  message(message: ChatMessage): void
  recalled(seq: number): void
  typing(): void
  verified(): void
  presence(agentsOnline: boolean): void
}

/** The page's connection: calls that answer or reject in time, and pushes. */
export class Link {
  private readonly socket: Socket

  constructor(events: LinkEvents) {
    this.socket = io({ transports: ['websocket', 'polling'], reconnectionDelay: 500, reconnectionDelayMax: 5000 })
    this.socket.on('connect', () => { events.open() })
    this.socket.on('disconnect', (reason) => {
      events.closed()
      // socket.io does not come back by itself when the server hung up.
      if (reason === 'io server disconnect') this.reconnectLater()
    })
    this.socket.on('connect_error', (error) => {
      events.closed()
      if (this.socket.active) return
      void (error.message === 'no-visitor' ? renewVisit() : Promise.resolve()).finally(() => { this.reconnectLater() })
    })
    this.socket.on('message', (push: { message: ChatMessage }) => { events.message(push.message) })
    this.socket.on('recalled', (push: { seq: number }) => { events.recalled(push.seq) })
    this.socket.on('typing', () => { events.typing() })
    this.socket.on('verified', () => { events.verified() })
    this.socket.on('presence', (push: { agentsOnline: boolean }) => { events.presence(push.agentsOnline) })
  }

  /** @throws when there is no connection or no answer in time. */
  async call<C extends ChatCall>(call: C, params: ChatParams<C>): Promise<Answer<ChatResult<C>>> {
    if (!this.socket.connected) throw new Error('not connected')
    return await this.socket.timeout(ANSWER_MS).emitWithAck(call, params) as Answer<ChatResult<C>>
  }

  /** Nobody waits for it and nobody misses it. */
  typing(): void {
    if (this.socket.connected) this.socket.volatile.emit('typing', {})
  }

  private reconnectLater(): void {
    setTimeout(() => { this.socket.connect() }, REFUSED_RETRY_MS)
  }
}

/** The page itself gives out the visitor cookie; it may have been cleared while the page was open. */
async function renewVisit(): Promise<void> {
  await fetch('/', { cache: 'no-store' }).catch(() => undefined)
}
