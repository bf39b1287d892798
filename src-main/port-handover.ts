import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron'
import { IPC } from '../src-shared/contract/port-name.ts'

/** Introduces windows to the engine: one channel a page, and a new one for each open page when the engine was started again. */
export class PortHandover {
  private readonly pages = new Set<WebContents>()

  /** @param giveEngine returns false while the engine is not ready */
  constructor(private readonly giveEngine: (port: MessagePortMain) => boolean) {}

  /** The page listens and wants a port. */
  asks(page: WebContents): void {
    this.pages.add(page)
    this.connect(page)
  }

  /** The page is gone, or being replaced by another, which will ask for itself. */
  leaves(page: WebContents): void {
    this.pages.delete(page)
  }

  /** Does the page listen? */
  knows(page: WebContents): boolean { return this.pages.has(page) }

  engineIsReady(): void {
    for (const page of this.pages) this.connect(page)
  }

  private connect(page: WebContents): void {
    // Its process has just died: the page is loaded again and asks for itself.
    if (page.isDestroyed() || page.isCrashed()) return this.leaves(page)
    const { port1, port2 } = new MessageChannelMain()
    if (!this.giveEngine(port1)) return port1.close()
    try {
      page.postMessage(IPC.port, null, [port2])
    } catch {
      // Electron throws for a page whose frame is gone, which it may learn before the shell does.
      port2.close()
      this.leaves(page)
    }
  }
}
