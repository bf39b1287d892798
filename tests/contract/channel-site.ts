import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { vi } from 'vitest'
import { createShops } from '../../src-gateway/commerce/shops/shops.ts'
import type { ConnectorKind } from '../../src-gateway/channels/connector.ts'
import { Channels } from '../../src-gateway/channels/host/channels.ts'
import { createOpenPort, type OpenPort } from '../../src-gateway/channels/host/open-port.ts'
import type { Context } from '../../src-gateway/context.ts'
import { appendMessage, conversationOrRefuse } from '../../src-gateway/append.ts'
import { sendReply } from '../../src-gateway/reply.ts'
import { encryptedFileStore } from '../../src-gateway/files/file-store.ts'
import { openSqliteStore } from '../../src-gateway/store/sqlite/sqlite-store.ts'
import type { Store } from '../../src-gateway/store/store.ts'
import type { ConnectorState, ReplyDelivery } from '../../src-shared/domain/channel-line.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { SetUpValues } from '../../src-shared/domain/set-up.ts'
import { loadDefaultPolicy, loadDemoShop } from '../../src-gateway/shop/load-shop.ts'
import { openShop } from '../../src-gateway/shop/first-open.ts'
import { KEY, TestClock, writeResources } from './gateway-harness.ts'

const sqliteBinding = process.env.DESKMATE_SQLITE_BINDING ?? null

/** The real host of channels on a store of its own, without desks: what it took in, what it says, and a log to look through. */
export class ChannelSite {
  readonly clock = new TestClock()
  /** Everything that was logged, as lines. */
  readonly logged: string[] = []
  channels!: Channels
  context!: Context
  private open!: OpenPort
  private port = 0
  private resources = ''

  private constructor(readonly dir: string, private readonly kinds: readonly ConnectorKind[]) {}

  static async open(kinds: readonly ConnectorKind[]): Promise<ChannelSite> {
    const site = new ChannelSite(await mkdtemp(join(tmpdir(), 'channels-')), kinds)
    site.resources = await writeResources(join(site.dir, 'resources'), [])
    await site.begin()
    return site
  }

  get store(): Store { return this.context.store }
  get hookBase(): string { return this.channels.openUrl }

  /** Starts on what lies in the folder, on the port it had. */
  async begin(): Promise<void> {
    const store = openSqliteStore({ dataDir: join(this.dir, 'data'), key: KEY, sqliteBinding })
    const shopId = await openShop(store, () => this.clock.now(), async () => ({ shop: await loadDemoShop(this.resources), policy: await loadDefaultPolicy(resolve('resources')) }))
    const log = pino({ level: 'trace' }, { write: (line: string) => { this.logged.push(line) } })
    this.context = { store, files: encryptedFileStore(join(this.dir, 'data', 'attachments'), KEY), clock: this.clock, log, shopId, shops: createShops({ store, clock: this.clock, log }) }
    // No chance in a test: each wait is as long as it can be.
    this.channels = new Channels(this.context, { kinds: this.kinds, chance: () => 0 })
    this.open = await createOpenPort(this.context, this.channels)
    const url = await this.open.server.listen(this.port)
    this.port = Number(new URL(url).port)
    this.open.listensAt(url)
    await this.channels.start()
  }

  async end(): Promise<void> {
    await this.open.server.close()
    await this.channels.stop()
    await this.store.close()
  }

  async restart(): Promise<void> {
    await this.end()
    await this.begin()
  }

  /** As a kill leaves it: nothing is stopped in order, the store just ends; what the old one still does comes to nothing. */
  async kill(): Promise<void> {
    await this.store.close()
    await this.open.server.close()
    await this.channels.stop().catch(() => undefined)
    await this.begin()
  }

  async remove(): Promise<void> {
    await this.end()
    await rm(this.dir, { recursive: true, force: true })
  }

  async connect(kind: string, values: SetUpValues, id = v7()): Promise<string> {
    await this.channels.save({ id, kind, name: kind, values, enabled: true })
    return id
  }

  messages(): Promise<Message[]> {
    return this.store.read(async (tx) => (await tx.messagesByNumber(0, await tx.head(), 100_000)).map(({ message }) => message))
  }

  async fromCustomers(): Promise<Message[]> {
    return (await this.messages()).filter(({ author }) => author.kind === 'customer')
  }

  /** An agent's reply, straight into the log as a seat's call puts it there. */
  async reply(conversationId: string, text: string, kind: 'agent' | 'autopilot' = 'agent'): Promise<string> {
    const id = v7()
    await this.store.write(async (tx) => {
      const row = await conversationOrRefuse(tx, conversationId)
      await appendMessage(tx, this.clock.now(), row.lastSeq, { id, conversationId, author: { kind, id: 'seat-1', name: 'Amy' }, text, attachments: [] })
    })
    return id
  }

  /** A reply whose paragraphs shall go out apart, as a desk sends it. */
  async replyApart(conversationId: string, text: string): Promise<string> {
    const id = v7()
    await this.store.write(async (tx) => sendReply(tx, this.clock.now(), 'seat-1', {
      id, conversationId, text, attachments: [], author: { kind: 'agent', name: 'Amy' }, basedOnSeq: (await conversationOrRefuse(tx, conversationId)).lastCustomerSeq, apart: true,
    }))
    return id
  }

  async delivery(messageId: string): Promise<ReplyDelivery['state'] | 'sending' | null> {
    return this.store.read(async (tx) => (await tx.channels.delivery(messageId))?.state ?? null)
  }

  async line(id: string): Promise<ConnectorState | null> {
    const state = await this.store.read((tx) => tx.state('channel', id))
    return state?.type === 'channel' ? state.connector : null
  }

  /** Moves the clock in steps until it holds, letting what each step began come to rest. */
  async advanceUntil(check: () => Promise<boolean>, stepMs: number, steps = 400): Promise<void> {
    for (let step = 0; step < steps; step += 1) {
      if (await check()) return
      this.clock.advance(stepMs)
      await vi.waitFor(async () => { await this.store.read((tx) => tx.head()) })
      await new Promise((next) => { setImmediate(next) })
    }
    if (!await check()) throw new Error('it did not come to hold')
  }
}
