import type { CSSProperties } from 'react'
import { MessageSquare } from 'lucide-react'
import { chatColours, wordsOn } from '../../../../../src-shared/domain/chat-theme.ts'
import type { ChatLook } from '../../../../../src-shared/domain/web-chat.ts'
import { useWords } from '../../../../app/i18n/use-words.ts'

const GROUND = { light: { '--chat-paper': '#ffffff', '--chat-ink': '#1b2330', '--chat-bubble': '#f1f3f6' }, dark: { '--chat-paper': '#161b22', '--chat-ink': '#e6eaf0', '--chat-bubble': '#222933' } } as const

/** How the chat will look at the customers', as it stands in the form. */
export function ChatPreview({ look }: { look: ChatLook }) {
  const { t } = useWords()
  const themes = look.theme === 'auto' ? ['light', 'dark'] as const : [look.theme]
  return (
    <div className="chat-previews" role="img" aria-label={t('webchat.preview')} data-testid="chat-preview">
      {themes.map((theme) => <Sheet key={theme} look={look} theme={theme} />)}
    </div>
  )
}

function Sheet({ look, theme }: { look: ChatLook; theme: 'light' | 'dark' }) {
  const { t, language } = useWords()
  const { own, onOwn, accent } = chatColours(look.colour, theme)
  const colours = { ...GROUND[theme], '--chat-own': own, '--chat-on-own': onOwn, '--chat-accent': accent, '--chat-launcher': look.colour, '--chat-on-launcher': wordsOn(look.colour) } as object as CSSProperties
  return (
    <div className="chat-preview" style={colours} data-theme={theme} data-position={look.position}>
      <div className="chat-preview-panel">
        <p className="chat-preview-head">
          {look.logo !== null && <img src={look.logo} alt="" />}
          <strong className="one-line">{look.title[language] || t('webchat.shop')}</strong>
        </p>
        <p className="chat-preview-hello">{look.greeting[language] || t('webchat.hello')}</p>
        <p className="chat-preview-own">{t('webchat.example')}</p>
        <p className="chat-preview-desk">{t('webchat.example.answer')}</p>
        <p className="chat-preview-link">{t('webchat.example.order')}</p>
      </div>
      <span className="chat-preview-launcher"><MessageSquare size={18} aria-hidden /></span>
    </div>
  )
}
