/** Message that the preload posts into its own window together with the port. Stands alone so that the preload needs no zod. */
export const PORT_HANDOVER = 'deskmate:port'
/** Message that the preload posts into the desk's window: show this conversation. Its id comes as `conversationId`. */
export const SHOW_CONVERSATION = 'deskmate:show-conversation'
/** Channels between preload and shell. */
export const IPC = { askPort: 'deskmate:ask-port', port: 'deskmate:port', openLink: 'deskmate:open-link', otherWindow: 'deskmate:other-window', show: 'deskmate:show' } as const
