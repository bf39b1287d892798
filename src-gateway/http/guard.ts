import type { IncomingHttpHeaders } from 'node:http'

/** Names under which a loopback server may be called; anything else is a rebound DNS name or a proxy. */
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]']

/** Is the Host header one of ours? `further`: addresses that a person opened to the network. Without it DNS rebinding would let any web page talk to the loopback port. */
export function hostAllowed(host: string | undefined, port: number, further: readonly string[] = [], publicHost: string | null = null): boolean {
  if (host === undefined) return false
  if (publicHost !== null && host.toLowerCase() === publicHost) return true
  return [...LOOPBACK_NAMES, ...further].some((name) => host === `${name}:${port}` || (port === 80 && host === name))
}

export interface Callers {
  /** `none`: browsers have no business here · `own`: only pages that this very port served. */
  browsers: 'none' | 'own'
  /** Address, without a path, under which a reverse proxy serves this port to others; null: none does. */
  publicUrl?: () => string | null | Promise<string | null>
  /** Paths that pages of others may load. */
  open?: readonly string[]
  /** Further addresses of this server, as they stand in a Host header. */
  hosts?: () => readonly string[]
}

/**
 * May this request (or websocket upgrade) come in? Returns the reason of a refusal, for the log, or null.
 * Browsers send Origin with every POST and upgrade, and Sec-Fetch-Site with every request; other programs send neither.
 */
export function refusalOf(headers: IncomingHttpHeaders, port: number, callers: Callers, publicUrl: string | null = null): 'host' | 'origin' | null {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host
  if (!hostAllowed(headers.host, port, callers.hosts?.(), publicHost)) return 'host'
  const origin = headers.origin
  const site = headers['sec-fetch-site']
  if (callers.browsers === 'none') return origin === undefined && site === undefined ? null : 'origin'
  const own = headers.host?.toLowerCase() === publicHost && publicUrl !== null ? publicUrl : `http://${headers.host ?? ''}`
  if (origin !== undefined && origin !== own) return 'origin'
  const navigation = headers['sec-fetch-mode'] === 'navigate'
  const foreign = site === 'cross-site' || site === 'same-site'
  // A link from elsewhere may open the page; nothing else may reach in from another site.
  return foreign && !navigation ? 'origin' : null
}
