import type { AddressInfo, Socket } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { Server } from 'socket.io'
import { AppError } from '../../src-shared/errors.ts'
import { ATTACHMENT_MAX_BYTES } from '../../src-shared/domain/attachment.ts'
import { refusalShape } from '../refusals.ts'
import { type Callers, refusalOf } from './guard.ts'

/** Larger than any call of the protocol; a socket that sends more is dropped before its payload is read. */
const CALL_MAX_BYTES = 256 * 1024
/** How long sockets may take to close in order; one that does not read would hold up the stop for half a minute. */
const CLOSE_MS = 1000
const LOOPBACK = '127.0.0.1'
const STATUS_OF: Record<string, number> = {
  unauthorized: 401, 'session-ended': 401, 'sign-in': 401, 'account-disabled': 403, invitation: 403, 'name-taken': 409, 'try-later': 429, 'no-visitor': 403, 'not-found': 404, 'attachment-size': 413, 'attachment-type': 415, 'rate-limited': 429, internal: 500,
}

export interface HttpServer {
  app: FastifyInstance
  io: Server
  /** Starts to listen on loopback and answers the URL. 0 = any free port. */
  listen(port: number): Promise<string>
  close(): Promise<void>
}

/**
 * An HTTP server with socket.io on it, both behind the same check of Host and Origin, with no CORS and no page of ours
 * in a frame. Routes are added by the caller before `listen`.
 * @param unready codes of why the gateway cannot do its work now, for `/healthz`, which anybody who reaches the port may ask
 */
export async function createHttpServer(callers: Callers, log: Logger, unready: () => Promise<readonly string[]> = async () => []): Promise<HttpServer> {
  const app = fastify({ bodyLimit: ATTACHMENT_MAX_BYTES, requestTimeout: 30_000, forceCloseConnections: true })
  const connections = connectionsOf(app)
  let port = 0
  app.server.once('listening', () => { port = portOf(app.server.address()) })
  app.addHook('onRequest', async (request, reply) => {
    const reason = refusalOf(request.headers, port, callers, await callers.publicUrl?.() ?? null)
    if (reason === null || (reason === 'origin' && callers.open?.includes(request.url.split('?')[0] ?? '') === true)) return
    log.warn({ reason }, 'request refused')
    await reply.code(403).send({ error: refusalShape('unauthorized') })
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff')
    reply.header('Referrer-Policy', 'no-referrer')
    if (!reply.hasHeader('Cross-Origin-Resource-Policy')) reply.header('Cross-Origin-Resource-Policy', 'same-origin')
    if (!reply.hasHeader('Content-Security-Policy')) reply.header('Content-Security-Policy', 'default-src \'none\'; frame-ancestors \'none\'; sandbox')
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => { done(null, body) })
  app.setErrorHandler((thrown, _request, reply) => answerError(thrown, reply, log))
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: refusalShape('bad-request') }))
  app.get('/healthz', async (_request, reply) => {
    const reasons = await unready()
    return reply.code(reasons.length === 0 ? 200 : 503).send(reasons.length === 0 ? { ok: true } : { ok: false, reasons })
  })

  const io = new Server(app.server, { serveClient: false, maxHttpBufferSize: CALL_MAX_BYTES, httpCompression: false })
  io.engine.use((request: { headers: NodeJS.Dict<string> }, _response: unknown, next: (error?: Error) => void) => {
    const answer = (publicUrl: string | null) => {
      const reason = refusalOf(request.headers, port, callers, publicUrl)
      if (reason !== null) log.warn({ reason }, 'socket refused')
      next(reason === null ? undefined : new Error(reason))
    }
    Promise.resolve(callers.publicUrl?.() ?? null).then(answer, next)
  })
  return {
    app, io,
    async listen(wanted) {
      await app.listen({ host: LOOPBACK, port: wanted })
      return `http://${LOOPBACK}:${port}`
    },
    async close() {
      const closed = io.close()
      app.server.closeAllConnections()
      const giveUp = setTimeout(() => { for (const connection of connections) connection.destroy() }, CLOSE_MS)
      await closed
      clearTimeout(giveUp)
      await app.close()
    },
  }
}

/** The open TCP connections, those that became websockets included. */
function connectionsOf(app: FastifyInstance): ReadonlySet<Socket> {
  const open = new Set<Socket>()
  app.server.on('connection', (connection: Socket) => {
    open.add(connection)
    connection.once('close', () => { open.delete(connection) })
  })
  return open
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

interface ErrorReply { code(status: number): { send(body: unknown): unknown } }

function answerError(thrown: unknown, reply: ErrorReply, log: Logger): unknown {
  if (thrown instanceof AppError) return reply.code(STATUS_OF[thrown.code] ?? 400).send({ error: thrown.toShape() })
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return reply.code(413).send({ error: refusalShape('attachment-size') })
  const status = thrown instanceof Error && 'statusCode' in thrown ? Number(thrown.statusCode) : 500
  if (status < 500) return reply.code(status).send({ error: refusalShape('bad-request') })
  log.error({ err: thrown }, 'request failed')
  return reply.code(500).send({ error: refusalShape('internal') })
}
