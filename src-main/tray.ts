import { Menu, nativeImage, Tray } from 'electron'
import type { Log } from './log.ts'
import { trayCount, trayMenu, trayTip, type TrayActions, type TrayState } from './tray-menu.ts'

/** The icon beside the clock. Where the system has no place for one, the desk works without. */
export class DeskTray {
  private tray: Tray | null = null
  private shown = ''

  constructor(icon: string, private readonly actions: TrayActions, log: Log) {
    try {
      const image = nativeImage.createFromPath(icon)
      // On a Mac the system colours it to fit the menu bar.
      if (process.platform === 'darwin') image.setTemplateImage(true)
      this.tray = new Tray(image)
      this.tray.on('click', () => actions.show())
    } catch (error) {
      log.write('shell', `no tray: ${error instanceof Error ? error.message : 'unknown'}`)
    }
  }

  show(state: TrayState): void {
    const { tray } = this
    const print = JSON.stringify(state)
    // Menus that are open close when they are set anew.
    if (!tray || tray.isDestroyed() || print === this.shown) return
    this.shown = print
    tray.setToolTip(trayTip(state))
    if (process.platform === 'darwin') tray.setTitle(trayCount(state))
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(state, this.actions)))
  }

  end(): void {
    this.tray?.destroy()
    this.tray = null
  }
}
