import { io, type Socket } from 'socket.io-client'
import type { AskedRating, ChatCall, ChatMessage, ChatParams, ChatResult } from '../../../../src-shared/wire/web-chat.ts'
import type { Answer } from '../../../../src-shared/errors.ts'
import { facts } from './facts.ts'
import { renewVisit, visitorToken } from './visit.ts'

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
  /** The customer is asked to rate, or rated in another tab. */
  rating(asked: AskedRating): void
  presence(agentsOnline: boolean): void
}

/** The page's connection: calls that answer or reject in time, and pushes. */
export class Link {
  private readonly socket: Socket
  private renewed = false

  constructor(events: LinkEvents) {
    this.socket = io({ auth: (give) => { give(visitorToken() === null ? {} : { visitor: visitorToken() }) }, transports: ['websocket', 'polling'], reconnectionDelay: 500, reconnectionDelayMax: 5000 })
    this.socket.on('connect', () => {
      this.renewed = false
      events.open()
    })
    this.socket.on('disconnect', (reason) => {
      events.closed()
      // socket.io does not come back by itself when the server hung up.
      if (reason === 'io server disconnect') this.reconnectLater()
    })
    this.socket.on('connect_error', (error) => {
      events.closed()
      if (this.socket.active) return
      if (error.message !== 'no-visitor' || this.renewed) this.reconnectLater()
      else {
        // Once at once: where no cookie is kept, this is how every visit begins.
        this.renewed = true
        void renewVisit(facts.framed).finally(() => { this.socket.connect() })
      }
    })
    this.socket.on('message', (push: { message: ChatMessage }) => { events.message(push.message) })
    this.socket.on('recalled', (push: { seq: number }) => { events.recalled(push.seq) })
    this.socket.on('typing', () => { events.typing() })
    this.socket.on('verified', () => { events.verified() })
    this.socket.on('rating', (push: { rating: AskedRating }) => { events.rating(push.rating) })
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

  /** Refused for good until then; a visit may be renewed again. */
  private reconnectLater(): void {
    setTimeout(() => {
      this.renewed = false
      this.socket.connect()
    }, REFUSED_RETRY_MS)
  }
}
