import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far the sender's clock may be from ours, in seconds. */
export const CLOCK_SKEW_S = 300
export const TIMESTAMP_HEADER = 'x-deskmate-timestamp'
export const SIGNATURE_HEADER = 'x-deskmate-signature'
export const DELIVERY_HEADER = 'x-deskmate-delivery'

/** `sha256=` and the hex HMAC-SHA256 of `<timestamp>.<body>`, the timestamp in seconds since the epoch as it stands in its header. */
export function signatureOf(secret: string, timestamp: string, body: Buffer | string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`
}

/** null: it is genuine and of now. old: genuine or not, its time is not ours. */
export function signatureTrouble(secret: string, headers: Readonly<Record<string, string>>, body: Buffer, nowMs: number): 'missing' | 'forged' | 'old' | null {
  const timestamp = headers[TIMESTAMP_HEADER]
  const given = headers[SIGNATURE_HEADER]
  if (timestamp === undefined || given === undefined || !/^\d{1,12}$/.test(timestamp)) return 'missing'
  const expected = Buffer.from(signatureOf(secret, timestamp, body))
  const actual = Buffer.from(given)
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return 'forged'
  return Math.abs(nowMs / 1000 - Number(timestamp)) > CLOCK_SKEW_S ? 'old' : null
}
