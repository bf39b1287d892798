import { BrowserWindow, nativeTheme, screen } from 'electron'
import { Backoff } from './backoff.ts'
import type { Log } from './log.ts'
import { PAGE_URL } from './our-page.ts'
import { DEFAULT_SIZE, MIN_SIZE, usableBounds, type RememberedWindow } from './window-state.ts'

/** The page's own background in both themes, so that nothing flashes before the first paint. */
export const BACKGROUND = { light: '#f6f7f8', dark: '#141619' } as const
const SAVE_AFTER_MS = 500

export interface WindowSetup {
  preload: string
  icon: string
  devUrl: string | null
  /** Shows the window at once instead of at its first paint. */
  showAtOnce: boolean
  memory: RememberedWindow
  log: Log
}

export const background = () => (nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light)

/** Opens the desk's window. `painted` resolves at the first paint. */
export function openWindow(setup: WindowSetup): { window: BrowserWindow; painted: Promise<void> } {
  const { memory, log } = setup
  const bounds = usableBounds(memory.state.bounds, screen.getAllDisplays().map((display) => display.workArea))
  const window = new BrowserWindow({
    ...(bounds ?? { ...DEFAULT_SIZE, center: true }),
    minWidth: MIN_SIZE.width, minHeight: MIN_SIZE.height,
    show: setup.showAtOnce, backgroundColor: background(), icon: setup.icon, title: 'Deskmate', autoHideMenuBar: true,
    webPreferences: {
      preload: setup.preload, sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false,
      spellcheck: false, // Chromium would fetch its dictionaries from the network
    },
  })
  if (memory.state.maximized) window.maximize()
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => {
      if (!window.isVisible()) window.show()
      resolve()
    })
  })
  rememberBounds(window, memory)
  recover(window, log)
  window.on('page-title-updated', (event) => event.preventDefault()) // the title is the shell's, see attention.ts
  void window.loadURL(setup.devUrl ?? PAGE_URL).catch((error: NodeJS.ErrnoException) => log.write('shell', `page did not load: ${error.code}`))
  return { window, painted }
}

function rememberBounds(window: BrowserWindow, memory: RememberedWindow): void {
  let timer: NodeJS.Timeout | undefined
  const save = () => {
    clearTimeout(timer)
    if (!window.isDestroyed() && !window.isMinimized()) memory.remember({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
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
