import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Socket } from 'socket.io'
import { CHAT_CALLS } from '../../../src-shared/wire/web-chat.ts'
import { serveCalls } from '../../answer.ts'
import type { Context, Typing } from '../../context.ts'
import { createHttpServer, type HttpServer } from '../../http/http-server.ts'
import { connectError, refuse } from '../../refusals.ts'
import { markRead } from '../../read-mark.ts'
import { addFileRoutes } from './files.ts'
import { type ChatLimits, chatLimits } from './limits.ts'
import { dropSlowReader } from './slow-reader.ts'
import { readVisit, receiveVisitorMessage, toChatMessage, verifyVisitor, type Visit } from './visit.ts'
import { cookieValue, setCookieHeader, type Visitors } from './visitor.ts'

/** Tabs of one visitor that are served at once. */
const SOCKETS_PER_VISITOR = 10

export interface ChatPortOptions {
  visitors: Visitors
  /** The built page (out/webchat). */
  webChatDir: string
  agentsOnline(): boolean
  typing: Typing
}

export interface ChatPort {
  server: HttpServer
  /** Tells the browsers of a conversation that somebody at the desk types. */
  typing(conversationId: string): void
  /** Tells every browser that the first desk came, or that the last one went. */
  presence(agentsOnline: boolean): void
}

const visitorRoom = (visitor: string) => `visitor:${visitor}`
const conversationRoom = (conversationId: string) => `conversation:${conversationId}`

/** The customers' port: the page, uploads, and the calls and pushes of wire/web-chat.ts. */
export async function createChatPort(context: Context, options: ChatPortOptions): Promise<ChatPort> {
  const server = await createHttpServer({ browsers: 'own' }, context.log)
  const { io } = server
  addFileRoutes(server.app, context, options.visitors)
  await addPage(server, options)
  io.use((socket, next) => {
    const visitor = options.visitors.recognise(socket.handshake.headers.cookie)
    if (visitor === null) next(connectError('no-visitor'))
    else if ((io.of('/').adapter.rooms.get(visitorRoom(visitor))?.size ?? 0) >= SOCKETS_PER_VISITOR) next(connectError('rate-limited'))
    else next()
  })
  const limits = chatLimits(() => context.clock.now())
  io.on('connection', (socket) => {
    dropSlowReader(socket.conn, () => { context.log.warn('a browser that does not read was dropped') })
    serveVisitor(socket, context, { ...options, limits }, server)
  })
  context.store.onAppended((events) => {
    for (const { change } of events) {
      if (change.type === 'message') io.to(conversationRoom(change.message.conversationId)).emit('message', { message: toChatMessage(change.message) })
      if (change.type === 'message-recalled') io.to(conversationRoom(change.conversationId)).emit('recalled', { id: change.id, seq: change.seq })
    }
  })
  return { server, typing: (conversationId) => { io.to(conversationRoom(conversationId)).volatile.emit('typing', {}) }, presence: (agentsOnline) => { io.emit('presence', { agentsOnline }) } }
}

function serveVisitor(socket: Socket, { store, clock, log, shopId }: Context, options: ChatPortOptions & { limits: ChatLimits }, { io }: HttpServer): void {
  const visitor = options.visitors.recognise(socket.handshake.headers.cookie)
  if (visitor === null) {
    socket.disconnect(true)
    return
  }
  void socket.join(visitorRoom(visitor))
  const listen = (conversationId: string) => { io.in(visitorRoom(visitor)).socketsJoin(conversationRoom(conversationId)) }
  const visit: Visit = { visitor, shopId, language: 'zh', onConversation: listen }
  const { limits } = options
  let greeting = false
  const verified = () => { io.to(visitorRoom(visitor)).emit('verified', {}) }
  serveCalls(socket, CHAT_CALLS, {
    hello: async ({ after, language }) => {
      // One at a time: each answer may be large, and a browser that asks twice at once asked once too often.
      if (greeting || !limits.cheap(visitor)) throw refuse('rate-limited')
      greeting = true
      visit.language = language
      try {
        const conversationId = await store.read((tx) => tx.visitorConversation(visitor))
        if (conversationId !== null) listen(conversationId)
        return { ...await store.read((tx) => readVisit(tx, visit, after)), agentsOnline: options.agentsOnline() }
      } finally {
        greeting = false
      }
    },
    send: async (message) => {
      const result = await store.write((tx) => receiveVisitorMessage(tx, clock.now(), visit, message))
      if (result.verified) verified()
      return { seq: result.seq, at: result.at, duplicate: result.duplicate }
    },
    verify: async (claim) => {
      if (!limits.verify(visitor)) throw refuse('rate-limited')
      const result = await store.write((tx) => verifyVisitor(tx, clock.now(), visit, claim))
      if (result.verified) verified()
      return result
    },
    typing: async () => {
      const conversationId = limits.cheap(visitor) ? await store.read((tx) => tx.visitorConversation(visitor)) : null
      if (conversationId !== null) options.typing.toSeats(conversationId)
      return {}
    },
    read: async ({ seq }) => {
      if (!limits.cheap(visitor)) throw refuse('rate-limited')
      const conversationId = await store.read((tx) => tx.visitorConversation(visitor))
      if (conversationId !== null) await store.write((tx) => markRead(tx, clock.now(), conversationId, seq))
      return {}
    },
  }, (call, thrown) => { log.error({ call, err: thrown }, 'chat call failed') })
}

async function addPage({ app }: HttpServer, { webChatDir, visitors }: ChatPortOptions): Promise<void> {
  const index = join(webChatDir, 'index.html')
  app.get('/', async (request, reply) => {
    const known = visitors.recognise(request.headers.cookie) === null ? null : cookieValue(request.headers.cookie)
    reply.header('Set-Cookie', setCookieHeader(known ?? visitors.issue()))
    reply.header('Content-Security-Policy', pagePolicy(request.headers.host ?? '')).header('Cache-Control', 'no-store')
    const html = await readFile(index).catch(() => null)
    if (html === null) return reply.code(503).type('text/plain; charset=utf-8').send('The chat page has not been built.')
    return reply.type('text/html; charset=utf-8').send(html)
  })
  const assets = join(webChatDir, 'assets')
  if (existsSync(assets)) await app.register(fastifyStatic, { root: assets, prefix: '/assets/', index: false, immutable: true, maxAge: '365d' })
}

/** `ws:` is named because older Safari does not count it as 'self'. */
function pagePolicy(host: string): string {
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self' ws://${host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}
