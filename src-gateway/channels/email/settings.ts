import { z } from 'zod'

/** `tls`: encrypted from the first byte (993, 465); `starttls`: must be upgraded before the password goes (143, 587); `plain`: never, but on this machine. */
export const MailSecurity = z.enum(['tls', 'starttls', 'plain'])
export type MailSecurity = z.infer<typeof MailSecurity>

const Host = z.string().trim().min(1).max(253)
const Port = z.coerce.number().int().min(1).max(65_535)
const Secret = z.string().min(1).max(500)

/** What a person fills in for one mailbox. Flat, so that one form can show it. */
export const EmailSettings = z.object({
  imapHost: Host,
  imapPort: Port.default(993),
  imapSecurity: MailSecurity.default('tls'),
  imapUser: z.string().trim().min(1).max(320),
  imapPassword: Secret,
  smtpHost: Host,
  smtpPort: Port.default(465),
  smtpSecurity: MailSecurity.default('tls'),
  smtpUser: z.string().trim().min(1).max(320),
  smtpPassword: Secret,
  /** Customers see it, and write back to it. */
  fromAddress: z.email().max(320),
  fromName: z.string().trim().max(80).default(''),
  /** Folder that is read. */
  folder: z.string().trim().min(1).max(200).default('INBOX'),
  /** Keep a copy of what was sent? Gmail and Outlook do so by themselves. */
  keepSent: z.boolean().default(true),
  /** Folder of the copies; empty: the one that the server marks as such. */
  sentFolder: z.string().trim().max(200).default(''),
  /** PEM of a certificate authority of one's own; empty: the ones that this machine trusts. */
  ca: z.string().max(20_000).default(''),
}).superRefine((value, context) => {
  const lines = [['imapSecurity', value.imapSecurity, value.imapHost], ['smtpSecurity', value.smtpSecurity, value.smtpHost]] as const
  for (const [field, security, host] of lines) {
    if (security === 'plain' && !isLoopback(host)) context.addIssue({ code: 'custom', path: [field], message: 'The password would cross the network in clear text: choose TLS or STARTTLS.' })
  }
})
export type EmailSettings = z.infer<typeof EmailSettings>

/** Fields that are written and never shown again. */
export const EMAIL_SECRETS = ['imapPassword', 'smtpPassword'] as const

export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
}
