import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { EmailSettings } from './settings.ts'
import { type Trouble, troubleOf } from './trouble.ts'

/**
 * What became of one mail at the outgoing server. `unsure`: its last byte was written, and no answer came. `refused` is
 * for good; `later` is not: `trouble` says what is wrong with the line itself.
 */
export type Submitted =
  | { state: 'sent' }
  | { state: 'unsure' }
  | { state: 'refused'; at: 'sender' | 'recipient' | 'content'; response: string }
  | { state: 'later'; response: string; trouble: Trouble | null }

interface SmtpError { code?: string; command?: string; response?: unknown; responseCode?: number }

function connection(settings: EmailSettings): SMTPConnection {
  const client = new SMTPConnection({
    host: settings.smtpHost, port: settings.smtpPort, secure: settings.smtpSecurity === 'tls',
    requireTLS: settings.smtpSecurity === 'starttls', ignoreTLS: settings.smtpSecurity === 'plain',
    tls: { minVersion: 'TLSv1.2', ...(settings.ca === '' ? {} : { ca: settings.ca }) },
    logger: false, connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 5 * 60_000,
  })
  client.on('error', () => undefined)
  return client
}

/** @throws an error whose code says what is wrong. */
async function open(settings: EmailSettings): Promise<SMTPConnection> {
  const client = connection(settings)
  try {
    await new Promise<void>((done, fail) => {
      // A connection that is refused is told by the event alone.
      client.once('error', fail)
      client.connect((error) => { if (error) fail(error); else done() })
    })
    await new Promise<void>((done, fail) => {
      client.once('end', () => { fail(Object.assign(new Error('closed'), { code: 'ECONNECTION' })) })
      client.login({ user: settings.smtpUser, pass: settings.smtpPassword }, (error) => { if (error) fail(error); else done() })
    })
    return client
  } catch (error) {
    client.close()
    throw error
  }
}

/** Connects and logs in, sends nothing; null: all well. */
export async function trySmtp(settings: EmailSettings): Promise<Trouble | null> {
  try {
    (await open(settings)).quit()
    return null
  } catch (error) {
    return smtpTrouble(settings, error)
  }
}

const smtpTrouble = (settings: EmailSettings, error: unknown) => troubleOf('smtp', error, { host: settings.smtpHost, port: settings.smtpPort })

/** Hands one mail to the outgoing server. */
export async function submit(settings: EmailSettings, envelope: { from: string; to: string }, raw: Buffer): Promise<Submitted> {
  let client: SMTPConnection
  try {
    client = await open(settings)
  } catch (error) {
    return { state: 'later', response: '', trouble: smtpTrouble(settings, error) }
  }
  let written = false
  const body = Readable.from(chunks(raw))
  body.once('end', () => { written = true })
  const error = await new Promise<SmtpError | null>((done) => {
    client.once('end', () => { done({ code: 'ECONNECTION' }) })
    client.send({ from: envelope.from, to: [envelope.to], size: raw.length }, body, (failed) => { done(failed) })
  })
  if (error === null) {
    client.quit()
    return { state: 'sent' }
  }
  client.close()
  return judge(settings, error, written)
}

/** In pieces, so that a line cut in the middle is known from one cut behind the last byte. */
function* chunks(raw: Buffer): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += 16 * 1024) yield raw.subarray(at, at + 16 * 1024)
}

function judge(settings: EmailSettings, error: SmtpError, written: boolean): Submitted {
  const response = typeof error.response === 'string' ? error.response.replace(/\s+/g, ' ').trim().slice(0, 160) : ''
  const code = error.responseCode ?? 0
  if (code >= 500) return { state: 'refused', at: error.command === 'MAIL FROM' ? 'sender' : error.command === 'RCPT TO' ? 'recipient' : 'content', response }
  if (code >= 400) return { state: 'later', response, trouble: null }
  if (error.code === 'EENVELOPE') return { state: 'refused', at: 'recipient', response }
  if (error.code === 'EMESSAGE') return { state: 'refused', at: 'content', response }
  if (written) return { state: 'unsure' }
  return { state: 'later', response, trouble: smtpTrouble(settings, error) }
}
