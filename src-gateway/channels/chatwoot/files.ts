import { isIP } from 'node:net'
import { ATTACHMENT_MAX_BYTES } from '../../../src-shared/domain/attachment.ts'
import type { Inbound } from '../connector.ts'
import { callOutside } from '../outside-call.ts'
import type { ChatwootFile } from './shapes.ts'

const TIMEOUT_MS = 20_000
const HOPS_MAX = 3
const FILES_MAX = 15
const TRIES = 2

export interface FetchedFiles { attachments: Inbound['attachments']; /** What stands for the files that did not come, one a line. */ lines: string[] }

/** Fetches what came with a message. What cannot be had is named with its address: the words never wait for a picture. */
export async function fetchFiles(origin: string, files: readonly ChatwootFile[]): Promise<FetchedFiles> {
  const attachments: Inbound['attachments'][number][] = []
  const lines: string[] = []
  for (const file of files.slice(0, FILES_MAX)) {
    if (file.place) lines.push(`📍 ${[file.title, `${file.place.lat}, ${file.place.long}`].filter(Boolean).join(' ')}`)
    else if (file.url === null) lines.push(`[${file.type}] ${file.title}`.trim())
    else {
      const fetched = await fetchFile(origin, file.url)
      if (fetched) attachments.push(fetched)
      else lines.push(`[${file.type}] ${file.url}`)
    }
  }
  return { attachments, lines }
}

async function fetchFile(origin: string, url: string): Promise<Inbound['attachments'][number] | null> {
  for (let tried = 0; tried < TRIES; tried++) {
    const got = await follow(origin, url)
    if (got !== 'again') return got
  }
  return null
}

/** Storage answers with redirects to where the bytes lie; each hop is looked at. The token is not sent along. */
async function follow(origin: string, first: string): Promise<Inbound['attachments'][number] | null | 'again'> {
  let url = first
  for (let hop = 0; hop <= HOPS_MAX; hop++) {
    if (!mayFetch(origin, url)) return null
    const answer = await callOutside({ url, method: 'GET', timeoutMs: TIMEOUT_MS, maxBytes: ATTACHMENT_MAX_BYTES })
    if (answer.kind !== 'answered') return answer.code === 'too-large' ? null : 'again'
    const next = answer.headers.get('location')
    if (answer.status >= 300 && answer.status < 400 && next !== null) url = new URL(next, url).href
    else if (answer.status >= 500) return 'again'
    else if (answer.status !== 200) return null
    else return { name: nameOf(url), type: answer.headers.get('content-type')?.split(';')[0]?.trim() ?? 'application/octet-stream', bytes: answer.body }
  }
  return null
}

/** The server's own address, or a public one over TLS: a message must not make the gateway ask machines of the house. */
export function mayFetch(origin: string, url: string): boolean {
  if (!URL.canParse(url)) return false
  const { origin: of, protocol, hostname } = new URL(url)
  if (of === origin) return true
  const bare = hostname.replace(/^\[|\]$|\.$/g, '')
  return protocol === 'https:' && isIP(bare) === 0 && bare.includes('.') && !/\.(local|internal|localhost|lan|home\.arpa)$/i.test(bare)
}

function nameOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last).slice(0, 120) || 'file'
  } catch {
    return 'file'
  }
}
