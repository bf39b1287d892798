/** Message that the preload posts into its own window together with the port. Stands alone so that the preload needs no zod. */
export const PORT_HANDOVER = 'deskmate:port'
/** Channels between preload and shell. */
export const IPC = { askPort: 'deskmate:ask-port', port: 'deskmate:port', openLink: 'deskmate:open-link' } as const
