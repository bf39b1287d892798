import type { ChatLook } from '../../../../src-shared/domain/web-chat.ts'
import { CHAT_COLOUR, chatColours } from '../../../../src-shared/domain/chat-theme.ts'

interface Facts { look: ChatLook; framed: boolean }

const PLAIN: Facts = { look: { colour: CHAT_COLOUR, theme: 'auto', position: 'right', title: { zh: '', en: '' }, greeting: { zh: '', en: '' }, logo: null, language: 'auto', offlineForm: true }, framed: false }

/** What the gateway told the page with itself. */
export const facts: Facts = (() => {
  const told = document.querySelector<HTMLMetaElement>('meta[name="deskmate"]')?.content
  return told === undefined ? PLAIN : JSON.parse(told) as Facts
})()

/** Puts the shop's colour and theme on the page, now and whenever the system's theme changes. */
export function dress(): void {
  const { colour, theme } = facts.look
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const root = document.documentElement
  const put = () => {
    const shown = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme
    root.dataset['theme'] = shown
    const { own, onOwn, accent, onAccent } = chatColours(colour, shown)
    for (const [name, value] of Object.entries({ '--own': own, '--on-own': onOwn, '--accent': accent, '--on-accent': onAccent })) root.style.setProperty(name, value)
  }
  dark.addEventListener('change', put)
  put()
}
