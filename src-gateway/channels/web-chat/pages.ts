import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ChatLook, WebChatSettings } from '../../../src-shared/domain/web-chat.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { wordsOn } from '../../../src-shared/domain/chat-theme.ts'
import type { Context } from '../../context.ts'
import { readWebChat } from './settings.ts'
import { frameCookie, pageCookie, VISITOR_HEADER, type Shown, type Visitors } from './visitor.ts'

/** Paths that pages of others load. */
export const OPEN_PATHS = ['/embed.js'] as const
/** How long a shop's page keeps the launcher, in seconds: so long a change of its look may take. */
const LAUNCHER_SECONDS = 300

/** What the page is told with itself; public. */
export interface PageFacts { look: ChatLook; framed: boolean }
/** What the launcher is told with itself; public. */
export interface LauncherFacts { shop: string; own: string; onOwn: string; theme: ChatLook['theme']; position: ChatLook['position']; language: ChatLook['language']; title: LocalText }

export const shownBy = (request: FastifyRequest): Shown => ({ cookie: request.headers.cookie, token: request.headers[VISITOR_HEADER] })

/** The page itself, the same in a frame on the shop's pages, and the launcher that they load. */
export async function addPages(app: FastifyInstance, { store, shopId }: Context, { webChatDir, visitors }: { webChatDir: string; visitors: Visitors }): Promise<void> {
  const settings = () => store.read(readWebChat)
  const drawn = async (reply: FastifyReply, facts: PageFacts) => {
    const html = await readFile(join(webChatDir, 'index.html'), 'utf8').catch(() => null)
    reply.header('Cache-Control', 'no-store')
    if (html === null) return reply.code(503).type('text/plain; charset=utf-8').send('The chat page has not been built.')
    return reply.type('text/html; charset=utf-8').send(html.replace('<title>', () => `<meta name="deskmate" content="${attribute(JSON.stringify(facts))}"><title>`))
  }
  app.get('/', async (request, reply) => {
    const { look, publicUrl } = await settings()
    const secure = isPublic(request, publicUrl) && publicUrl?.startsWith('https:') === true
    reply.header('Set-Cookie', pageCookie(visitors.tokenOf(shownBy(request)) ?? visitors.issue(), secure))
    reply.header('Content-Security-Policy', pagePolicy(request.headers.host ?? '', []))
    return drawn(reply, { look, framed: false })
  })
  app.get('/embed', async (request, reply) => {
    const { look, origins } = await settings()
    reply.header('Set-Cookie', frameCookie(visitors.tokenOf(shownBy(request)) ?? visitors.issue()))
    reply.header('Content-Security-Policy', pagePolicy(request.headers.host ?? '', origins)).header('Cross-Origin-Resource-Policy', 'cross-origin')
    return drawn(reply, { look, framed: true })
  })
  // A new visit: for a browser that keeps no cookie in a frame, and when somebody else sits down at it.
  app.post('/visit', async (request, reply) => {
    const token = visitors.issue()
    const { publicUrl } = await settings()
    reply.header('Set-Cookie', [frameCookie(token), pageCookie(token, isPublic(request, publicUrl) && publicUrl?.startsWith('https:') === true)])
    return reply.header('Cache-Control', 'no-store').send({ token })
  })
  app.get('/embed.js', async (_request, reply) => {
    const code = await readFile(join(webChatDir, 'embed.js'), 'utf8').catch(() => null)
    reply.type('text/javascript; charset=utf-8').header('Cross-Origin-Resource-Policy', 'cross-origin').header('Cache-Control', code === null ? 'no-store' : `public, max-age=${LAUNCHER_SECONDS}`)
    if (code === null) return reply.code(503).send('/* The launcher has not been built. */')
    const facts = await store.read(async (tx) => launcherFacts(await readWebChat(tx), shopId, await tx.state('shop', shopId)))
    return reply.send(`(function(DESKMATE_CHAT){\n${code}\n})(${JSON.stringify(facts).replace(/</g, '\\u003c')});`)
  })
  const assets = join(webChatDir, 'assets')
  if (existsSync(assets)) await app.register(fastifyStatic, { root: assets, prefix: '/assets/', index: false, immutable: true, maxAge: '365d' })
}

function launcherFacts({ look }: WebChatSettings, shop: string, state: { type: string; shop?: { name: LocalText } } | null): LauncherFacts {
  const { colour, theme, position, language, title } = look
  const name = state?.shop?.name ?? { zh: '', en: '' }
  return { shop, own: colour, onOwn: wordsOn(colour), theme, position, language, title: { zh: title.zh || name.zh, en: title.en || name.en } }
}

const isPublic = (request: FastifyRequest, publicUrl: string | null): boolean => publicUrl !== null && request.headers.host?.toLowerCase() === new URL(publicUrl).host

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Sockets are named because older Safari does not count them as 'self'. `ancestors`: pages that may show it in a frame. */
function pagePolicy(host: string, ancestors: readonly string[]): string {
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self' ws://${host} wss://${host}; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors.length === 0 ? "'none'" : ancestors.join(' ')}`
}
