import { Menu, nativeImage, Tray, type NativeImage } from 'electron'
import type { Log } from './log.ts'
import { trayCount, trayMenu, trayTip, type TrayActions, type TrayState } from './tray-menu.ts'

export interface TrayIcons {
  /** Black on transparent: a Mac colours it to fit its menu bar. */
  template: string
  /** Seen on light and dark bars alike. */
  coloured: string
}

function imageOf({ template, coloured }: TrayIcons): NativeImage {
  if (process.platform !== 'darwin') return nativeImage.createFromPath(coloured).resize({ width: 32, height: 32 })
  const image = nativeImage.createFromPath(template).resize({ width: 18, height: 18 })
  image.setTemplateImage(true)
  return image
}

/** The icon beside the clock. Where the system has no place for one, the desk works without. */
export class DeskTray {
  private tray: Tray | null = null
  private shown = ''

  constructor(icons: TrayIcons, private readonly actions: TrayActions, log: Log) {
    try {
      this.tray = new Tray(imageOf(icons))
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
