import { PORT_HANDOVER } from '../../src-shared/contract/port-name.ts'
import type { EnginePort } from './client.ts'

declare global {
  interface Window {
    /** From the preload: the only two things that the page may ask of the shell. */
    readonly deskmate?: { ready(): void; openLink(url: string): void }
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
