import { kept, keptHere } from './storage.ts'

const TOKEN = 'deskmate.visitor'

/** Only where the browser keeps no cookie for this frame; else the cookie says it, which no script can read. */
let token = kept.getItem(TOKEN)

export const visitorToken = (): string | null => token
export const visitorHeaders = (): Record<string, string> => (token === null ? {} : { 'X-Deskmate-Visitor': token })

/** The gateway did not know this browser: the cookie was cleared, or was never kept. */
export async function renewVisit(framed: boolean): Promise<void> {
  if (!framed) await fetch('/', { cache: 'no-store' }).catch(() => undefined)
  else await ask(true)
}

/** Somebody else sits here now: nothing of the one before stays on the page. */
export async function newVisit(): Promise<void> {
  if (!await ask(token !== null)) return
  const fresh = token
  kept.clear()
  keptHere.clear()
  if (fresh !== null) kept.setItem(TOKEN, fresh)
  location.reload()
}

async function ask(keep: boolean): Promise<boolean> {
  const answer = await fetch('/visit', { method: 'POST', cache: 'no-store' }).catch(() => null)
  if (answer?.ok !== true) return false
  if (!keep) return true
  token = (await answer.json() as { token: string }).token
  kept.setItem(TOKEN, token)
  return true
}

/** Shows a picture of the conversation; a picture of a page without cookies has to be fetched with the token. */
export function showPicture(image: HTMLImageElement, path: string): void {
  if (token === null) {
    image.src = path
    return
  }
  void fetch(path, { headers: visitorHeaders() }).then(async (response) => {
    if (!response.ok) return
    const url = URL.createObjectURL(await response.blob())
    image.addEventListener('load', () => { URL.revokeObjectURL(url) }, { once: true })
    image.src = url
  }, () => undefined)
}
