import type { Socket } from 'socket.io'
import { CHAT_CALLS } from '../../../src-shared/wire/web-chat.ts'
import { serveCalls } from '../../answer.ts'
import type { Context, Typing } from '../../context.ts'
import { createHttpServer, type HttpServer } from '../../http/http-server.ts'
import { connectError, refuse } from '../../refusals.ts'
import { whenBack } from '../../shop-rules/when-back.ts'
import { rate, shownRating, toShown } from '../../ratings/rate.ts'
import { markRead } from '../../read-mark.ts'
import { addFileRoutes } from './files.ts'
import { identifyVisitor } from './identify.ts'
import { leaveMessage } from './leave.ts'
import { type ChatLimits, chatLimits } from './limits.ts'
import { mailLine } from './mail-line.ts'
import { addPages, OPEN_PATHS } from './pages.ts'
import { readWebChat } from './settings.ts'
import { dropSlowReader } from './slow-reader.ts'
import { readVisit, receiveVisitorMessage, toChatMessage, verifyVisitor, type Visit } from './visit.ts'
import type { Visitors } from './visitor.ts'

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
  const server = await createHttpServer({ browsers: 'own', open: OPEN_PATHS, publicUrl: () => context.store.read(async (tx) => (await readWebChat(tx)).publicUrl) }, context.log, context.unready)
  const { io } = server
  addFileRoutes(server.app, context, options.visitors)
  await addPages(server.app, context, options)
  io.use((socket, next) => {
    const visitor = options.visitors.recognise({ cookie: socket.handshake.headers.cookie, token: socket.handshake.auth['visitor'] })
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
      if (change.type === 'rating' && change.rating.via === 'page') io.to(conversationRoom(change.rating.conversationId)).emit('rating', { rating: toShown(change.rating) })
      if (change.type === 'message-recalled') io.to(conversationRoom(change.conversationId)).emit('recalled', { id: change.id, seq: change.seq })
    }
  })
  return { server, typing: (conversationId) => { io.to(conversationRoom(conversationId)).volatile.emit('typing', {}) }, presence: (agentsOnline) => { io.emit('presence', { agentsOnline }) } }
}

function serveVisitor(socket: Socket, { store, clock, log, shopId }: Context, options: ChatPortOptions & { limits: ChatLimits }, { io }: HttpServer): void {
  const visitor = options.visitors.recognise({ cookie: socket.handshake.headers.cookie, token: socket.handshake.auth['visitor'] })
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
        return await store.read(async (tx) => ({
          ...await readVisit(tx, visit, after), ...await whenBack(tx, clock.now()), agentsOnline: options.agentsOnline(), mail: await mailLine(tx) !== null,
          rating: conversationId === null ? null : await shownRating(tx, clock.now(), conversationId),
        }))
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
    leave: async (left) => {
      const { verified: isVerified, ...result } = await store.write((tx) => leaveMessage(tx, clock.now(), visit, left))
      if (isVerified) verified()
      return result
    },
    identify: async ({ token }) => {
      if (!limits.verify(visitor)) throw refuse('rate-limited')
      const result = await store.write((tx) => identifyVisitor(tx, clock.now(), visit, token))
      if (result.state === 'known') verified()
      return result
    },
    rate: async (said) => {
      if (!limits.cheap(visitor)) throw refuse('rate-limited')
      return { rating: toShown(await store.write(async (tx) => rate(tx, clock.now(), await tx.visitorConversation(visitor), said))) }
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
