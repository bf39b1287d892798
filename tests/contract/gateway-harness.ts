import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { v7 } from 'uuid'
import { expect, vi } from 'vitest'
import type { Logger } from 'pino'
import type { ConnectorKind } from '../../src-gateway/channels/connector.ts'
import type { Clock } from '../../src-gateway/clock.ts'
import { type RunningGateway, startGateway } from '../../src-gateway/server.ts'
import type { DemoState } from '../../src-shared/domain/demo-play.ts'
import type { DemoConversation } from '../../src-shared/domain/demo-shop.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { Answer } from '../../src-shared/errors.ts'
import type { LogEvent } from '../../src-shared/wire/protocol.ts'
import type { GatewayReady } from '../../src-shared/wire/ready.ts'
import type { SeatCall, SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import type { ChatCall, ChatMessage, ChatParams, ChatResult } from '../../src-shared/wire/web-chat.ts'

export const KEY = '5e'.repeat(32)
export const TOKEN = 'a-seat-token-of-enough-characters-0123456789'
export const ORDER = { no: '2188000000000001', last4: '4321' }
export const OTHER_ORDER = { no: '2188000000000002', last4: '8765' }
/** A PNG of one pixel. */
export const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** A clock that stands still until the test moves it; timers run when it passes them. */
export class TestClock implements Clock {
  private time = 1_700_000_000_000
  private timers: { at: number; run: () => void }[] = []

  now(): number {
    return this.time
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + ms, run }
    this.timers.push(timer)
    return () => { this.timers = this.timers.filter((other) => other !== timer) }
  }

  advance(ms: number): void {
    this.time += ms
    const due = this.timers.filter((timer) => timer.at <= this.time)
    this.timers = this.timers.filter((timer) => timer.at > this.time)
    for (const timer of due) timer.run()
  }
}

const customer = (id: string, phone: string) => ({ id, name: `Customer ${id}`, language: 'en', level: 'regular', phone, sinceDaysAgo: 100, note: '' })
const order = (no: string, customerId: string, phone: string) => ({
  no, customerId, status: 'shipped', items: [{ productId: 'p1', variant: 0, quantity: 2 }], discount: 500, placedDaysAgo: 3, paidDaysAgo: 3,
  promisedShipByDaysAgo: 1, shippedDaysAgo: 2, deliveredDaysAgo: null, address: { name: 'N', phone, region: 'R', detail: 'D' },
  logistics: { carrier: { zh: '顺丰', en: 'SF' }, trackingNo: 'SF1', status: 'in-transit', etaDaysAgo: -1, events: [{ daysAgo: 2, text: { zh: '已揽收', en: 'Picked up' } }] },
  afterSale: null, memo: '',
})

/** Writes a small shop into a folder as `resources`; the policy is the real one. */
export async function writeResources(dir: string, conversations: readonly DemoConversation[]): Promise<string> {
  const shop = join(dir, 'demo-shop')
  await mkdir(join(shop, 'pictures'), { recursive: true })
  const files = {
    shop: { id: 'demo', name: { zh: '小店', en: 'Small shop' } },
    products: [{ id: 'p1', title: { zh: '耳机', en: 'Earbuds' }, category: 'audio', price: { amount: 12900, currency: 'CNY' }, specs: [], variants: [{ zh: '白', en: 'White' }], warrantyMonths: 12 }],
    customers: [customer('c001', '13800004321'), customer('c002', '13800008765')],
    orders: [order(ORDER.no, 'c001', '13800004321'), order(OTHER_ORDER.no, 'c002', '13800008765')],
    articles: [{ id: 'a1', version: 1, title: { zh: '运费', en: 'Freight' }, body: { zh: '包邮', en: 'Free' }, audience: 'customer', topics: ['freight_fee'], productIds: [] }],
    conversations,
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(shop, `${name}.json`), JSON.stringify(content))
  await writeFile(join(shop, 'pictures', 'pixel.png'), PIXEL)
  await cp(resolve('resources/policies'), join(dir, 'policies'), { recursive: true })
  return dir
}

export interface Site {
  gateway: RunningGateway
  dataDir: string
  clock: TestClock
  readonly ready: GatewayReady
  /** Stops the gateway and starts one on the same data. */
  restart(): Promise<void>
  seat(changes?: { token?: string; seatId?: string; protocol?: string }): Promise<Seat>
  visitor(cookie?: string): Promise<Visitor>
  remove(): Promise<void>
}

