import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { v5 } from 'uuid'
import { AppError } from '../../src-shared/errors.ts'
import { Gate } from '../channels/host/gate.ts'
import type { Context } from '../context.ts'
import { bearerToken } from '../http/token.ts'
import { audit } from '../people/audit.ts'
import { refuse } from '../refusals.ts'
import type { ApiKeyRow } from '../store/integrations.ts'
import { keyOf } from './keys.ts'
import { API_PATH, openApi } from './openapi.ts'
import { ApiProblem, fieldsOf, problemOf } from './problem.ts'
import type { ReadRoute, Route, WriteRoute } from './route.ts'
import { ROUTES } from './routes/index.ts'

export const BODY_MAX_BYTES = 64 * 1024
/** Requests of one key in a minute. */
export const RATE_A_MINUTE = 600
const MINUTE_MS = 60_000
/** How long an answer is kept for the same request again, in milliseconds. */
export const ANSWERS_KEPT_MS = 24 * 60 * 60 * 1000
/** Requests that are worked on at once, and that may wait, over all keys. */
const AT_ONCE = 8
const WAITING = 200

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Serves the calls of the API and its description. The key, its scope and its rate are looked at before a byte of a body is read. */
export async function serveApi(app: FastifyInstance, context: Context): Promise<void> {
  const gate = new Gate(AT_ONCE, WAITING)
  const answerProblem = (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = problemOf(asProblem(thrown, context), request.headers['accept-language'])
    if (problem.status === 401) reply.header('WWW-Authenticate', 'Bearer')
    return reply.code(problem.status).type('application/problem+json').header('Cache-Control', 'no-store').send(JSON.stringify(problem))
  }
  await app.register(async (api) => {
    api.setErrorHandler((thrown, request, reply) => answerProblem(thrown, request, reply))
    api.setNotFoundHandler((request, reply) => answerProblem(new ApiProblem('no-such-route'), request, reply))
    api.get('/openapi.json', (_request, reply) => reply.type('application/json').send(JSON.stringify(openApi())))
    for (const route of ROUTES) {
      api.route({
        method: route.method, url: route.path.replace(/\{(\w+)\}/g, ':$1'), bodyLimit: BODY_MAX_BYTES,
        onRequest: async (request, reply) => {
          const leave = gate.enter()
          if (leave === null) {
            reply.header('Retry-After', '1')
            throw new ApiProblem('busy')
          }
          reply.raw.once('close', leave)
          await admit(context, route.scope, request, reply)
        },
        handler: async (request, reply) => {
          const done = await gate.turn()
          try {
            const { status, body, replayed } = route.method === 'GET' ? await answerRead(context, route, request) : await answerWrite(context, route, request)
            if (replayed) reply.header('Idempotent-Replayed', 'true')
            return await reply.code(status).type('application/json').header('Cache-Control', 'no-store').send(body)
          } finally {
            done()
          }
        },
      })
    }
  }, { prefix: API_PATH })
}

/** @throws ApiProblem `key`, `scope`, `rate-limited` */
export async function admit({ store, clock }: Context, scope: Route['scope'], request: FastifyRequest, reply: FastifyReply): Promise<ApiKeyRow> {
  const now = clock.now()
  const token = bearerToken(request.headers.authorization)
  // The window is part of the name: what is left of it is known without asking.
  const counter = (key: ApiKeyRow): string => `api:${key.id}:${Math.floor(now / MINUTE_MS)}`
  const { key, used } = await store.read(async (tx) => {
    const found = await keyOf(tx, now, token)
    return { key: found, used: found === null ? 0 : await tx.counted(counter(found), MINUTE_MS * 2, now) }
  })
  if (key === null) throw new ApiProblem('key')
  if (scope !== null && !key.scopes.includes(scope)) throw new ApiProblem('scope')
  if (used >= RATE_A_MINUTE) {
    reply.header('Retry-After', String(Math.ceil((MINUTE_MS - (now % MINUTE_MS)) / 1000)))
    throw new ApiProblem('rate-limited')
  }
  await store.write(async (tx) => {
    await tx.count(counter(key), MINUTE_MS * 2, now)
    const present = await tx.integrations.key(key.id)
    if (present !== null && now - (present.lastUsedAt ?? 0) >= MINUTE_MS) await tx.integrations.putKey({ ...present, lastUsedAt: now })
  })
  return key
}

interface Answered { status: number; body: string; replayed: boolean }

async function answerRead({ store, clock }: Context, route: ReadRoute, request: FastifyRequest): Promise<Answered> {
  const params = parse(route.params, request.params)
  const query = parse(route.query, request.query)
  const now = clock.now()
  const result = await store.read(async (tx) => route.read(tx, { key: await keyOrRefuse(tx, now, request), now, params, query }))
  return { status: 200, body: JSON.stringify(route.result.parse(result)), replayed: false }
}

async function answerWrite({ store, clock }: Context, route: WriteRoute, request: FastifyRequest): Promise<Answered> {
  const idempotencyKey = request.headers['idempotency-key']
  if (typeof idempotencyKey !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) throw new ApiProblem('idempotency-key')
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) throw new ApiProblem('media-type')
  const params = parse(route.params, request.params)
  const body = parse(route.body, jsonOf(request.body))
  const now = clock.now()
  const fingerprint = sha256(JSON.stringify([route.id, params, body]))
  return store.write(async (tx): Promise<Answered> => {
    const key = await keyOrRefuse(tx, now, request)
    const known = await tx.integrations.answer(key.id, idempotencyKey)
    if (known !== null) {
      if (known.fingerprint !== fingerprint) throw new ApiProblem('idempotency-key-reused')
      return { status: known.status, body: known.body, replayed: true }
    }
    const { result, ref } = await route.write(tx, { key, now, params, body, requestId: v5(idempotencyKey, key.id) })
    const answer = { status: route.method === 'POST' ? 201 : 200, body: JSON.stringify(route.result.parse(result)) }
    await tx.integrations.putAnswer(key.id, idempotencyKey, { ...answer, fingerprint, at: now })
    await audit(tx, now, { seatId: null, account: { id: `key:${key.id}`, name: key.name } }, `api.${route.id}`, ref)
    return { ...answer, replayed: false }
  })
}

/** Once more in the transaction: a key that was revoked meanwhile does nothing. */
async function keyOrRefuse(tx: Parameters<typeof keyOf>[0], now: number, request: FastifyRequest): Promise<ApiKeyRow> {
  const key = await keyOf(tx, now, bearerToken(request.headers.authorization))
  if (key === null) throw new ApiProblem('key')
  return key
}

function parse(schema: ReadRoute['query'], value: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new ApiProblem('fields', fieldsOf(parsed.error))
  return parsed.data
}

function jsonOf(body: unknown): unknown {
  let json: unknown
  try {
    json = JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '')
  } catch {
    throw new ApiProblem('not-json')
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new ApiProblem('not-json')
  return json
}

function asProblem(thrown: unknown, { log }: Context): AppError {
  if (thrown instanceof AppError) return thrown
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ApiProblem('too-large')
  const status = thrown instanceof Error && 'statusCode' in thrown ? Number(thrown.statusCode) : 500
  if (status < 500) return refuse('bad-request')
  log.error({ err: thrown }, 'a request of the API failed')
  return refuse('internal')
}
