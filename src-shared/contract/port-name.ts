/** Message that the preload posts into its own window together with the port. Stands alone so that the preload needs no zod. */
export const PORT_HANDOVER = 'deskmate:port'
/** Message that the preload posts into the desk's window: show this conversation. Its id comes as `conversationId`. */
export const SHOW_CONVERSATION = 'deskmate:show-conversation'
/** Message that the preload posts into the side panel: words of another program, as `text`; `cut` when there were more. */
export const SIDE_WORDS = 'deskmate:side-words'
/** Message that the preload posts into every window: how the side panel's key is, see SideState. */
export const SIDE_STATE = 'deskmate:side-state'
/**
 * How the side panel stands. `key`: `ok`, `taken` by another program, `wrong` (no such key), `off` (none chosen);
 * `collapsed`: only its bar is there.
 */
export interface SideState { key: 'ok' | 'taken' | 'wrong' | 'off'; collapsed: boolean }
/**
 * What a page may ask about the side panel: `open` it, `take` words as its key does, give the focus back to the other program
 * (`done`), draw only its `bar` or the `whole` of it, `close` it, tell its `state`.
 */
export const SIDE_WISHES = ['open', 'take', 'done', 'bar', 'whole', 'close', 'state'] as const
export type SideWish = (typeof SIDE_WISHES)[number]
/** What became of saving a file. `unreachable`: it is not on this computer, and there is no line. */
export type FileSaved = 'saved' | 'cancelled' | 'failed' | 'unreachable' | 'gone'
/** Channels between preload and shell. */
export const IPC = { askPort: 'deskmate:ask-port', port: 'deskmate:port', openLink: 'deskmate:open-link', otherWindow: 'deskmate:other-window', show: 'deskmate:show', side: 'deskmate:side', sideWords: 'deskmate:side-words', sideState: 'deskmate:side-state', evidence: 'deskmate:evidence', file: 'deskmate:file' } as const
