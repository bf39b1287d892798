import { createHmac, randomBytes } from 'node:crypto'

const SECRET_PREFIX = 'whsec_'
const SECRET_BYTES = 32

/** A secret as the Standard Webhooks specification writes it: `whsec_` and base64. */
export const newSecret = (): string => SECRET_PREFIX + randomBytes(SECRET_BYTES).toString('base64')

/** `v1,` and base64 of HMAC-SHA256 over `<id>.<timestamp>.<body>`; one for each secret, with spaces between. `timestamp` in seconds. */
export function signaturesOf(secrets: readonly string[], id: string, timestamp: string, body: string): string {
  return secrets.map((secret) => `v1,${createHmac('sha256', Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64')}`).join(' ')
}
