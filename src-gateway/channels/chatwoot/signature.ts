import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far the timestamp of a webhook may be from our clock, in milliseconds, either way. */
export const SIGNATURE_WINDOW_MS = 300_000

export type SignatureVerdict = 'valid' | 'unsigned' | 'forged'

/** `sha256=` and the HMAC-SHA256 of `<timestamp>.<raw body>` in hex (Chatwoot 4.11.2 and later). */
export function webhookSignature(secret: string, timestamp: string, body: Buffer): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`
}

/** Checks the headers of a webhook over the bytes as they came. `unsigned`: an older server, which sends neither header. */
export function checkSignature(secret: string, headers: Readonly<Record<string, string>>, body: Buffer, now: number): SignatureVerdict {
  const timestamp = headers['x-chatwoot-timestamp']
  const given = headers['x-chatwoot-signature']
  if (timestamp === undefined && given === undefined) return 'unsigned'
  if (secret === '' || timestamp === undefined || given === undefined || !/^\d{1,12}$/.test(timestamp)) return 'forged'
  if (Math.abs(now - Number(timestamp) * 1000) > SIGNATURE_WINDOW_MS) return 'forged'
  const expected = Buffer.from(webhookSignature(secret, timestamp, body))
  const got = Buffer.from(given)
  return got.length === expected.length && timingSafeEqual(got, expected) ? 'valid' : 'forged'
}