/** A gateway of its own on free ports, in a folder of its own. */
export async function openSite(options: { conversations?: readonly DemoConversation[]; demoSpeed?: number; demoFrom?: number; clock?: Clock; kinds?: readonly ConnectorKind[]; log?: Logger } = {}): Promise<Site> {
  const dir = await mkdtemp(join(tmpdir(), 'gateway-'))
  const resourcesDir = await writeResources(join(dir, 'resources'), options.conversations ?? [])
  const webChatDir = join(dir, 'webchat')
  await mkdir(join(webChatDir, 'assets'), { recursive: true })
  await writeFile(join(webChatDir, 'index.html'), '<!doctype html><title>chat</title>')
  await writeFile(join(webChatDir, 'assets', 'page.js'), '1')
  const clock = new TestClock()
  const dataDir = join(dir, 'data')
  const closing: (() => void)[] = []
  const start = () => startGateway({
    dataDir, key: KEY, seatToken: TOKEN, seatPort: 0, chatPort: 0, resourcesDir, webChatDir,
    demo: options.demoSpeed === undefined ? null : { speed: options.demoSpeed, from: options.demoFrom ?? 0, until: null },
    sqliteBinding: process.env.DESKMATE_SQLITE_BINDING ?? null, clock: options.clock ?? clock,
    ...(options.kinds === undefined ? {} : { kinds: options.kinds }), ...(options.log === undefined ? {} : { log: options.log }),
  })
  const site: Site = {
    gateway: await start(), dataDir, clock,
    get ready() { return site.gateway.ready },
    async restart() {
      await site.gateway.close()
      site.gateway = await start()
    },
    async seat(changes) {
      const seat = await connectSeat(site.ready, changes)
      closing.push(() => { seat.close() })
      return seat
    },
    async visitor(cookie) {
      const visitor = await connectVisitor(site.ready, cookie)
      closing.push(() => { visitor.close() })
      return visitor
    },
    async remove() {
      for (const close of closing) close()
      await site.gateway.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
  return site
}

/** A socket without reconnection, so that a test sees each cut. Rejects with the server's refusal. */
export function connect(url: string, options: { auth?: object; headers?: Record<string, string>; transport?: 'websocket' | 'polling' } = {}): Promise<Socket> {
  const socket = io(url, {
    auth: options.auth ?? {}, extraHeaders: options.headers ?? {}, transports: [options.transport ?? 'websocket'], reconnection: false, forceNew: true,
  })
  return new Promise((done, fail) => {
    socket.once('connect', () => { done(socket) })
    socket.once('connect_error', (error) => {
      socket.close()
      fail(error)
    })
  })
}

async function ask<T>(socket: Socket, call: string, params: unknown): Promise<Answer<T>> {
  return await socket.timeout(10_000).emitWithAck(call, params) as Answer<T>
}

function resultOf<T>(call: string, answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${call}: ${answer.error.code}`)
  return answer.result
}

export interface Seat {
  socket: Socket
  /** What was pushed so far, in order of arrival. */
  events: LogEvent[]
  typing: string[]
  /** How the demo stood at each push. */
  demo: DemoState[]
  call<C extends SeatCall>(call: C, params: SeatParams<C>): Promise<SeatResult<C>>
  ask(call: string, params: unknown): Promise<Answer<unknown>>
  /** Customers' messages among the pushed events. */
  heard(text: string): Promise<Message>
  reply(message: Message, changes?: Partial<SeatParams<'send'>>): Promise<SeatResult<'send'>>
  close(): void
}

export async function connectSeat(ready: GatewayReady, changes: { token?: string; seatId?: string; protocol?: string } = {}): Promise<Seat> {
  const socket = await connect(ready.seatUrl, { auth: { token: TOKEN, seatId: 'seat-1', protocol: '1.0', ...changes } })
  const events: LogEvent[] = []
  const typing: string[] = []
  const demo: DemoState[] = []
  socket.on('demo', (state: DemoState) => { demo.push(state) })
  socket.on('events', (push: { events: LogEvent[] }) => { events.push(...push.events) })
  socket.on('typing', (push: { conversationId: string }) => { typing.push(push.conversationId) })
  const seat: Seat = {
    socket, events, typing, demo,
    call: async (call, params) => resultOf(call, await ask(socket, call, params)),
    ask: (call, params) => ask(socket, call, params),
    heard: (text) => vi.waitFor(() => {
      const found = events.map((event) => event.change).find((change) => change.type === 'message' && change.message.text === text)
      if (found?.type !== 'message') throw new Error(`the seat did not hear "${text}"`)
      return found.message
    }, { timeout: 5000, interval: 5 }),
    reply: (message, wanted) => seat.call('send', {
      id: v7(), conversationId: message.conversationId, text: 'reply', attachments: [], author: { kind: 'agent', name: 'Amy' }, basedOnSeq: message.seq, ...wanted,
    }),
    close: () => { socket.close() },
  }
  return seat
}

export interface Visitor {
  socket: Socket
  cookie: string
  messages: ChatMessage[]
  verifiedPushes: number
  typingPushes: number
  call<C extends ChatCall>(call: C, params: ChatParams<C>): Promise<ChatResult<C>>
  ask(call: string, params: unknown): Promise<Answer<unknown>>
  say(text: string, changes?: Partial<ChatParams<'send'>>): Promise<ChatResult<'send'>>
  upload(bytes: Uint8Array, type?: string): Promise<Response>
  close(): void
}

/** The visitor cookie that the page hands out. */
export async function newCookie(ready: GatewayReady): Promise<string> {
  const page = await fetch(ready.chatUrl)
  return (page.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

export async function connectVisitor(ready: GatewayReady, known?: string): Promise<Visitor> {
  const cookie = known ?? await newCookie(ready)
  const socket = await connect(ready.chatUrl, { headers: { cookie, origin: ready.chatUrl } })
  const visitor: Visitor = {
    socket, cookie, messages: [], verifiedPushes: 0, typingPushes: 0,
    call: async (call, params) => resultOf(call, await ask(socket, call, params)),
    ask: (call, params) => ask(socket, call, params),
    say: (text, changes) => visitor.call('send', { id: v7(), text, attachments: [], ...changes }),
    upload: (bytes, type = 'image/png') => fetch(`${ready.chatUrl}/upload`, { method: 'POST', body: bytes, headers: { cookie, origin: ready.chatUrl, 'content-type': type } }),
    close: () => { socket.close() },
  }
  socket.on('message', (push: { message: ChatMessage }) => { visitor.messages.push(push.message) })
  socket.on('verified', () => { visitor.verifiedPushes += 1 })
  socket.on('typing', () => { visitor.typingPushes += 1 })
  return visitor
}

/** Asks again until it holds; fails with the last reason after the deadline. */
export function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 8000, interval: 10 })
}

export function numbersWithoutGap(events: readonly LogEvent[], first: number): void {
  expect(events.map((event) => event.n)).toEqual(events.map((_, index) => first + index))
}
