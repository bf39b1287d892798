import type { BrowserWindow, WebContents } from 'electron'
import { IPC } from '../src-shared/contract/port-name.ts'
import type { RememberedOwnWindows } from './own-window-state.ts'
import { OwnWindows } from './own-windows.ts'
import type { PortHandover } from './port-handover.ts'
import { background, openWindow, screens, type WindowSetup } from './window.ts'
import { DEFAULT_SIZE, MIN_SIZE, usableBounds, type RememberedWindow } from './window-state.ts'

export interface DeskWindowsParts {
  setup: WindowSetup
  memory: RememberedWindow
  ownMemory: RememberedOwnWindows
  ports: PortHandover
  isLeaving: () => boolean
  /** The person closed the desk's window for good. */
  onDeskClosed: () => void
}

/** The desk's window, and the conversations in windows of their own. */
export class DeskWindows {
  private readonly own: OwnWindows
  /** To be shown as soon as the desk's page listens. */
  private wanted: string | null = null
  desk: BrowserWindow | null = null

  constructor(private readonly parts: DeskWindowsParts) {
    this.own = new OwnWindows({
      setup: parts.setup, memory: parts.ownMemory, isLeaving: parts.isLeaving,
      onOpen: (window) => this.follow(window), onClosed: (conversationId) => this.comeBack(conversationId),
    })
  }

  /** Opens the desk's window. Resolves at its first paint. */
  openDesk(): Promise<void> {
    const { setup, memory } = this.parts
    const { window, painted } = openWindow(setup, {
      bounds: usableBounds(memory.state.bounds, screens()), usual: DEFAULT_SIZE, least: MIN_SIZE, maximized: memory.state.maximized, conversationId: null, quietly: false,
      onPlace: (bounds, maximized) => memory.remember({ bounds, maximized }),
    })
    this.desk = window
    window.on('page-title-updated', (event) => event.preventDefault()) // the title is the shell's, see attention.ts
    window.on('close', (event) => {
      if (this.parts.isLeaving() || !memory.state.keepRunning) return
      event.preventDefault()
      window.hide()
    })
    window.once('closed', () => {
      this.desk = null
      if (!this.parts.isLeaving()) this.parts.onDeskClosed()
    })
    this.follow(window)
    return painted
  }

  reopenOwn(): void { this.own.reopen() }

  /** Brings the desk's window to the front; it is opened where there is none. */
  focusDesk(): void {
    const { desk } = this
    if (!desk) return void this.openDesk()
    if (desk.isMinimized()) desk.restore()
    desk.show()
    desk.focus()
  }

  /** Shows a conversation where it is: in its own window if it has one, else on the desk. */
  showConversation(conversationId: string): void {
    if (this.own.has(conversationId)) return this.own.show(conversationId)
    this.focusDesk()
    this.select(conversationId)
  }

  /** A page wants the other window of a conversation: the desk its own one, its own one the desk. */
  otherWindow(from: WebContents, conversationId: string): void {
    if (this.own.conversationOf(from) === null) return this.own.show(conversationId)
    this.focusDesk()
    this.select(conversationId)
  }

  /** The page listens now. */
  listens(page: WebContents): void {
    if (page !== this.desk?.webContents || this.wanted === null) return
    page.send(IPC.show, this.wanted)
    this.wanted = null
  }

  /** The theme changed: nothing flashes in the old one's colour. */
  repaint(): void {
    const colour = background()
    this.desk?.setBackgroundColor(colour)
    this.own.each((window) => window.setBackgroundColor(colour))
  }

  /** Its own window is closed: the conversation is on the desk again, if somebody is there. */
  private comeBack(conversationId: string): void {
    const { desk } = this
    if (!desk?.isVisible() || desk.isMinimized()) return
    desk.focus()
    this.select(conversationId)
  }

  private select(conversationId: string): void {
    const page = this.desk?.webContents
    if (page && this.parts.ports.knows(page)) page.send(IPC.show, conversationId)
    else this.wanted = conversationId
  }

  private follow(window: BrowserWindow): void {
    const { ports } = this.parts
    const page = window.webContents
    window.once('closed', () => ports.leaves(page))
    page.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) ports.leaves(page)
    })
  }
}
