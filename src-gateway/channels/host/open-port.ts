import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { createHttpServer, type HttpServer } from '../../http/http-server.ts'
import { refusalShape, refuse } from '../../refusals.ts'
import type { Channels } from './channels.ts'
import { Gate } from './gate.ts'

/** Requests of one connector that are worked on at once, and that may wait for it; more are asked to come again. */
const AT_ONCE = 4
const WAITING = 100
/** When to come again, in seconds. */
const COME_AGAIN_S = 5

/** The port where other systems call. Loopback, as the others; a reverse proxy serves it to the world under the public address. */
export interface OpenPort {
  server: HttpServer
  /** Told once it listens. */
  listensAt(url: string): void
}

export async function createOpenPort(context: Context, channels: Channels): Promise<OpenPort> {
  const server = await createHttpServer({ browsers: 'none', publicUrl: () => channels.publicUrl }, context.log, context.unready)
  const gates = new Map<string, Gate>()
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    const { id } = request.params as { id: string }
    if (!channels.isRunning(id)) throw refuse('not-found')
    const gate = gates.get(id) ?? new Gate(AT_ONCE, WAITING)
    gates.set(id, gate)
    // Before a byte of the body is read: a storm at one connector costs its neighbours nothing.
    const leave = gate.enter()
    if (leave === null) return reply.code(429).header('Retry-After', String(COME_AGAIN_S)).send({ error: refusalShape('rate-limited') })
    reply.raw.once('close', leave)
  }
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const { id, '*': path = '' } = request.params as { id: string; '*'?: string }
    const gate = gates.get(id)
    const done = await gate?.turn()
    try {
      const answered = await channels.hook(id, {
        method: request.method, path, query: queryOf(request.query), headers: headersOf(request.headers), body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      })
      if (answered === null) throw refuse('not-found')
      return await reply.code(answered.status).type(answered.type ?? 'text/plain; charset=utf-8').send(answered.body ?? '')
    } finally {
      done?.()
    }
  }
  for (const url of ['/hooks/:id', '/hooks/:id/*']) server.app.route({ method: ['GET', 'POST'], url, onRequest, handler: answer })
  return { server, listensAt: (url) => { channels.openUrl = url } }
}

/** Of a name that comes twice the first; what is no text is left out. */
function queryOf(query: unknown): Record<string, string> {
  const first = (value: unknown): unknown => Array.isArray(value) ? value[0] : value
  return Object.fromEntries(Object.entries(query ?? {}).flatMap(([name, value]) => typeof first(value) === 'string' ? [[name, String(first(value))]] : []))
}

function headersOf(headers: FastifyRequest['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]))
}
