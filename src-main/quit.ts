import { app, BrowserWindow } from 'electron'

/** Windows get so long to hand over what was typed last. */
const CLOSE_MS = 1000

/**
 * Ends the app in order: windows, then the engine, then the gateway. Whatever asks the app to quit (the last window, the
 * menu, SIGTERM, SIGINT) comes through here once.
 */
export class Quit {
  private leaving = false

  /**
   * @param begin called at once: what dies from now on is not started again (Ctrl-C reaches the children, too)
   * @param finish stops the children and writes down what is left
   */
  constructor(private readonly begin: () => void, private readonly finish: () => Promise<void>) {
    app.on('before-quit', (event) => {
      event.preventDefault()
      void this.leave()
    })
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') void this.leave()
    })
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void this.leave())
  }

  get isLeaving(): boolean { return this.leaving }

  /** @param last what to do when nothing runs any more */
  async leave(code = 0, last?: () => void): Promise<void> {
    if (this.leaving) return
    this.leaving = true
    try {
      this.begin()
      await closeWindows()
      await this.finish()
      last?.()
    } finally {
      app.exit(code)
    }
  }
}

async function closeWindows(): Promise<void> {
  const windows = BrowserWindow.getAllWindows()
  const closed = windows.map((window) => new Promise<void>((resolve) => {
    const timer = setTimeout(() => window.destroy(), CLOSE_MS)
    window.once('closed', () => { clearTimeout(timer); resolve() })
    window.close()
  }))
  await Promise.all(closed)
}
