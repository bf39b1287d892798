import type { KeyboardEvent } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { writesOn } from '../write-on.ts'
import { questionWords } from './finding-words.ts'
import type { Placed } from './place.ts'

interface Props {
  /** The errors among the marks; at least one. */
  errors: readonly Placed[]
  onBack: () => void
  onSend: () => void
  /** The person goes on writing: the field takes the key that is being pressed. */
  onWrite: () => void
}

/** Asked once before a reply leaves with something that it should not say; the question says why. Enter goes back to it, so that haste is harmless. */
export function SendAnyway({ errors, onBack, onSend, onWrite }: Props) {
  const { t } = useWords()
  const question = questionWords(t, 'question', errors.map(({ finding }) => finding))
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onBack()
    else if (writesOn(event)) onWrite()
    else return
    event.stopPropagation()
  }
  return (
    <div className="send-question" role="group" aria-label={question} data-testid="send-anyway" onKeyDown={onKey}>
      <span>{question}</span>
      <Button autoFocus onClick={onBack}>{t('guard.back')}</Button>
      <Button onClick={onSend}>{t('guard.anyway')}</Button>
    </div>
  )
}
