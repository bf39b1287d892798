import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import { visitorReader } from '../../append.ts'
import type { Context } from '../../context.ts'
import { keepPicture } from '../../files/attachments.ts'
import { refuse } from '../../refusals.ts'
import { countOrRefuse } from './limits.ts'
import { shownBy } from './pages.ts'
import { mayRead } from './visit.ts'
import type { Visitors } from './visitor.ts'

/** POST /upload takes a picture as its body; GET /files/<sha256> gives it back, to whoever may see it alone. */
export function addFileRoutes(app: FastifyInstance, { store, files, clock }: Context, visitors: Visitors): void {
  const visitorOf = (request: FastifyRequest): string => {
    const visitor = visitors.recognise(shownBy(request))
    if (visitor === null) throw refuse('no-visitor')
    return visitor
  }
  // Counted before a byte of the body is read.
  const onRequest = async (request: FastifyRequest) => {
    const visitor = visitorOf(request)
    await store.write((tx) => countOrRefuse(tx, clock.now(), 'upload', visitor))
  }
  app.post('/upload', { onRequest }, async (request): Promise<Attachment> => {
    if (!Buffer.isBuffer(request.body)) throw refuse('attachment-type')
    return keepPicture(store, files, request.body, visitorReader(visitorOf(request)))
  })
  app.get<{ Params: { sha256: string } }>('/files/:sha256', async (request, reply) => {
    const visitor = visitorOf(request)
    const { sha256 } = request.params
    const attachment = await store.read(async (tx) => await mayRead(tx, sha256, visitor) ? tx.attachment(sha256) : null)
    const bytes = attachment === null ? null : await files.get(sha256)
    if (attachment === null || bytes === null) throw refuse('not-found')
    // Named by its bytes it never changes, but it may be taken back: the browser keeps it and asks each time whether it still may.
    const tag = `"${sha256}"`
    reply.header('Cache-Control', 'private, no-cache').header('ETag', tag)
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply
      .header('Content-Disposition', `attachment; filename="${sha256.slice(0, 12)}.${attachment.type.slice('image/'.length)}"`)
      .header('Content-Security-Policy', 'default-src \'none\'; frame-ancestors \'none\'; sandbox')
      .type(attachment.type).send(bytes)
  })
}
