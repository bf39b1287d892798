const PROTOCOLS = new Set(['http:', 'https:', 'mailto:'])
const MAX_LENGTH = 2048
const SHOWN_LENGTH = 300

/**
 * The link, if it is one that may leave the app: http, https or mailto, and without a user name, which serves to make
 * `https://shop.example@evil.example` look like the shop.
 */
export function externalLink(raw: unknown): URL | null {
  if (typeof raw !== 'string' || raw.length > MAX_LENGTH || !URL.canParse(raw)) return null
  const url = new URL(raw)
  if (!PROTOCOLS.has(url.protocol) || url.username !== '' || url.password !== '') return null
  return url.protocol === 'mailto:' || url.hostname !== '' ? url : null
}

/** Where it leads: the host in ASCII (a look-alike name shows as xn--...) or the mail address; and the whole, cut to size. */
export function describeLink(url: URL): { where: string; full: string } {
  const where = url.protocol === 'mailto:' ? url.pathname : url.host
  return { where: cut(where, 120), full: cut(url.href, SHOWN_LENGTH) }
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}
