import { Languages, TriangleAlert } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { useStore } from '../../ui/store.ts'
import { SentButton } from '../trace/SentButton.tsx'
import { isForeign } from './foreign.ts'
import { shown } from './shown.ts'
import './translation.css'

/** Is this message shown with its translation? */
export const useIsTranslated = (message: ThreadMessage): boolean => {
  const { language } = useWords()
  const on = useStore(shown, ({ conversations, messages }) => messages.get(message.id) ?? conversations.has(message.conversationId))
  return on && isForeign(message, language)
}

/** Under the words in a bubble: what they mean in the language of the screen, or what the agent wrote before it was translated. */
export function Translated({ message }: { message: ThreadMessage }) {
  const on = useIsTranslated(message)
  if (message.ownWords) return <OwnWords message={message} />
  return on ? <Translation id={message.id} /> : null
}

function OwnWords({ message }: { message: ThreadMessage }) {
  const { t } = useWords()
  return <p className="translated" dir="auto" data-testid="bubble-own-words"><span className="translated-by small">{t('own-words')}</span>{message.ownWords?.text}</p>
}

function Translation({ id }: { id: string }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const { data, error, refetch, isFetching } = useQuery({ queryKey: ['translation', id, language], queryFn: () => desk.client.call('message.translate', { messageId: id }) })
  if (error && !isFetching) {
    return (
      <p className="translated small" data-testid="translation-failed">
        <TriangleAlert size={12} aria-hidden /> {t('translate.failed')} <button type="button" className="text-button" onClick={() => void refetch()}>{t('translate.again')}</button>
      </p>
    )
  }
  if (!data) return <p className="translated small" role="status">{t('translate.busy')}</p>
  const differs = [...data.findings.map(({ text }) => text), ...data.lost]
  return (
    <p className="translated" dir="auto" lang={data.language} data-testid="translation">
      <span className="translated-by small"><Languages size={12} aria-hidden /> {t('translate.by', { by: data.by })} <SentButton id={id} by={data.by} problem={null} /></span>
      {data.text}
      {differs.length > 0 && <span className="translated-differs small" data-testid="translation-differs"><TriangleAlert size={12} aria-hidden /> {t('translate.differs', { figures: [...new Set(differs)].join(t('list.comma')) })}</span>}
    </p>
  )
}
