import type { App, Session, WebContents } from 'electron'
import { isOurs, isOwnFile, mayNavigate } from './our-page.ts'

/** The one thing a page may do: put text on the clipboard when the person asks. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write'
/** The window needs no network: the engine talks to the gateway, the app protocol serves the page. */
const NETWORK = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*']

/** Denies permissions, devices, downloads from elsewhere and the network to everything shown in this session. */
export function guardSession(session: Session, devUrl: string | null): void {
  const may = (permission: string, origin: string) => permission === ALLOWED_PERMISSION && isOurs(origin, devUrl)
  session.setPermissionRequestHandler((_contents, permission, answer, details) => answer(may(permission, details.requestingUrl)))
  session.setPermissionCheckHandler((_contents, permission, origin) => may(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, item) => { if (!isOwnFile(item.getURL(), devUrl)) event.preventDefault() })
  if (devUrl === null) session.webRequest.onBeforeRequest({ urls: NETWORK }, (_details, answer) => answer({ cancel: true }))
}

/** Limits every web contents that is ever made: no other page, no new windows, no webview. */
export function guardContents(app: App, devUrl: string | null): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-frame-navigate', (event) => { if (!event.isMainFrame || !mayNavigate(event.url, devUrl)) event.preventDefault() })
    contents.on('will-navigate', (event) => { if (!mayNavigate(event.url, devUrl)) event.preventDefault() })
    contents.on('will-redirect', (event) => { if (!mayNavigate(event.url, devUrl)) event.preventDefault() })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
