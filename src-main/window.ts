import { BrowserWindow, nativeTheme, screen, type BrowserWindowConstructorOptions } from 'electron'
import { Backoff } from './backoff.ts'
import type { Log } from './log.ts'
import { pageAddress } from './our-page.ts'
import type { Rectangle } from './window-state.ts'

/** The page's own background in both themes, so that nothing flashes before the first paint. */
export const BACKGROUND = { light: '#f6f7f8', dark: '#141619' } as const
const SAVE_AFTER_MS = 500

export interface WindowSetup {
  preload: string
  icon: string
  devUrl: string | null
  /** Shows the window at once instead of at its first paint. */
  showAtOnce: boolean
  log: Log
}

/** What one window is, apart from what all are. */
export interface WindowShape {
  /** null: as large as usual, in the middle. */
  bounds: Rectangle | null
  usual: { width: number; height: number }
  least: { width: number; height: number }
  maximized: boolean
  /** A conversation in a window of its own; null: the desk. */
  conversationId: string | null
  /** Opens behind the window that has the focus. */
  quietly: boolean
  /** It was moved, resized or is about to close. */
  onPlace: (bounds: Rectangle, maximized: boolean) => void
  /** The side panel: how its frame differs from other windows'. */
  side?: Omit<BrowserWindowConstructorOptions, 'webPreferences'>
}

export const background = () => (nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light)

export const screens = (): Rectangle[] => screen.getAllDisplays().map((display) => display.workArea)

/** Opens a window of the desk. `painted` resolves at the first paint. */
export function openWindow(setup: WindowSetup, shape: WindowShape): { window: BrowserWindow; painted: Promise<void> } {
  const window = new BrowserWindow({
    ...(shape.bounds ?? { ...shape.usual, center: true }),
    minWidth: shape.least.width, minHeight: shape.least.height,
    show: setup.showAtOnce && !shape.quietly, backgroundColor: background(), icon: setup.icon, title: 'Deskmate', autoHideMenuBar: true, ...shape.side,
    webPreferences: {
      preload: setup.preload, sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false,
      spellcheck: false, // Chromium would fetch its dictionaries from the network
    },
  })
  if (shape.maximized) window.maximize()
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => {
      if (!window.isVisible()) {
        if (shape.quietly) window.showInactive()
        else window.show()
      }
      resolve()
    })
  })
  followPlace(window, shape.onPlace)
  recover(window, setup.log)
  const address = pageAddress(setup.devUrl, shape.conversationId, shape.side !== undefined)
  void window.loadURL(address).catch((error: NodeJS.ErrnoException) => setup.log.write('shell', `page did not load: ${error.code}`))
  return { window, painted }
}

function followPlace(window: BrowserWindow, onPlace: WindowShape['onPlace']): void {
  let timer: NodeJS.Timeout | undefined
  const save = () => {
    clearTimeout(timer)
    if (!window.isDestroyed() && !window.isMinimized()) onPlace(window.getNormalBounds(), window.isMaximized())
  }
  const saveSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_AFTER_MS)
  }
  window.on('resize', saveSoon).on('move', saveSoon).on('close', save)
}

/** A page that crashed is loaded again: what it showed and what was typed lies with the engine. */
function recover(window: BrowserWindow, log: Log): void {
  const backoff = new Backoff()
  let loadedAt = Date.now()
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.write('shell', `page gone: ${reason} code=${exitCode}`)
    if (reason === 'clean-exit') return
    setTimeout(() => {
      if (window.isDestroyed()) return
      loadedAt = Date.now()
      window.webContents.reload()
    }, backoff.next(Date.now() - loadedAt))
  })
  window.on('unresponsive', () => log.write('shell', 'page does not respond'))
  window.on('responsive', () => log.write('shell', 'page responds again'))
}
