import { X } from 'lucide-react'
import type { Quote } from '../../../../src-shared/domain/message.ts'
import { compose } from '../../../app/focus.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { changeParts } from '../parts.ts'
import { QuotedLine } from './QuotedLine.tsx'

/** Above the field: what the reply answers, and the way to answer nothing in particular. */
export function QuoteBar({ id, quote }: { id: string; quote: Quote | null }) {
  const { t } = useWords()
  const desk = useDesk()
  if (!quote) return null
  const remove = () => {
    changeParts(desk, id, (parts) => ({ ...parts, quote: null }))
    compose()
  }
  return (
    <div className="quote-bar" role="group" aria-label={t('quote.name')} data-testid="quote-bar">
      <QuotedLine conversationId={id} quote={quote} />
      <Button kind="bare" icon={<X size={14} aria-hidden />} name={t('quote.remove')} onClick={remove} />
    </div>
  )
}
