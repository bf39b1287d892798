import type { ConnectorHost } from './connector.ts'

/** In which threads a customer has written since the line was set up. */
export interface OpenedThreads {
  /** Remembered before the message itself is handed over, so that a crash in between loses nothing. */
  add(threadId: string): Promise<void>
  has(threadId: string): Promise<boolean>
}

/**
 * A colleague's words elsewhere are of interest only in a thread whose customer is at the desk: by themselves they would
 * open a conversation that bears the colleague's name.
 */
export function openedThreads(host: Pick<ConnectorHost, 'get' | 'set'>): OpenedThreads {
  const known = new Set<string>()
  const key = (threadId: string) => `opened:${threadId}`
  const has = async (threadId: string): Promise<boolean> => {
    if (known.has(threadId)) return true
    if (await host.get(key(threadId)) === null) return false
    known.add(threadId)
    return true
  }
  return {
    has,
    async add(threadId) {
      if (await has(threadId)) return
      await host.set(key(threadId), '1')
      known.add(threadId)
    },
  }
}
