import type { HttpServer } from '../../http/http-server.ts'
import { refuse } from '../../refusals.ts'
import type { Shops } from './shops.ts'

/** Where a shop's pushes come in, followed by the connection's id. */
export const SHOP_HOOK_PATH = '/shop-hooks/'

/** Takes the pushes of shops, their bodies as they came: a signature is made over those. */
export function addShopHooks({ app }: Pick<HttpServer, 'app'>, shops: Shops): void {
  app.post<{ Params: { id: string }; Querystring: Record<string, string> }>(`${SHOP_HOOK_PATH}:id`, async (request, reply) => {
    const headers = Object.fromEntries(Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
    const answer = await shops.hook(request.params.id, { method: 'POST', path: '', query: request.query, headers, body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0) })
    if (answer === null) throw refuse('not-found')
    return reply.code(answer.status).type(answer.type ?? 'text/plain').send(answer.body ?? '')
  })
}
