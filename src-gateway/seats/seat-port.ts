import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Socket } from 'socket.io'
import { AttachmentType, type Attachment } from '../../src-shared/domain/attachment.ts'
import type { Permission } from '../../src-shared/domain/roles.ts'
import { AppError } from '../../src-shared/errors.ts'
import { PROTOCOL_VERSION } from '../../src-shared/wire/protocol.ts'
import { ATTACHMENT_PATH, SEAT_CALLS, SeatAuth } from '../../src-shared/wire/seat.ts'
import { serveCalls } from '../answer.ts'
import { DESKS_READER } from '../append.ts'
import type { DemoPlayer } from '../channels/demo/player.ts'
import type { Channels } from '../channels/host/channels.ts'
import type { Context, Typing } from '../context.ts'
import { keepPicture } from '../files/attachments.ts'
import { createHttpServer, type HttpServer } from '../http/http-server.ts'
import { connectError, refusalShape, refuse } from '../refusals.ts'
import type { PeoplePort } from '../people/calls.ts'
import { furtherAddresses, type FurtherAddresses, reachControl } from '../people/reach.ts'
import { accountRoom, sessionRoom } from '../people/rooms.ts'
import { addSessionRoutes } from '../people/routes.ts'
import { accountOfBearer, type Bearer, bearerOf } from '../people/sessions.ts'
import type { Colleagues } from '../routing/calls.ts'
import { leavePresence } from '../routing/presence.ts'
import { createPresenceBoard } from '../routing/presence-board.ts'
import { type Actor, authorise } from './actor.ts'
import { asPerson } from './as-person.ts'
import { seatHandlers } from './calls.ts'
import { LivePush } from './live-push.ts'
import type { Webhooks } from '../webhooks/webhooks.ts'
import { eventsFor } from './visible-to.ts'
import { bearerToken } from '../http/token.ts'

export interface SeatPort {
  server: HttpServer
  /** Tells the live seats that the customer of a conversation types. */
  typing(conversationId: string): void
  liveSeats(): number
  /** Tells the live seats whose presence changed. */
  refreshPresence(): Promise<void>
}

export interface SeatPortOptions {
  seatToken: string
  typing: Typing
  demo: DemoPlayer | null
  channels: Channels
  webhooks: Webhooks
  onPresence(agentsOnline: boolean): void
  /** An address beside loopback; absent or null: those of this machine's networks, once a person opened them. */
  listen?: string | null
}

