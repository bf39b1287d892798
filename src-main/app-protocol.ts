import type { Protocol } from 'electron'
import { AttachmentType } from '../src-shared/domain/attachment.ts'
import { readAppFile } from './app-files.ts'
import type { Attachment } from './engine-process.ts'
import { HOST, SCHEME } from './our-page.ts'

/** What the page may load: its own files and pictures, nothing inline, nothing from elsewhere. */
export const CSP = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
  "connect-src 'self'", "media-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ')

const COMMON = {
  'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}
const ATTACHMENT = /^\/attachment\/([0-9a-f]{64})$/

/** Has to be called before the app is ready. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves `app://desk/`: the files of the built page, and `attachment/<sha256>` from the engine.
 * @param root folder of the built page, absolute
 * @param attachment asks the engine; null when it does not answer
 * @param made pages that the shell made itself
 */
export function answerRequests(root: string, attachment: (sha256: string) => Promise<Attachment | null>, made: (path: string) => { body: string; type: string } | null = () => null) {
  return async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    if (url.host !== HOST) return refuse(404)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const picture = ATTACHMENT.exec(url.pathname)?.[1]
    if (picture) return answerAttachment(await attachment(picture))
    const own = made(url.pathname)
    if (own) return new Response(own.body, { headers: { ...COMMON, 'Content-Type': own.type, 'Content-Security-Policy': CSP, 'Cache-Control': 'no-store' } })
    try {
      const file = await readAppFile(root, url.pathname)
      if (!file) return refuse(404)
      return new Response(file.bytes, { headers: { ...COMMON, 'Content-Type': file.type, 'Content-Security-Policy': CSP } })
    } catch {
      return refuse(500)
    }
  }
}

/** Customers' pictures: only of the types we know, and even then in a sandbox where nothing can run. */
function answerAttachment(answer: Attachment | null): Response {
  if (!answer) return refuse(503)
  const type = AttachmentType.safeParse(answer.type)
  if (!answer.found || !answer.bytes || !type.success) return refuse(404)
  return new Response(new Uint8Array(answer.bytes), {
    headers: {
      ...COMMON, 'Content-Type': type.data, 'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, max-age=31536000, immutable',
    },
  })
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { ...COMMON, 'Content-Security-Policy': CSP } })
}
