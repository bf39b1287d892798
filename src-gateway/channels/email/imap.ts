import { ImapFlow } from 'imapflow'
import type { EmailSettings } from './settings.ts'

/** A connection not yet opened. imapflow's log is off: it would hold customers' words. */
export function imapClient(settings: EmailSettings): ImapFlow {
  const client = new ImapFlow({
    host: settings.imapHost, port: settings.imapPort, secure: settings.imapSecurity === 'tls', doSTARTTLS: settings.imapSecurity === 'starttls',
    auth: { user: settings.imapUser, pass: settings.imapPassword },
    // 163 refuses a program that does not say its name.
    clientInfo: { name: 'Deskmate', vendor: 'Deskmate' },
    tls: { minVersion: 'TLSv1.2', ...(settings.ca === '' ? {} : { ca: settings.ca }) },
    logger: false, disableAutoIdle: true, maxIdleTime: 4 * 60_000, connectionTimeout: 30_000,
    maxLineLength: 1024 * 1024, maxLiteralSize: 64 * 1024 * 1024, maxResponseSize: 80 * 1024 * 1024,
  })
  // Without a listener an error of the socket would end the process; whoever awaits a command hears it too.
  client.on('error', () => undefined)
  return client
}
