import { pino } from 'pino'
import type { ConnectorHost, Inbound } from '../../src-gateway/channels/connector.ts'
import { systemClock } from '../../src-gateway/clock.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'

/** A connector's host that keeps everything in memory and tells what it was given. */
export class MemoryHost implements ConnectorHost {
  clock = systemClock
  log = pino({ level: 'silent' })
  shopId = 'demo'
  readonly received: Inbound[] = []
  /** Every hand-over, the repeated ones too. */
  readonly given: string[] = []
  readonly bounced: { threadId: string; externalId: string | null; why: LocalText }[] = []
  readonly dead: { externalId: string | null; why: LocalText; body: string }[] = []
  readonly healths: (LocalText | null)[] = []
  readonly state = new Map<string, string>()
  /** Thrown instead of taking the next message. */
  failing: (() => Error) | null = null

  async receive(inbound: Inbound) {
    this.given.push(inbound.externalId)
    if (this.failing !== null) throw this.failing()
    const duplicate = this.received.some(({ externalId }) => externalId === inbound.externalId)
    if (!duplicate) this.received.push(inbound)
    return { duplicate, conversationId: inbound.threadId }
  }

  async rated(): Promise<void> { throw new Error('email has no surveys') }
  async undelivered(threadId: string, externalId: string | null, why: LocalText) { this.bounced.push({ threadId, externalId, why }) }
  async read() { /* email tells nobody what was read */ }
  async status() { return null }
  async statusThere(): Promise<void> { throw new Error('email knows no status') }
  async get(name: string) { return this.state.get(name) ?? null }
  async set(name: string, value: string) { this.state.set(name, value) }
  async deadLetter(what: { externalId: string | null; why: LocalText; body: string }) { this.dead.push(what) }
  health(trouble: LocalText | null) { this.healths.push(trouble) }
}
