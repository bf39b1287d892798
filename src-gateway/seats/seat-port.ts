import { createHash } from 'node:crypto'
import type { Socket } from 'socket.io'
import type { Attachment } from '../../src-shared/domain/attachment.ts'
import { PROTOCOL_VERSION } from '../../src-shared/wire/protocol.ts'
import { ATTACHMENT_PATH, SEAT_CALLS, SeatAuth } from '../../src-shared/wire/seat.ts'
import { serveCalls } from '../answer.ts'
import { DESKS_READER } from '../append.ts'
import type { DemoPlayer } from '../channels/demo/player.ts'
import type { Channels } from '../channels/host/channels.ts'
import type { Context, Typing } from '../context.ts'
import { keepPicture } from '../files/attachments.ts'
import { createHttpServer, type HttpServer } from '../http/http-server.ts'
import { connectError, type RefusalCode, refuse } from '../refusals.ts'
import { localAccount } from '../people/accounts.ts'
import { seatHandlers } from './calls.ts'
import { LivePush } from './live-push.ts'
import { bearerToken, tokenMatches } from '../http/token.ts'

export interface SeatPort {
  server: HttpServer
  /** Tells the live seats that the customer of a conversation types. */
  typing(conversationId: string): void
  liveSeats(): number
}

export interface SeatPortOptions {
  seatToken: string
  typing: Typing
  demo: DemoPlayer | null
  channels: Channels
  onPresence(agentsOnline: boolean): void
}

/** The seats' port: no browsers, a bearer token for everything, calls and pushes of wire/seat.ts. */
export async function createSeatPort(context: Context, { seatToken, typing, demo, channels, onPresence }: SeatPortOptions): Promise<SeatPort> {
  const server = await createHttpServer({ browsers: 'none' }, context.log)
  const account = await localAccount(context.store)
  const pushes = new Set<LivePush>()
  const anyLive = () => [...pushes].some((push) => push.live)
  let told = false
  const presence = () => {
    if (anyLive() === told) return
    told = !told
    onPresence(told)
  }
  addAttachmentRoutes(server, context, seatToken)
  server.io.use((socket, next) => {
    const code = refusalOfSeat(socket.handshake.auth, seatToken)
    next(code === null ? undefined : connectError(code))
  })
  server.io.on('connection', (socket: Socket) => {
    const seatId = SeatAuth.parse(socket.handshake.auth).seatId
    const push = new LivePush(socket, context.store, (thrown) => { context.log.error({ err: thrown, seatId }, 'push failed') })
    pushes.add(push)
    socket.on('disconnect', () => {
      push.stop()
      pushes.delete(push)
      presence()
    })
    const handlers = seatHandlers(context, { typing, demo, channels }, { seatId, account }, push)
    serveCalls(socket, SEAT_CALLS, {
      ...handlers,
      live: async (params) => {
        const answer = await handlers.live(params)
        void socket.join('live')
        presence()
        void demo?.start()
        return answer
      },
    }, (call, thrown) => { context.log.error({ call, seatId, err: thrown }, 'seat call failed') })
  })
  demo?.onChanged((state) => { server.io.to('live').emit('demo', state) })
  context.store.onAppended((events) => { for (const push of pushes) push.offer(events) })
  return {
    server,
    typing: (conversationId) => { server.io.to('live').volatile.emit('typing', { conversationId }) },
    liveSeats: () => [...pushes].filter((push) => push.live).length,
  }
}

function refusalOfSeat(auth: unknown, seatToken: string): RefusalCode | null {
  const parsed = SeatAuth.safeParse(auth)
  if (!parsed.success || !tokenMatches(parsed.data.token, seatToken)) return 'unauthorized'
  return parsed.data.protocol.split('.')[0] === PROTOCOL_VERSION.split('.')[0] ? null : 'protocol-mismatch'
}

function addAttachmentRoutes({ app }: HttpServer, { store, files }: Context, seatToken: string): void {
  const path = `${ATTACHMENT_PATH}:sha256`
  const onRequest = async (request: { headers: { authorization?: string } }) => {
    if (!tokenMatches(bearerToken(request.headers.authorization), seatToken)) throw refuse('unauthorized')
  }
  // The token is checked before a byte of the body is read.
  app.put<{ Params: { sha256: string } }>(path, { onRequest }, async (request): Promise<Attachment> => {
    if (!Buffer.isBuffer(request.body)) throw refuse('attachment-type')
    if (createHash('sha256').update(request.body).digest('hex') !== request.params.sha256) throw refuse('attachment-hash')
    return keepPicture(store, files, request.body, DESKS_READER)
  })
  app.get<{ Params: { sha256: string } }>(path, { onRequest }, async (request, reply) => {
    const { sha256 } = request.params
    const attachment = await store.read((tx) => tx.attachment(sha256))
    const bytes = attachment === null ? null : await files.get(sha256)
    if (attachment === null || bytes === null) throw refuse('not-found')
    return reply.header('Cache-Control', 'no-store').type(attachment.type).send(bytes)
  })
}
