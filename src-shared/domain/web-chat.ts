import { z } from 'zod'
import { CHAT_COLOUR, isColour } from './chat-theme.ts'

/** Longest logo, as a data URL. */
const LOGO_MAX = 90_000
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/
const Words = (max: number) => z.object({ zh: z.string().trim().max(max), en: z.string().trim().max(max) })

/** Is this an origin and nothing more: `https://shop.example`; plain http on this machine only; `https://*.shop.example` means every name below. */
export function isPageOrigin(text: string): boolean {
  // Under a wildcard at least a name and its ending.
  if (text.includes('*') && !/^https:\/\/\*(?:\.[a-z0-9-]+){2,}(?::\d+)?$/.test(text)) return false
  const url = URL.canParse(text) ? new URL(text.replace('//*.', '//')) : null
  if (url === null || text !== `${url.protocol}//${text.includes('//*.') ? '*.' : ''}${url.host}`) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))
}

/** How the web chat looks at the customers', and what its launcher is called. Public. */
export const ChatLook = z.object({
  colour: z.string().refine(isColour),
  theme: z.enum(['auto', 'light', 'dark']),
  position: z.enum(['right', 'left']),
  /** Empty: the shop's name. */
  title: Words(40),
  /** Above an empty conversation. Empty: our own words. */
  greeting: Words(200),
  /** `data:image/...;base64,`, square; null: none. */
  logo: z.string().max(LOGO_MAX).regex(/^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/).nullable(),
  /** Of a browser that the page knows nothing of; `auto`: the browser's own, Chinese or else English. */
  language: z.enum(['auto', 'zh', 'en']),
  /** While nobody is there the page asks for an address to answer to. */
  offlineForm: z.boolean(),
})
export type ChatLook = z.infer<typeof ChatLook>

export const WebChatSettings = z.object({
  look: ChatLook,
  /** Pages that may show the chat in a frame; empty: none. */
  origins: z.array(z.string().max(200).refine(isPageOrigin)).max(50),
  /** Where a reverse proxy with TLS serves the chat's port, without a path; null: on this machine only. */
  publicUrl: z.string().max(200).refine((url) => isPageOrigin(url) && !url.includes('*')).nullable(),
})
export type WebChatSettings = z.infer<typeof WebChatSettings>

export const PLAIN_LOOK: ChatLook = { colour: CHAT_COLOUR, theme: 'auto', position: 'right', title: { zh: '', en: '' }, greeting: { zh: '', en: '' }, logo: null, language: 'auto', offlineForm: true }
export const PLAIN_WEB_CHAT: WebChatSettings = { look: PLAIN_LOOK, origins: [], publicUrl: null }
