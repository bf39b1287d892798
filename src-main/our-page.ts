/** The app's own scheme and origin. */
export const SCHEME = 'app'
export const HOST = 'desk'
export const PAGE_URL = `${SCHEME}://${HOST}/index.html`

/**
 * The address of a window's page.
 * @param devUrl the development server's, null otherwise
 * @param conversationId the one that the window shows and nothing else; null: the whole desk
 * @param isSide it is the side panel
 */
export function pageAddress(devUrl: string | null, conversationId: string | null, isSide = false): string {
  const url = new URL(devUrl ?? PAGE_URL)
  if (isSide) url.searchParams.set('side', '1')
  if (conversationId !== null) url.searchParams.set('conversation', conversationId)
  return url.href
}

/** Is this address one of our own pages? @param devUrl the development server's, null in a package and outside development */
export function isOurs(address: string, devUrl: string | null): boolean {
  const url = parse(address)
  if (!url) return false
  if (url.protocol === `${SCHEME}:`) return url.host === HOST
  return devUrl !== null && url.origin === parse(devUrl)?.origin
}

/** May a window go there by itself? Only to the page that it shows anyway (a reload). */
export function mayNavigate(address: string, devUrl: string | null): boolean {
  const url = parse(address)
  if (!url || !isOurs(address, devUrl)) return false
  return url.pathname === '/' || url.pathname === '/index.html'
}

/** Is this a file that our page made in memory? Only such a one may be saved, and the person says where. */
export function isOwnFile(address: string, devUrl: string | null): boolean {
  return address.startsWith('blob:') && isOurs(address.slice('blob:'.length), devUrl)
}

export interface Frame { url: string; parent: unknown }

/** Did a message come from the main frame of our own page? `null`: the frame is gone. */
export function isOurFrame(frame: Frame | null | undefined, devUrl: string | null): boolean {
  return !!frame && frame.parent === null && isOurs(frame.url, devUrl)
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
