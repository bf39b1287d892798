import type { z } from 'zod'
import { INVITATION_PATH, Join, SESSION_PATH, type SignedIn, SignIn } from '../../src-shared/wire/seat-people.ts'
import type { Context } from '../context.ts'
import type { HttpServer } from '../http/http-server.ts'
import { bearerToken } from '../http/token.ts'
import { refuse } from '../refusals.ts'
import { accountOf } from './accounts.ts'
import { audit } from './audit.ts'
import type { PeoplePort } from './calls.ts'
import { sessionRoom } from './rooms.ts'
import { hashOfSecret } from './tokens.ts'
import { join, signIn } from './sign-in.ts'

/** Larger than any name and password. */
const BODY_MAX_BYTES = 4096

interface Request { body: unknown; ip: string; headers: { 'x-forwarded-for'?: string | string[] | undefined; authorization?: string } }

/** Getting a session, and giving it back. Nobody is signed in yet, so everything here is limited by name and address. */
export function addSessionRoutes({ app }: HttpServer, context: Context, port: PeoplePort): void {
  const options = { bodyLimit: BODY_MAX_BYTES }
  app.post(SESSION_PATH, options, (request: Request): Promise<SignedIn> => signIn(context, parse(SignIn, request.body), addressOf(request)))
  app.post(INVITATION_PATH, options, (request: Request): Promise<SignedIn> => join(context, parse(Join, request.body), addressOf(request)))
  app.delete(SESSION_PATH, async (request) => {
    const ended = await endSession(context, bearerToken(request.headers.authorization))
    port.end(sessionRoom(ended), 'session-ended')
    return {}
  })
}

/** @throws AppError `unauthorized`: there is no such session */
async function endSession({ store, clock }: Context, token: string): Promise<string> {
  return store.write(async (tx) => {
    const session = await tx.people.sessionByHash(hashOfSecret(token))
    const account = session && await accountOf(tx, session.accountId)
    if (session === null || account === null) throw refuse('unauthorized')
    await tx.people.dropSession(session.id)
    await audit(tx, clock.now(), { account, seatId: session.seatId }, 'sign-out', { sessionId: session.id })
    return session.id
  })
}

/** @throws AppError `bad-request`, without what was sent: there is a password in it */
function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  let json: unknown
  try {
    json = JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '')
  } catch {
    throw refuse('bad-request')
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw refuse('bad-request')
  return parsed.data
}

/** Where a request came from; behind a proxy on this machine, what the proxy says. */
function addressOf({ ip, headers }: Request): string {
  const told = [headers['x-forwarded-for']].flat().at(-1)?.split(',').at(-1)?.trim()
  const isLoopback = ip === '::1' || /^(::ffff:)?127\./.test(ip)
  return isLoopback && told !== undefined && /^[\da-fA-F.:]{2,45}$/.test(told) ? told : ip
}
