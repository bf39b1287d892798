import fs from 'node:fs'
import path from 'node:path'
import { pino } from 'pino'
import { v7 } from 'uuid'
import type { Attachment } from '../../src-shared/domain/attachment.ts'
import type { Customer } from '../../src-shared/domain/customer.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import type { Product } from '../../src-shared/domain/product.ts'
import { LOCAL_ACCOUNT_ID } from '../../src-shared/domain/roles.ts'
import type { LogEvent } from '../../src-shared/wire/protocol.ts'
import { SEAT_CALLS, type SeatCall, type SeatParams, type SeatResult } from '../../src-shared/wire/seat.ts'
import { visitorReader } from '../../src-gateway/append.ts'
import { receiveVisitorMessage, verifyVisitor, type Visit } from '../../src-gateway/channels/web-chat/visit.ts'
import type { Context } from '../../src-gateway/context.ts'
import { keepPicture } from '../../src-gateway/files/attachments.ts'
import { createShops } from '../../src-gateway/commerce/shops/shops.ts'
import { encryptedFileStore } from '../../src-gateway/files/file-store.ts'
import { Channels } from '../../src-gateway/channels/host/channels.ts'
import { accountOf, openLocalAccount } from '../../src-gateway/people/accounts.ts'
import type { PeoplePort } from '../../src-gateway/people/calls.ts'
import { Webhooks } from '../../src-gateway/webhooks/webhooks.ts'
import { seatHandlers } from '../../src-gateway/seats/calls.ts'
import { LivePush } from '../../src-gateway/seats/live-push.ts'
import { openShop } from '../../src-gateway/shop/first-open.ts'
import { loadDemoPhrases, loadDemoShop } from '../../src-gateway/shop/load-shop.ts'
import { openSqliteStore } from '../../src-gateway/store/sqlite/sqlite-store.ts'
import { binding, KEY, type DeskGateway } from '../support/desk.ts'

/** A PNG of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** The gateway as it ships, with its store and the demo shop behind it, in this process: only sockets are missing. Its clock stands still until it is moved. */
export class RealGateway implements DeskGateway {
  now = Date.UTC(2026, 10, 23, 1)
  online = true
  onEvents: (events: LogEvent[]) => void = () => undefined
  readonly conversations = new Map<string, string>()

  private constructor(private readonly context: Context, readonly products: ReadonlyMap<string, Product>, private readonly answer: (call: SeatCall, params: never) => Promise<unknown>) {}

  /** @param dir empty folder for its data */
  static async open(dir: string, resources: string, policy: Policy): Promise<RealGateway> {
    const store = openSqliteStore({ dataDir: dir, key: KEY, sqliteBinding: binding })
    const shop = await loadDemoShop(resources)
    const clock = { now: () => made.now, after: () => () => undefined }
    const shopId = await openShop(store, () => Date.UTC(2026, 10, 23, 1), async () => ({ shop, policy, phrases: await loadDemoPhrases(resources) }))
    fs.mkdirSync(path.join(dir, 'attachments'), { recursive: true })
    const context: Context = { store, files: encryptedFileStore(path.join(dir, 'attachments'), KEY), clock, log: pino({ level: 'silent' }), shopId, shops: createShops({ store, clock, log: pino({ level: 'silent' }) }) }
    await openLocalAccount(store, Date.UTC(2026, 10, 23, 1))
    const account = await store.read((tx) => accountOf(tx, LOCAL_ACCOUNT_ID))
    if (account === null) throw new Error('the gateway has no account')
    const port: PeoplePort = { end: () => undefined, reach: { now: async () => ({ open: false, addresses: [] }), set: async () => ({ open: false, addresses: [] }) } }
    const push = new LivePush({ emit: (_, { events }) => { made.onEvents([...events]) }, conn: { on: () => undefined } }, store, (thrown) => { throw thrown })
    const handlers = seatHandlers(context, { typing: { toCustomer: () => undefined, toSeats: () => undefined }, demo: null, channels: new Channels(context, { kinds: [] }), webhooks: new Webhooks(context), people: port }, { seatId: 'this-desk', account, sessionId: null }, push)
    store.onAppended((events) => { push.offer(events) })
    const made = new RealGateway(context, new Map(shop.products.map((product) => [product.id, product])), (call, params) => handlers[call](params))
    return made
  }

  /** As over the wire: parsed at the door. */
  async call<C extends SeatCall>(call: C, params: SeatParams<C>): Promise<SeatResult<C>> {
    return await this.answer(call, SEAT_CALLS[call].params.parse(params) as never) as SeatResult<C>
  }

  async upload(): Promise<void> {
    await Promise.reject(new Error('the desk sends no pictures here'))
  }

  head(): Promise<number> {
    return this.context.store.read((tx) => tx.head())
  }

  async put(customer: Customer, orders: readonly Order[]): Promise<void> {
    await this.context.store.write(async (tx) => {
      await tx.putCustomer(customer)
      for (const order of orders) await tx.putOrder(order)
    })
  }

  #visit(visitor: string, language: string): Visit {
    return { visitor, shopId: this.context.shopId, language, onConversation: (id) => { this.conversations.set(visitor, id) } }
  }

  /** As the page's form "my order" does. */
  async verify(visitor: string, language: string, order: string, phoneLast4: string): Promise<void> {
    await this.context.store.write((tx) => verifyVisitor(tx, this.now, this.#visit(visitor, language), { orderNo: order, phoneLast4 }))
  }

  /** A message of the customer; the clock goes on by a second. */
  async write(visitor: string, language: string, text: string, withPicture: boolean): Promise<void> {
    this.now += 1000
    const attachments: Attachment[] = withPicture ? [await keepPicture(this.context.store, this.context.files, PIXEL, visitorReader(visitor))] : []
    await this.context.store.write((tx) => receiveVisitorMessage(tx, this.now, this.#visit(visitor, language), { id: v7(), text, attachments }))
  }

  close(): Promise<void> {
    return this.context.store.close()
  }
}
