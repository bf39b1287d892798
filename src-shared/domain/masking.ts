import { z } from 'zod'

/**
 * What an endpoint may read. `all`: personal data are placeholders. `secrets`: only what nobody may read (cards, identity
 * numbers, codes, passwords) is hidden. Secrets are stars in both.
 */
export const Masking = z.enum(['all', 'secrets'])
export type Masking = z.infer<typeof Masking>

const PRIVATE_V4 = /^(?:127|10)\.\d{1,3}\.\d{1,3}\.\d{1,3}$|^192\.168\.\d{1,3}\.\d{1,3}$|^172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}$/
/** Loopback, unique local (fc00::/7) and link-local (fe80::/10), RFC 4193 and 4291. */
const PRIVATE_V6 = /^\[(?:::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/

/** Words sent there stay on this computer or in its own network. A name that only a server can resolve counts as far away. */
export function isNearby(baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false
  // The parser has brought an address in numbers into its one form, whatever it was written as.
  const { hostname } = new URL(baseUrl)
  return hostname === 'localhost' || hostname.endsWith('.localhost') || PRIVATE_V4.test(hostname) || PRIVATE_V6.test(hostname)
}

/** What holds for an endpoint as long as nobody chose otherwise. */
export const maskingFor = (baseUrl: string): Masking => (isNearby(baseUrl) ? 'secrets' : 'all')

/** Kinds of placeholders; a placeholder is `[kind-n]`, such as `[phone-1]`. `text`: words that look like a placeholder and are none. */
export const MASK_KINDS = ['name', 'phone', 'tail', 'email', 'address', 'account', 'order', 'tracking', 'case', 'number', 'company', 'text'] as const
export const MaskKind = z.enum(MASK_KINDS)
export type MaskKind = z.infer<typeof MaskKind>

/** A placeholder and what it stands for. */
export const Mark = z.object({ mark: z.string(), kind: MaskKind, value: z.string() })
export type Mark = z.infer<typeof Mark>
