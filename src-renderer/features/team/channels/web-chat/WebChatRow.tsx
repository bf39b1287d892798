import { useWords } from '../../../../app/i18n/use-words.ts'
import { useWebChat } from '../../../../bridge/channels.ts'
import { Button } from '../../../../ui/Button.tsx'

/** The shop's own chat among the channels: where it stands, and its settings. */
export function WebChatRow({ onOpen }: { onOpen: () => void }) {
  const { t } = useWords()
  const { data } = useWebChat()
  const count = data?.settings.origins.length ?? 0
  return (
    <li data-testid="web-chat-row">
      <div className="connection-head">
        <strong>{t('webchat')}</strong> <span className="quiet small">{t('webchat.own')}</span>
        <span className="connection-state" data-tone="well">{t('channels.well')}</span>
        <span className="connection-do"><Button onClick={onOpen} data-opens="web-chat" data-testid="web-chat-open">{t('setup.change')}</Button></span>
      </div>
      {data !== undefined && <p className="small quiet">{count === 0 ? t('webchat.nowhere', { url: data.chatUrl }) : t('webchat.stands', { count, origins: data.settings.origins.slice(0, 3).join(' · ') })}</p>}
    </li>
  )
}
