import type { BrowserWindow, WebContents } from 'electron'
import type { RememberedOwnWindows } from './own-window-state.ts'
import { OWN_MIN_SIZE, OWN_SIZE } from './own-window-state.ts'
import { openWindow, screens, type WindowSetup } from './window.ts'
import { usableBounds, type Rectangle } from './window-state.ts'

export interface OwnWindowsParts {
  setup: WindowSetup
  memory: RememberedOwnWindows
  /** The desk is ending: its windows close, and are to be there again. */
  isLeaving: () => boolean
  onOpen: (window: BrowserWindow) => void
  /** The person closed it. */
  onClosed: (conversationId: string) => void
}

/** Conversations in windows of their own: at most one each. */
export class OwnWindows {
  private readonly windows = new Map<string, BrowserWindow>()

  constructor(private readonly parts: OwnWindowsParts) {}

  /** Brings its window to the front, or opens one. */
  show(conversationId: string): void {
    const window = this.windows.get(conversationId)
    if (!window) return this.open(conversationId, this.parts.memory.next(), false)
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  has(conversationId: string): boolean { return this.windows.has(conversationId) }

  /** The conversation whose own window this page is; null: it is none. */
  conversationOf(page: WebContents): string | null {
    for (const [conversationId, window] of this.windows) if (window.webContents === page) return conversationId
    return null
  }

  /** Those that were open when the desk ended, where they were. They do not take the focus. */
  reopen(): void {
    for (const { conversationId, bounds } of this.parts.memory.open) this.open(conversationId, bounds, true)
  }

  each(action: (window: BrowserWindow) => void): void {
    for (const window of this.windows.values()) action(window)
  }

  private open(conversationId: string, bounds: Rectangle | null, quietly: boolean): void {
    const { setup, memory, isLeaving, onOpen, onClosed } = this.parts
    const { window } = openWindow(setup, {
      bounds: usableBounds(bounds, screens(), OWN_MIN_SIZE), usual: OWN_SIZE, least: OWN_MIN_SIZE, maximized: false, conversationId, quietly,
      onPlace: (place) => memory.stands(conversationId, place),
    })
    this.windows.set(conversationId, window)
    memory.stands(conversationId, window.getNormalBounds())
    window.once('closed', () => {
      this.windows.delete(conversationId)
      if (isLeaving()) return
      memory.closed(conversationId)
      onClosed(conversationId)
    })
    onOpen(window)
  }
}
