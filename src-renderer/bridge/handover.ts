import { PORT_HANDOVER, SHOW_CONVERSATION, SIDE_STATE, SIDE_WORDS, type FileSaved, type SideState, type SideWish } from '../../src-shared/contract/port-name.ts'
import type { EnginePort } from './client.ts'

declare global {
  interface Window {
    /** From the preload: the only things that the page may ask of the shell. */
    readonly deskmate?: { ready(): void; openLink(url: string): void; otherWindow(conversationId: string): void; side(wish: SideWish): void; saveFile(messageId: string, sha256: string): Promise<FileSaved>; saveEvidence(pack: unknown): Promise<'saved' | 'cancelled' | 'failed'> }
  }
}

/**
 * Listens for the engine's port, which the preload posts into this very window, again and again when the engine was
 * restarted. Messages of any other origin or source are ignored.
 */
export function listenForPort(take: (port: EnginePort) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== window.location.origin || event.data !== PORT_HANDOVER) return
    const port = event.ports[0]
    if (port) take(port)
  })
  window.deskmate?.ready()
}

/** The shell wants a conversation shown: a notification was clicked, or its own window closed. */
export function listenForShow(show: (conversationId: string) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== window.location.origin) return
    const said = event.data as { kind?: unknown; conversationId?: unknown } | null
    if (said?.kind === SHOW_CONVERSATION && typeof said.conversationId === 'string') show(said.conversationId)
  })
}

/** The side panel's key was pressed: words of another program, empty where it found none. */
export function listenForWords(take: (words: { text: string; cut: boolean }) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== window.location.origin) return
    const said = event.data as { kind?: unknown; text?: unknown; cut?: unknown } | null
    if (said?.kind === SIDE_WORDS && typeof said.text === 'string') take({ text: said.text, cut: said.cut === true })
  })
}

/** How the side panel and its key stand, told when asked for and whenever it changes. */
export function listenForSideState(take: (state: SideState) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== window.location.origin) return
    const said = event.data as { kind?: unknown; state?: SideState } | null
    if (said?.kind === SIDE_STATE && said.state) take(said.state)
  })
}
