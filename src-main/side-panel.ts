import { clipboard, globalShortcut, screen, type BrowserWindow, type Rectangle, type WebContents } from 'electron'
import { IPC, type SideState, type SideWish } from '../src-shared/contract/port-name.ts'
import type { PortHandover } from './port-handover.ts'
import { SideKey } from './side-key.ts'
import { RememberedSide, SIDE_BAR, SIDE_LEAST, SIDE_WIDTH } from './side-state.ts'
import { WordTaker, type TakenWords } from './side-words.ts'
import { background, openWindow, type WindowSetup } from './window.ts'

export interface SidePanelParts {
  setup: WindowSetup
  /** File of its memory. */
  memory: string
  ports: PortHandover
  isLeaving: () => boolean
  /** All pages; those of ours that listen are told how its key is. */
  pages: () => WebContents[]
}

const screenAt = (point: { x: number; y: number }) => screen.getDisplayNearestPoint(point)

/**
 * The window that stands above other programs for chats that the desk cannot reach. Its key takes words from them and is the
 * only thing that brings it the focus.
 */
export class SidePanel {
  private window: BrowserWindow | null = null
  /** Taken before its page listens. */
  private waiting: TakenWords | null = null
  private readonly memory: RememberedSide
  private readonly words = new WordTaker(clipboard, process.platform === 'linux')
  private readonly key = new SideKey(globalShortcut, () => void this.take())
  private hidden = false

  constructor(private readonly parts: SidePanelParts) {
    this.memory = new RememberedSide(parts.memory)
  }

  /** It was open when the desk ended: it is there again, and takes nobody the focus. */
  reopen(): void {
    if (this.memory.state.open) this.open(true)
  }

  /** How the person set it. */
  set({ shortcut, hidden }: { shortcut: string; hidden: boolean }): void {
    this.hidden = hidden
    this.window?.setContentProtection(hidden)
    if (this.key.use(shortcut)) this.tellState()
  }

  /** The key: takes the words that the person means, shows the panel whole, and gives it the focus. */
  async take(): Promise<void> {
    if (this.parts.isLeaving()) return
    const taken = await this.words.take()
    const page = this.window?.webContents
    // Before it has the focus: a quick Enter must not find the reply to the customer before.
    if (page && this.parts.ports.knows(page)) page.send(IPC.sideWords, taken.text, taken.cut)
    else this.waiting = taken
    this.open(false)
  }

  /** A page asks; what only the panel's own page may ask is not done for others. */
  wish(from: WebContents, wish: SideWish): void {
    if (wish === 'state') return this.tellState()
    if (wish === 'open') return this.open(false)
    if (wish === 'take') return void this.take()
    if (from !== this.window?.webContents) return
    if (wish === 'close') this.window.close()
    else if (wish === 'done') this.giveFocusBack(this.window)
    else this.collapse(this.window, wish === 'bar')
  }

  /** Its page listens now. */
  listens(page: WebContents): void {
    if (page !== this.window?.webContents) return
    this.tellState()
    if (this.waiting) page.send(IPC.sideWords, this.waiting.text, this.waiting.cut)
    this.waiting = null
  }

  repaint(): void { this.window?.setBackgroundColor(background()) }

  end(): void { this.key.release() }

  private open(quietly: boolean): void {
    if (!this.window) this.make(quietly)
    else if (!quietly) this.collapse(this.window, false)
    if (quietly || !this.window) return
    if (this.window.isMinimized()) this.window.restore()
    this.window.show()
    this.window.focus()
  }

  private make(quietly: boolean): void {
    const { setup, ports, isLeaving } = this.parts
    const display = screenAt(screen.getCursorScreenPoint())
    const { window } = openWindow(setup, {
      bounds: this.memory.placeOn({ id: String(display.id), workArea: display.workArea }), usual: { width: SIDE_WIDTH, height: display.workArea.height }, least: { width: SIDE_LEAST.width, height: SIDE_BAR },
      maximized: false, conversationId: null, quietly, onPlace: (bounds) => this.stands(bounds),
      side: { frame: false, alwaysOnTop: true, skipTaskbar: true, minimizable: false, maximizable: false, fullscreenable: false, ...(process.platform === 'darwin' ? { type: 'panel' } : {}) },
    })
    this.window = window
    window.setContentProtection(this.hidden)
    // Above programs in full screen, too, and with the person from one desktop to the next.
    window.setAlwaysOnTop(true, 'floating')
    if (process.platform !== 'win32') window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
    if (this.memory.state.collapsed && quietly) this.collapse(window, true)
    this.memory.remember({ open: true, ...(quietly ? {} : { collapsed: false }) })
    const page = window.webContents
    page.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) ports.leaves(page)
    })
    window.once('closed', () => {
      ports.leaves(page)
      this.window = null
      if (!isLeaving()) this.memory.remember({ open: false })
    })
  }

  /** Only the place of the whole panel is remembered, on the screen where most of it is. */
  private stands(bounds: Rectangle): void {
    if (!this.memory.state.collapsed) this.memory.stands(String(screen.getDisplayMatching(bounds).id), bounds)
  }

  /** To its bar, where it stands, or back to its whole size. */
  private collapse(window: BrowserWindow, toBar: boolean): void {
    const now = window.getBounds()
    const isBar = now.height <= SIDE_BAR
    if (toBar === isBar) return
    const display = screenAt(now)
    if (toBar) {
      this.stands(now)
      this.memory.remember({ collapsed: true })
      window.setBounds({ ...now, height: SIDE_BAR })
    } else {
      window.setBounds(this.memory.placeOn({ id: String(display.id), workArea: display.workArea }))
      this.memory.remember({ collapsed: false })
    }
    this.tellState()
  }

  /** The other program has the keys again. */
  private giveFocusBack(window: BrowserWindow): void {
    window.blur()
  }

  private tellState(): void {
    const state: SideState = { key: this.key.state, collapsed: this.memory.state.collapsed }
    for (const page of this.parts.pages()) if (this.parts.ports.knows(page)) page.send(IPC.sideState, state)
  }
}
