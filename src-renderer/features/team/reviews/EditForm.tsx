import { useState } from 'react'
import { MESSAGE_MAX_LENGTH } from '../../../../src-shared/domain/message.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'

/** The proposed words in a field: what is approved is what stands there. */
export function EditForm({ text, label, onWrite, onDone, onCancel }: { text: string; label: string; onWrite: (text: string) => void; onDone: (text: string) => void; onCancel: () => void }) {
  const { t } = useWords()
  const [words, setWords] = useState(text)
  const done = (): void => { if (words.trim() !== '') onDone(words.trim()) }
  return (
    <div className="review-edit">
      <textarea
        className="field" autoFocus rows={6} aria-label={label} maxLength={MESSAGE_MAX_LENGTH} value={words} data-testid="review-words" onChange={(event) => { setWords(event.target.value); onWrite(event.target.value) }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            onCancel()
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            done()
          }
        }}
      />
      <div className="review-actions">
        <Button kind="primary" shortcut="Ctrl Enter" disabled={words.trim() === ''} data-testid="review-approve-edited" onClick={done}>{t('reviews.approve-edited')} <kbd>Ctrl Enter</kbd></Button>
        <Button shortcut="Esc" onClick={onCancel}>{t('reviews.cancel')}</Button>
      </div>
    </div>
  )
}
