import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import type { Clock } from '../../src-gateway/clock.ts'
import type { Connector, ConnectorHost, ConnectorKind, Inbound, Outbound } from '../../src-gateway/channels/connector.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'

/** A gateway in memory for one connector: what came in, once each, and an open port for its webhooks. */
export class MemoryConnectorHost implements ConnectorHost {
  readonly shopId = 'demo'
  readonly log = pino({ level: 'silent' })
  readonly inbound: Inbound[] = []
  /** How often each message was brought. */
  readonly brought = new Map<string, number>()
  /** Replies of ours that came back. */
  readonly own: string[] = []
  readonly failures: { threadId: string; externalId: string | null; why: LocalText }[] = []
  readonly reads: { threadId: string; externalId: string }[] = []
  readonly dead: { externalId: string | null; why: LocalText; body: string }[] = []
  /** Changes of the line, in order. */
  readonly healths: (LocalText | null)[] = []
  readonly state = new Map<string, string>()
  /** How often each name of the state was written. */
  readonly written = new Map<string, number>()
  /** While set, nothing reaches the disk. */
  isBroken = false
  /** So many messages reach the disk, and no more. */
  failAfter = Number.POSITIVE_INFINITY
  #connector: Connector | null = null
  #server: Server | null = null

  constructor(readonly clock: Clock) {}

  async receive(inbound: Inbound): Promise<{ duplicate: boolean; conversationId: string }> {
    if (this.isBroken || this.inbound.length >= this.failAfter) throw new Error('the disk is full')
    if (inbound.ownMessageId !== undefined) {
      this.own.push(inbound.ownMessageId)
      return { duplicate: true, conversationId: `c-${inbound.threadId}` }
    }
    const times = (this.brought.get(inbound.externalId) ?? 0) + 1
    this.brought.set(inbound.externalId, times)
    if (times === 1) this.inbound.push(inbound)
    return { duplicate: times > 1, conversationId: `c-${inbound.threadId}` }
  }
  readonly ratings: { threadId: string; score: number; words: string }[] = []
  async rated(threadId: string, said: { score: number; words: string }): Promise<void> { this.ratings.push({ threadId, ...said }) }
  async undelivered(threadId: string, externalId: string | null, why: LocalText): Promise<void> { this.failures.push({ threadId, externalId, why }) }
  async read(threadId: string, externalId: string): Promise<void> { this.reads.push({ threadId, externalId }) }
  /** How the threads stand there, as the host knows. */
  readonly statuses = new Map<string, 'open' | 'resolved'>()
  async status(threadId: string): Promise<'open' | 'resolved' | null> { return this.inbound.some((one) => one.threadId === threadId) ? this.statuses.get(threadId) ?? 'open' : null }
  async statusThere(threadId: string, status: 'open' | 'resolved'): Promise<void> { this.statuses.set(threadId, status) }
  async get(name: string): Promise<string | null> { return this.state.get(name) ?? null }
  async set(name: string, value: string): Promise<void> {
    if (this.isBroken) throw new Error('the disk is full')
    this.state.set(name, value)
    this.written.set(name, (this.written.get(name) ?? 0) + 1)
  }
  async deadLetter(what: { externalId: string | null; why: LocalText; body: string }): Promise<void> { this.dead.push(what) }
  health(trouble: LocalText | null): void {
    if (JSON.stringify(this.healths.at(-1) ?? null) !== JSON.stringify(trouble)) this.healths.push(trouble)
  }

  texts(from: Inbound['from'] = 'customer'): string[] {
    return this.inbound.filter((one) => one.from === from).map(({ text }) => text)
  }

  /** Starts a connector of the kind on this host's state; its webhooks are served at the address that comes back. */
  async run<S>(kind: ConnectorKind<S>, settings: S): Promise<{ connector: Connector; hookUrl: string }> {
    const connector = kind.create(settings, this)
    this.#connector = connector
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const url = new URL(request.url ?? '/', 'http://x')
        const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
        connector.hook?.({ method: request.method ?? '', path: '', query: Object.fromEntries(url.searchParams), headers, body: Buffer.concat(chunks) })
          .then(({ status, type, body }) => { response.writeHead(status, type === undefined ? {} : { 'content-type': type }).end(body) }, () => { response.writeHead(500).end() })
      })
    })
    this.#server = server
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    await connector.start()
    return { connector, hookUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/1` }
  }

  async stop(): Promise<void> {
    await this.#connector?.stop()
    this.#connector = null
    this.#server?.closeAllConnections()
    await new Promise((done) => (this.#server ? this.#server.close(done) : done(null)))
    this.#server = null
  }
}

/** A reply on its way out, with what a test does not care about filled in. */
export function outbound(threadId: string, messageId: string, text: string, over: Partial<Outbound> = {}): Outbound {
  return { messageId, conversationId: `c-${threadId}`, threadId, text, author: { kind: 'agent', name: 'Amy' }, attachments: [], quoteExternalId: null, lastExternalId: null, subject: null, at: 0, attempt: 1, ...over }
}
