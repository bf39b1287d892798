import type { LogEvent } from '../../src-shared/wire/protocol.ts'
import type { Store } from '../store/store.ts'

/** Events in one push, and unsent packets after which a seat counts as slow. */
const BATCH = 500
const SLOW_PACKETS = 64

/** The part of a seat's socket that pushing needs; `conn` is the engine below, which tells when its buffer was taken. */
export interface PushSocket {
  emit(event: 'events', argument: { events: readonly LogEvent[] }): unknown
  conn: { on(event: 'packetCreate' | 'drain', listener: () => void): unknown }
}

/**
 * Pushes the log to one live seat, in order and without gaps. New events go out as they are committed; a seat that is
 * slow to read gets nothing until its buffer drained and is then served from the store, so that it neither holds up
 * others nor fills the memory.
 */
export class LivePush {
  private readonly socket: PushSocket
  private readonly store: Store
  private readonly onFailure: (thrown: unknown) => void
  private readonly seen: (events: readonly LogEvent[]) => readonly LogEvent[]
  /** Number of the last event pushed; null while the seat has not asked for live events. */
  private pushed: number | null = null
  private unsentPackets = 0
  private behind = false
  private reading = false
  private closed = false

  /** @param seen what the seat may see of events, each in its place */
  constructor(socket: PushSocket, store: Store, onFailure: (thrown: unknown) => void, seen: (events: readonly LogEvent[]) => readonly LogEvent[] = (events) => events) {
    this.socket = socket
    this.store = store
    this.onFailure = onFailure
    this.seen = seen
    socket.conn.on('packetCreate', () => { this.unsentPackets += 1 })
    socket.conn.on('drain', () => {
      this.unsentPackets = 0
      if (this.behind) void this.catchUp()
    })
  }

  get live(): boolean {
    return this.pushed !== null && !this.closed
  }

  /** From now on the seat hears of everything after `head`. */
  start(head: number): void {
    this.pushed = head
    this.behind = true
    void this.catchUp()
  }

  /** What was just committed, in order. */
  offer(events: readonly LogEvent[]): void {
    const first = events[0]
    const last = events.at(-1)
    if (this.pushed === null || this.closed || first === undefined || last === undefined || last.n <= this.pushed) return
    if (this.reading || this.slow() || first.n !== this.pushed + 1) {
      this.behind = true
      void this.catchUp()
    } else this.push(events, last.n)
  }

  stop(): void {
    this.closed = true
  }

  private slow(): boolean {
    return this.unsentPackets > SLOW_PACKETS
  }

  private push(events: readonly LogEvent[], last: number): void {
    this.pushed = last
    this.socket.emit('events', { events: this.seen(events) })
  }

  private async catchUp(): Promise<void> {
    if (this.reading) return
    this.reading = true
    try {
      while (this.behind && !this.closed && !this.slow()) {
        this.behind = false
        const events = await this.store.read((tx) => tx.eventsAfter(this.pushed ?? 0, BATCH))
        const last = events.at(-1)
        if (this.closed || last === undefined) continue
        this.push(events, last.n)
        if (events.length === BATCH) this.behind = true
      }
    } catch (thrown) {
      this.behind = true
      if (!this.closed) this.onFailure(thrown)
    } finally {
      this.reading = false
    }
  }
}