/** The seats' port: no browsers, a bearer token for everything, calls and pushes of wire/seat.ts. */
export async function createSeatPort(context: Context, { seatToken, typing, demo, channels, webhooks, onPresence, listen = null }: SeatPortOptions): Promise<SeatPort> {
  const further: { addresses: FurtherAddresses | null } = { addresses: null }
  const server = await createHttpServer({ browsers: 'none', hosts: () => further.addresses?.hosts() ?? [] }, context.log, context.unready)
  const addresses = furtherAddresses(server.app.server, () => portOf(server.app.server.address()))
  further.addresses = addresses
  const reach = reachControl(context.store, addresses, listen)
  const people: PeoplePort = {
    reach,
    end(room, code) {
      server.io.to(room).emit('ended', { error: refusalShape(code) })
      server.io.in(room).disconnectSockets(true)
    },
  }
  const bearer = (token: string, seatId: string | null) => bearerOf(context.store, context.clock.now(), seatToken, token, seatId)
  const actorOf = async (seatId: string, who: Bearer): Promise<Actor> =>
    ({ seatId, sessionId: who.sessionId, account: await context.store.read((tx) => accountOfBearer(tx, context.clock.now(), who)) })
  const pushes = new Set<LivePush>()
  const anyLive = () => [...pushes].some((push) => push.live)
  let told = false
  const presence = () => {
    if (anyLive() === told) return
    told = !told
    onPresence(told)
  }
  const board = createPresenceBoard(context.store, () => context.clock.now(), (seats) => { server.io.to('live').emit('presence', { seats }) })
  const onBoardFailure = (thrown: unknown) => { if (server.app.server.listening) context.log.error({ err: thrown }, 'presence failed') }
  addAttachmentRoutes(server, context, (token) => bearer(token, null).then((who) => actorOf('', who)))
  addSessionRoutes(server, context, people)
  server.io.use((socket, next) => {
    greet(socket, bearer, actorOf).then(() => { next() }, (thrown: unknown) => {
      if (!(thrown instanceof AppError)) context.log.error({ err: thrown }, 'a seat could not be let in')
      next(thrown instanceof AppError ? Object.assign(new Error(thrown.code), { data: thrown.toShape() }) : connectError('internal'))
    })
  })
  server.io.on('connection', (socket: Socket) => {
    const { seatId, who } = socket.data as Seated
    const push = new LivePush(socket, context.store, (thrown) => { context.log.error({ err: thrown, seatId }, 'push failed') }, (events) => eventsFor(seatId, events))
    pushes.add(push)
    void socket.join([accountRoom(who.accountId), ...(who.sessionId === null ? [] : [sessionRoom(who.sessionId)])])
    socket.on('disconnect', () => {
      push.stop()
      pushes.delete(push)
      presence()
      context.store.write((tx) => leavePresence(tx, context.clock.now(), seatId, socket.id)).then(() => board.refresh()).catch(onBoardFailure)
    })
    const colleagues: Colleagues = {
      connection: socket.id,
      changed: () => { board.refresh().catch(onBoardFailure) },
      typing: (conversationId) => { socket.to('live').volatile.emit('colleague', { seatId, conversationId }) },
    }
    const handlers = asPerson(context, () => actorOf(seatId, who), (store, actor) => seatHandlers({ ...context, store }, { typing, demo, channels, webhooks, people }, actor, push, colleagues))
    serveCalls(socket, SEAT_CALLS, {
      ...handlers,
      live: async (params) => {
        const answer = await handlers.live(params)
        void socket.join('live')
        board.greet((seats) => { socket.emit('presence', { seats }) }).catch(onBoardFailure)
        presence()
        void demo?.start()
        return answer
      },
    }, (call, thrown) => { context.log.error({ call, seatId, err: thrown }, 'seat call failed') })
  })
  demo?.onChanged((state) => { server.io.to('live').emit('demo', state) })
  context.store.onAppended((events) => { for (const push of pushes) push.offer(events) })
  return {
    server: {
      ...server,
      async listen(port) {
        const url = await server.listen(port)
        await reach.start()
        return url
      },
      async close() {
        await addresses.close()
        await server.close()
      },
    },
    typing: (conversationId) => { server.io.to('live').volatile.emit('typing', { conversationId }) },
    refreshPresence: () => board.refresh(),
    liveSeats: () => [...pushes].filter((push) => push.live).length,
  }
}

/** What is known of a connected socket. */
interface Seated { seatId: string; who: Bearer }

/** Lets a seat in and remembers who it is. @throws AppError `unauthorized`, `session-ended`, `account-disabled`, `protocol-mismatch` */
async function greet(socket: Socket, bearer: (token: string, seatId: string) => Promise<Bearer>, actorOf: (seatId: string, who: Bearer) => Promise<Actor>): Promise<void> {
  const parsed = SeatAuth.safeParse(socket.handshake.auth)
  if (!parsed.success) throw refuse('unauthorized')
  const { token, seatId, protocol } = parsed.data
  const who = await bearer(token, seatId)
  await actorOf(seatId, who)
  if (protocol.split('.')[0] !== PROTOCOL_VERSION.split('.')[0]) throw refuse('protocol-mismatch')
  socket.data = { seatId, who } satisfies Seated
}

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

function addAttachmentRoutes({ app }: HttpServer, { store, files }: Context, whoIs: (token: string) => Promise<Actor>): void {
  const path = `${ATTACHMENT_PATH}:sha256`
  const asks = (permission: Permission) => async (request: { headers: { authorization?: string } }) => {
    authorise(await whoIs(bearerToken(request.headers.authorization)), permission)
  }
  // The token is checked before a byte of the body is read.
  app.put<{ Params: { sha256: string } }>(path, { onRequest: asks('answer') }, async (request): Promise<Attachment> => {
    if (!Buffer.isBuffer(request.body)) throw refuse('attachment-type')
    if (createHash('sha256').update(request.body).digest('hex') !== request.params.sha256) throw refuse('attachment-hash')
    return keepPicture(store, files, request.body, DESKS_READER)
  })
  app.get<{ Params: { sha256: string } }>(path, { onRequest: asks('see') }, async (request, reply) => {
    const { sha256 } = request.params
    const known = await store.read(async (tx) => await tx.attachment(sha256) ?? await tx.channels.keptFile(sha256))
    const bytes = known === null ? null : await files.get(sha256)
    if (known === null || bytes === null) throw refuse('not-found')
    const picture = AttachmentType.safeParse(known.type)
    // What a sender says of a file's type is believed by nobody.
    return reply.header('Cache-Control', 'no-store').header('X-Content-Type-Options', 'nosniff').type('width' in known && picture.success ? picture.data : 'application/octet-stream').send(bytes)
  })
}
