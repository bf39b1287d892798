import type { Quote } from '../../../../src-shared/domain/message.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { patchScreen } from '../../../app/screen.ts'
import './quote.css'

/** An excerpt of another message of this conversation; a click goes there. */
export function QuotedLine({ conversationId, quote }: { conversationId: string; quote: Quote }) {
  const { t } = useWords()
  const gone = quote.text === '' && quote.pictures === 0
  const pictures = quote.pictures > 1 ? t('quote.pictures', { count: quote.pictures }) : quote.pictures > 0 ? t('quote.picture') : ''
  return (
    <button
      type="button" className="quoted small" title={t('quote.jump')} data-testid="quoted"
      onClick={() => patchScreen({ found: { conversationId, messageId: quote.id, query: '' } })}
    >
      <b>{t(`quote.by.${quote.kind}`)}</b> <bdi className="quoted-text">{gone ? t('quote.recalled') : [quote.text, pictures].filter(Boolean).join(' ')}</bdi>
    </button>
  )
}
