import { app, type BrowserWindow } from 'electron'

/** Shows on the dock, in the title and in the task bar how many conversations need a person. */
export class Attention {
  private angry = 0

  show(window: BrowserWindow | null, counts: { needsYou: number; angry: number }): void {
    app.setBadgeCount(counts.needsYou)
    const roseInAnger = counts.angry > this.angry
    this.angry = counts.angry
    if (!window || window.isDestroyed()) return
    window.setTitle(counts.needsYou > 0 ? `(${counts.needsYou}) Deskmate` : 'Deskmate')
    if (roseInAnger && !window.isFocused()) window.flashFrame(true)
  }
}
